import type { Nodes } from 'mdast';

/** Every node in document order, parents first. `enter` returns false to leave out a node's children. */
export function walk(
  node: Nodes,
  enter: (node: Nodes, parent: Nodes | undefined) => boolean | undefined,
  parent?: Nodes,
): void {
  if (enter(node, parent) === false || !('children' in node)) return;
  for (const child of node.children) walk(child, enter, node);
}

/** The text of a node as a reader sees it: prose and code, without raw HTML tags and image alternatives. */
export function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
