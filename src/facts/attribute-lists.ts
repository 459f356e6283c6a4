import type { Anchor, Inline, PageNodes, Span } from '../model.js';
import { ownText } from '../own-text.js';

const list = /(?:^|\n)[ \t]*\{:?[ \t]*([^{}\n]*)\}[ \t]*$/;
const marks = ['{#', '{ #', '{:', '{.', '{ .'];
/** Behind the end of a link, of emphasis or of code, or behind the fence that opens a block of code. */
const inner =
  /(?:\[\]\(\)[ \t]|[)\]*_`~]|^[ \t]*(?:`{3,}|~{3,})[ \t]*|^[ \t]*(?=\{[^{}\n]*\}[ \t]*$))\{:?((?:[ \t]*\r?\n)?[^{}\n]*)\}/gm;
const id = /(?:^|\s)#([^\s.#]+)/;

/**
 * kramdown and Python-Markdown take `{: #id .class }` on a block's last line, or on the line below it, for the
 * block's attributes. Forges show it as text, but a page that has it is not written for them.
 */
export function attributeId([start, end]: Span, text: string): Anchor | undefined {
  if (text[end - 1] !== '}') return undefined;
  const match = list.exec(text.slice(Math.max(start, end - 500), end));
  const found = match && id.exec(match[1] as string)?.[1];
  return found
    ? { id: ownText(found), span: [end - match[0].trimStart().length, end], from: 'id' }
    : undefined;
}

/** Whether a link is written for its id alone: `[](){#id}`, where ExDoc lets a space or a line end stand. */
export function isPlaceAlone(nodes: PageNodes, node: number, text: string): boolean {
  const end = nodes.end(node);
  return (
    (text[end] === '{' || text[end] === ' ') &&
    text.startsWith('[]()', nodes.start(node)) &&
    /^ ?\{(?::[ \t]*\r?\n)?[^{}\n]*#/.test(text.slice(end, end + 200))
  );
}

const target = /^[ \t]*(?:\(([^()\n]+)\)=[ \t]*$|:(?:name|label):[ \t]+(\S.*))/gm;

/** Labels of MyST: `(label)=` above what it names, and the option `:name:` of a directive. */
export function* targets(text: string): Iterable<Anchor> {
  if (!(text.includes(')=') || text.includes(':name:') || text.includes(':label:'))) return;
  for (const match of text.matchAll(target)) {
    const name = ((match[1] ?? match[2]) as string).trim();
    yield { id: ownText(name), span: [match.index, match.index + match[0].length], from: 'id' };
  }
}

/** The ids of such lists behind what is no block: `**word**{ #id }`, `[](){#id}`, and behind the fence of code. */
export function* innerIds(text: string): Iterable<Anchor> {
  if (!marks.some((mark) => text.includes(mark))) return;
  for (const match of text.matchAll(inner)) {
    const found = id.exec(match[1] as string)?.[1];
    if (found === undefined) continue;
    const open = match.index + match[0].indexOf('{');
    yield { id: ownText(found), span: [open, match.index + match[0].length], from: 'id' };
  }
}

/** The attribute list on the line below a heading, as a run that the dialects which know it take off again. */
export function listBelow(nodes: PageNodes, heading: number, text: string): Inline[] {
  const next = nodes.after(heading);
  if (next >= nodes.count || nodes.type(next) !== 'paragraph') return [];
  const start = nodes.start(next);
  if (text[start] !== '{' || nodes.parent(next) !== nodes.parent(heading)) return [];
  const source = text.slice(start, nodes.end(next)).trim();
  const isNextLine = /^\r?\n[ \t]*$/.test(text.slice(nodes.end(heading), start));
  return isNextLine && /^\{:[^{}\n]*\}$/.test(source) ? [ownText(` ${source}`)] : [];
}
