import type { Nodes, Root } from 'mdast';
import { walk } from '../walk.js';

/** One element of a page and where it stands. */
export interface Part {
  /** A number for its type and those of the elements that it is in. */
  readonly chain: number;
  /** What makes it another element although its type is the same. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/** Every element of a page but its words, in document order. Two outlines can be compared that share `known`. */
export function outline(tree: Root, known: Map<string, number>): Part[] {
  const chains = new Map<Nodes, number>();
  const parts: Part[] = [];
  walk(tree, (node, parent) => {
    const above = parent === undefined ? undefined : chains.get(parent);
    const types = `${above} ${node.type}`;
    const chain = known.get(types) ?? known.size;
    known.set(types, chain);
    chains.set(node, chain);
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type !== 'text' && node.type !== 'root' && start !== undefined && end !== undefined)
      parts.push({ chain, detail: detailOf(node), start, end });
    return true;
  });
  return parts;
}

function detailOf(node: Nodes): string {
  if (node.type === 'heading') return String(node.depth);
  if (node.type === 'list') return String(node.ordered);
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return node.url;
  return 'value' in node ? node.value : '';
}
