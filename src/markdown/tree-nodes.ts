import type { Nodes, Root } from 'mdast';
import { ownText } from '../own-text.js';
import type { PageNodes } from '../page-nodes.js';

/** The nodes of a tree by number. */
export function treeNodes(root: Root): PageNodes {
  const nodes: Nodes[] = [];
  const parents: number[] = [];
  const afters: number[] = [];
  number(root, -1);
  const at = (node: number): Nodes => nodes[node] as Nodes;

  function number(node: Nodes, parent: number): void {
    const own = nodes.push(node) - 1;
    parents.push(parent);
    if ('children' in node) for (const child of node.children) number(child, own);
    afters[own] = nodes.length;
  }

  return {
    count: nodes.length,
    of(types) {
      const wanted = new Set(types);
      return [...nodes.keys()].filter((node) => wanted.has(at(node).type));
    },
    type: (node) => at(node).type,
    start: (node) => at(node).position?.start.offset ?? 0,
    end: (node) => at(node).position?.end.offset ?? 0,
    parent: (node) => parents[node] as number,
    lastChild(node) {
      let last = -1;
      const after = afters[node] as number;
      for (let child = node + 1; child < after; child = afters[child] as number) last = child;
      return last;
    },
    after: (node) => afters[node] as number,
    text: (node, field) =>
      ownText((at(node) as { readonly [key in typeof field]?: string | null })[field] ?? ''),
    depth(node) {
      const heading = at(node);
      return heading.type === 'heading' ? heading.depth : 0;
    },
    isTask(node) {
      const item = at(node);
      return item.type === 'listItem' && typeof item.checked === 'boolean';
    },
    whole: at,
  };
}
