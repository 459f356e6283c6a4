import type { Nodes } from 'mdast';

const flow = new Set<Nodes['type']>([
  'blockquote',
  'code',
  'heading',
  'html',
  'list',
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'paragraph',
  'table',
  'thematicBreak',
]);

/** Whether a block holds text and no other blocks. Parsers differ on whether an MDX element of one line is such a block. */
export function holdsText(node: Nodes): boolean {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return true;
  if (node.type !== 'mdxJsxFlowElement') return false;
  return node.children.length > 0 && !node.children.some(({ type }) => flow.has(type));
}
