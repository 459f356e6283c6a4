import type { Nodes } from 'mdast';
import type { Piece, Value } from '../facts.js';
import { spanOf } from '../span-of.js';
import { foldSpace, pieces, writingOf } from './pieces.js';

const joins = new Set([',', '/', '|', 'or', 'and', ', or', ', and']);

/**
 * The values that a list item or a cell begins with: its leading code span, and further ones joined to it by
 * a comma, a slash, a bar, `or`, `and`; without a leading code span its whole text. `source` is the page's.
 */
export function leadingValues(block: Nodes, source: string): Value[] {
  const all = pieces(block);
  const codes = leadingCodes(all, block, source);
  return codes.length > 0 ? codes : wholeText(block, all, source);
}

/** The code spans that inline content begins with. */
export function leadingCodes(all: readonly Piece[], block: Nodes, source: string): Value[] {
  const values: Value[] = [];
  let at = all.findIndex(({ text }) => text.trim() !== '');
  for (let piece = all[at]; piece?.kind === 'code'; piece = all[at]) {
    values.push(codeValue(piece, block, source));
    at++;
    let between = '';
    for (; all[at]?.kind === 'text'; at++) between += all[at]?.text;
    if (!isJoin(between)) break;
  }
  return values;
}

/** Whether nothing but a comma, a slash, a bar, `or` or `and` stands between two values. */
export function isJoin(between: string): boolean {
  return joins.has(foldSpace(between));
}

export function codeValue(piece: Piece, block: Nodes, source: string): Value {
  const write = writingOf(piece, block, source);
  return { value: piece.text, span: piece.span, ...(write ? { write } : {}) };
}

function wholeText(block: Nodes, all: readonly Piece[], source: string): Value[] {
  const value = foldSpace(all.map(({ text }) => text).join(''));
  if (value === '') return [];
  const inner = contentSpan(innermost(block));
  if (source.slice(...inner) !== value) return [{ value, span: contentSpan(block) }];
  return [{ value, span: contentSpan(block), inner, write: 'text' }];
}

/** What is left of emphasis and links that hold all of the content. */
function innermost(block: Nodes): Nodes {
  const children = 'children' in block ? block.children : [];
  const [only] = children;
  return only && children.length === 1 && 'children' in only ? innermost(only) : block;
}

function contentSpan(block: Nodes): Value['span'] {
  const children = 'children' in block ? block.children : [];
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? [spanOf(first)[0], spanOf(last)[1]] : spanOf(block);
}
