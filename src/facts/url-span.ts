import type { PageNodes, Span } from '../model.js';

/**
 * Where the url of a link stands in the source, as it is written: escapes and entities kept, pointed
 * brackets left out. The whole node when it has none of its own, as an autolink's.
 */
export function urlSpan(nodes: PageNodes, node: number, text: string): Span {
  const type = nodes.type(node);
  const start = nodes.start(node);
  const end = nodes.end(node);
  const opening =
    type === 'link' ? textEnd(nodes, node, text) : labelEnd(text, start, end, type === 'image' ? '](' : ']:');
  if (opening === undefined)
    return type === 'link' && text[start] === '<' ? [start + 1, end - 1] : [start, end];
  let at = opening;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return text[at] === '<' ? [at + 1, pointedEnd(text, at + 1, end)] : [at, bareEnd(text, at, end)];
}

const backslash = 92;

function pointedEnd(text: string, from: number, end: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); at < end && code !== 62; code = text.charCodeAt(at))
    at += code === backslash ? 2 : 1;
  return Math.min(at, end);
}

/** Brackets in it are part of it where they are closed. */
function bareEnd(text: string, from: number, end: number): number {
  let depth = 0;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    if (isSpace(code) || (code === 41 && depth-- === 0)) break;
    at += code === backslash ? 2 : 1;
  }
  return Math.min(at, end);
}

function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && /\s/.test(String.fromCharCode(code));
}

/** The offset behind the `](` of a link. */
function textEnd(nodes: PageNodes, node: number, text: string): number | undefined {
  const start = nodes.start(node);
  if (text[start] !== '[' && text[start] !== '!') return undefined;
  const last = nodes.lastChild(node);
  const at = text.indexOf('](', last < 0 ? start : nodes.end(last));
  return at < 0 || at >= nodes.end(node) ? undefined : at + 2;
}

/** The offset behind the `mark` of an image or a definition. */
function labelEnd(text: string, start: number, end: number, mark: string): number | undefined {
  if (mark === '](' && text[start] !== '[' && text[start] !== '!') return undefined;
  return afterLabel(text, text.indexOf('[', start), end, mark);
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
