import type { Nodes, Paragraph } from 'mdast';
import type { Anchor, Inline } from '../model.js';

const list = /(?:^|\n)[ \t]*\{:[ \t]*([^{}\n]*)\}[ \t]*$/;

/**
 * kramdown and Python-Markdown take `{: #id .class }` on a block's last line, or on the line below it, for the
 * block's attributes. Forges show it as text, but a page that has it is not written for them.
 */
export function attributeId(node: Paragraph, text: string): Anchor | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (text[end - 1] !== '}') return undefined;
  const match = list.exec(text.slice(Math.max(start, end - 500), end));
  const id = match && /(?:^|\s)#([^\s.#]+)/.exec(match[1] as string)?.[1];
  return id ? { id, span: [end - match[0].trimStart().length, end], from: 'id' } : undefined;
}

/** The attribute list on the line below a heading, as a run that the dialects which know it take off again. */
export function listBelow(next: Nodes | undefined, headingEnd: number, text: string): Inline[] {
  if (next?.type !== 'paragraph') return [];
  const start = next.position?.start.offset ?? 0;
  const source = text.slice(start, next.position?.end.offset).trim();
  const isNextLine = /^\r?\n[ \t]*$/.test(text.slice(headingEnd, start));
  return isNextLine && /^\{:[^{}\n]*\}$/.test(source) ? [` ${source}`] : [];
}
