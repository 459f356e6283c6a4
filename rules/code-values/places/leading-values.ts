import type { Nodes } from 'mdast';
import type { Value } from '../facts.js';
import { spanOf } from '../span-of.js';
import { foldSpace, pieces } from './pieces.js';

const joins = new Set([',', '/', '|', 'or', 'and', ', or', ', and']);

/**
 * The values that a list item or a cell begins with: its leading code span, and further ones joined to it by
 * a comma, a slash, a bar, `or`, `and`; without a leading code span its whole text.
 */
export function leadingValues(block: Nodes): Value[] {
  const all = pieces(block);
  const first = all.findIndex(({ text }) => text.trim() !== '');
  if (all[first]?.kind !== 'code') {
    const value = foldSpace(all.map(({ text }) => text).join(''));
    return value === '' ? [] : [{ value, span: contentSpan(block) }];
  }
  const values: Value[] = [];
  for (let at = first, piece = all[at]; piece?.kind === 'code'; piece = all[at]) {
    values.push({ value: piece.text, span: piece.span });
    at++;
    let between = '';
    for (; all[at]?.kind === 'text'; at++) between += all[at]?.text;
    if (!joins.has(foldSpace(between))) break;
  }
  return values;
}

function contentSpan(block: Nodes): Value['span'] {
  const children = 'children' in block ? block.children : [];
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? [spanOf(first)[0], spanOf(last)[1]] : spanOf(block);
}
