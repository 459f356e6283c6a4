import type { Definition, Image, Link } from 'mdast';
import type { Span } from '../model.js';

/**
 * Where the url of a link stands in the source, as it is written: escapes and entities kept, pointed
 * brackets left out. The whole node when it has none of its own, as an autolink's.
 */
export function urlSpan(node: Link | Image | Definition, text: string): Span {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const opening = node.type === 'definition' ? labelEnd(text, start, end) : textEnd(node, text, start, end);
  if (opening === undefined)
    return node.type === 'link' && text[start] === '<' ? [start + 1, end - 1] : [start, end];
  let at = opening;
  while (at < end && /\s/.test(text[at] as string)) at++;
  if (text[at] === '<') {
    const close = closing(text, at + 1, end, (char) => char === '>');
    return [at + 1, close];
  }
  let depth = 0;
  return [
    at,
    closing(text, at, end, (char) => {
      if (char === '(') depth++;
      return /\s/.test(char) || (char === ')' && depth-- === 0);
    }),
  ];
}

function closing(text: string, from: number, end: number, isEnd: (char: string) => boolean): number {
  let at = from;
  while (at < end && !isEnd(text[at] as string)) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, end);
}

/** The offset behind `](`. */
function textEnd(node: Link | Image, text: string, start: number, end: number): number | undefined {
  if (text[start] !== '[' && text[start] !== '!') return undefined;
  const inner = node.type === 'link' ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
  if (node.type === 'link') {
    const at = text.indexOf('](', inner);
    return at < 0 || at >= end ? undefined : at + 2;
  }
  return afterLabel(text, text.indexOf('[', start), end, '](');
}

function labelEnd(text: string, start: number, end: number): number | undefined {
  return afterLabel(text, text.indexOf('[', start), end, ']:');
}

/** The offset behind the bracket that closes the one at `open`, if `mark` stands there. */
function afterLabel(text: string, open: number, end: number, mark: string): number | undefined {
  let depth = 0;
  for (let at = open; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0)
      return text.startsWith(mark, at) ? at + mark.length : undefined;
  }
  return undefined;
}
