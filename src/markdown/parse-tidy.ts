import type { Nodes } from 'mdast';

/** Settles, on a node of either tree, fields in which the parsers differ with the place that they stand in. */
export function tidy(node: Nodes): void {
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    if (node.label) node.label = node.label.replace(/([\r\n])[ \t>]+/g, '$1');
  } else if (node.type === 'code' && node.meta) {
    node.meta = node.meta.trim() || null;
  }
}
