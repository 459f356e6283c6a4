import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { PageNodes } from '../page-nodes.js';
import { walkBounded } from './parse-bounded.js';
import { tidy } from './parse-tidy.js';

/** A construct that satteri reads wrongly, by the offsets of its first and last character. */
export interface Slip {
  readonly kind: 'task' | 'autolink' | 'footnote';
  readonly first: number;
  readonly last: number;
}

/**
 * Says where a tree of satteri's is known to be wrong:
 *
 * - `- [ ]` alone on its line takes the next line for its text, though that may be an item or a heading;
 * - a bare URL in a table takes the `|` that ends its cell, and the cells behind it;
 * - a bare URL without a host, as `http://.`, is one;
 * - a link whose text holds a footnote's `[^1]` is no link.
 */
export function slipsOf(nodes: PageNodes, text: string): readonly Slip[] {
  const slips: Slip[] = [];
  for (const node of nodes.of(['listItem', 'link', 'footnoteReference'])) {
    const [start, end] = [nodes.start(node), nodes.end(node)];
    switch (nodes.type(node)) {
      case 'listItem':
        if (nodes.isTask(node)) slips.push(...task(nodes, node, text));
        break;
      case 'link':
        slips.push(...autolinks(start, end, text));
        break;
      default:
        if (isInLink(end, nodes.end(blockAround(nodes, node)), text))
          slips.push({ kind: 'footnote', first: start, last: end - 1 });
    }
  }
  return slips;
}

/** Settles the fields of a tree of satteri's, and the end of MDX's ESM blocks; returns it. Throws where it is too deep. */
export function settle(root: Root, text: string): Root {
  walkBounded(root, text, (node) => {
    tidy(node);
    if (node.type === 'mdxjsEsm') trimEnd(node.position as Position, text);
  });
  return root;
}

/** The block whose running text a node is part of. */
function blockAround(nodes: PageNodes, node: number): number {
  let block = nodes.parent(node);
  while (block > 0 && !/^(?:tableCell|paragraph|heading)$/.test(nodes.type(block)))
    block = nodes.parent(block);
  return block;
}

const blockStart = /[ \t]*(?:(?:[-+*]|\d{1,9}[.)]|#{1,6})(?:[ \t\r\n]|$)|[-*_]{3}|`{3}|~{3}|[<>])/y;

function task(nodes: PageNodes, item: number, text: string): Slip[] {
  const start = nodes.start(item);
  const content = item + 1;
  if (content === nodes.after(item)) return [];
  if (nodes.type(content) === 'paragraph') {
    if (!/[\r\n]/.test(text.slice(start, nodes.start(content)))) return [];
    blockStart.lastIndex = nodes.start(content);
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
