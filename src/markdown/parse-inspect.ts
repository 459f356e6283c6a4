import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { walkBounded } from './parse-bounded.js';
import { tidy } from './parse-tidy.js';

/** A construct that satteri reads wrongly, by the offsets of its first and last character. */
export interface Slip {
  readonly kind: 'task' | 'autolink' | 'footnote';
  readonly first: number;
  readonly last: number;
}

/**
 * Checks a tree of satteri's and says where it is known to be wrong:
 *
 * - `- [ ]` alone on its line takes the next line for its text, though that may be an item or a heading;
 * - a bare URL in a table takes the `|` that ends its cell, and the cells behind it;
 * - a bare URL without a host, as `http://.`, is one;
 * - a link whose text holds a footnote's `[^1]` is no link.
 *
 * The end of MDX's ESM blocks is mended in place.
 */
export function inspect(root: Root, text: string): readonly Slip[] {
  const slips: Slip[] = [];
  let blockEnd = 0;
  walkBounded(root, text, (node) => {
    tidy(node);
    switch (node.type) {
      case 'tableCell':
      case 'paragraph':
      case 'heading':
        blockEnd = endOf(node);
        break;
      case 'listItem':
        if (typeof node.checked === 'boolean') slips.push(...task(node.children[0], startOf(node), text));
        break;
      case 'link':
        slips.push(...autolinks(startOf(node), endOf(node), text));
        break;
      case 'footnoteReference':
        if (isInLink(endOf(node), blockEnd, text))
          slips.push({ kind: 'footnote', first: startOf(node), last: endOf(node) - 1 });
        break;
      case 'mdxjsEsm':
        trimEnd(node.position as Position, text);
        break;
    }
  });
  return slips;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset as number;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset as number;
}

const blockStart = /[ \t]*(?:(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t\r\n]|$)|[-*_]{3}|`{3}|~{3}|[<>])/y;

function task(content: Nodes | undefined, start: number, text: string): Slip[] {
  if (!content) return [];
  if (content.type === 'paragraph') {
    if (!/[\r\n]/.test(text.slice(start, startOf(content)))) return [];
    blockStart.lastIndex = startOf(content);
    if (!blockStart.test(text)) return [];
  }
  const first = text.indexOf('[', start);
  return [{ kind: 'task', first, last: first + 2 }];
}

const wrongUrl = /[^\\]\||^https?:\/\/[\p{P}\p{S}]/iu;
const scheme = /https?:\/\/|www\./gi;

function autolinks(start: number, end: number, text: string): Slip[] {
  if (text[start] === '[' || text[start] === '<') return [];
  const source = text.slice(start, end);
  if (!wrongUrl.test(source)) return [];
  return Array.from(source.matchAll(scheme), ({ index }) => {
    return { kind: 'autolink', first: start + index, last: start + index };
  });
}

/** Whether a bracket that was open before `from` closes as a link's text does. */
function isInLink(from: number, blockEnd: number, text: string): boolean {
  let depth = 0;
  for (let at = from; at < Math.min(blockEnd, from + 1000); at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return text[at + 1] === '(' || text[at + 1] === '[';
  }
  return false;
}

/** Leaves out the line end that satteri counts to an ESM block. */
function trimEnd(position: Position, text: string): void {
  let end = position.end.offset as number;
  while (end > 0 && /[\r\n]/.test(text[end - 1] as string)) end--;
  if (end === position.end.offset) return;
  const before = text.slice(position.start.offset, end).split(/\r\n?|\n/);
  const last = before.at(-1) as string;
  position.end = {
    line: position.start.line + before.length - 1,
    column: before.length === 1 ? position.start.column + last.length : last.length + 1,
    offset: end,
  };
}
