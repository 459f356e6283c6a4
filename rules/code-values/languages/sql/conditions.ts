import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { nameOf, textOf } from './literals.js';
import type { SqlValue } from './operations.js';

/** The values that a condition allows a column to have. */
export interface Allowed {
  readonly column: string;
  readonly values: readonly SqlValue[];
}

/** Whether a token is a word of SQL, in any letter case. */
export function isWord(tokens: Tokens, at: number, ...words: readonly string[]): boolean {
  return tokens.kind(at) === 'name' && words.includes(tokens.word(at).toLowerCase());
}

/** `c IN (…)`, `c = ANY (ARRAY[…])` and `c = 'a' OR c = 'b'`, however many brackets and casts stand around them. */
export function readCondition(tokens: Tokens, [from, to]: Part, isMysql: boolean): Allowed[] {
  const found: Allowed[] = [];
  const single = new Map<string, SqlValue[]>();
  let column = '';
  for (let at = from; at < to; at++) {
    if (isWord(tokens, at, 'and', 'or')) column = '';
    else if (isWord(tokens, at, 'in') && tokens.is(at + 1, '(')) {
      if (!isWord(tokens, at - 1, 'not'))
        found.push({ column, values: valuesOf(tokens, [at + 2, tokens.close(at + 1)], isMysql) });
      at = tokens.close(at + 1);
    } else if (isWord(tokens, at, 'array') && tokens.is(at + 1, '[')) {
      found.push({ column, values: valuesOf(tokens, [at + 2, tokens.close(at + 1)], isMysql) });
      at = tokens.close(at + 1);
    } else if (tokens.is(at, '=') && tokens.kind(at + 1) === 'text') {
      const value = { span: tokens.span(at + 1), value: textOf(tokens.word(at + 1), isMysql) };
      single.set(column, [...(single.get(column) ?? []), value]);
    } else if (
      tokens.kind(at) === 'name' &&
      column === '' &&
      !tokens.is(at + 1, '(', '.') &&
      !isWord(tokens, at, 'not', 'case', 'when')
    ) {
      column = nameOf(tokens.word(at));
    }
  }
  for (const [column, values] of single)
    if (!found.some((one) => one.column === column)) found.push({ column, values });
  return found;
}

/** `'a', 'b'::text` */
export function valuesOf(tokens: Tokens, part: Part, isMysql: boolean): SqlValue[] {
  return partsOf(tokens, ...part).map(([start, end]): SqlValue => {
    const span = tokens.span(start);
    const isAlone = end === start + 1 || tokens.is(start + 1, '::');
    if (isAlone && tokens.kind(start) === 'text') return { span, value: textOf(tokens.word(start), isMysql) };
    const label = labelOf(tokens, [start, end]);
    if (isAlone && tokens.kind(start) === 'number')
      return { span, label, value: { number: tokens.word(start) } };
    if (isWord(tokens, start, 'null')) return { span, label, value: { none: true } };
    return { span, label, value: { unread: 'it is no plain text' } };
  });
}
