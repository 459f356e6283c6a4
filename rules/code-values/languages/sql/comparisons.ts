import type { Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { nameOf } from './literals.js';
import type { SqlValue } from './operations.js';
import { valuesOf } from './value-list.js';
import { isWord } from './words.js';

const longestType = 5;

/** The values that a condition allows a column to have. */
export interface Allowed {
  readonly column: string;
  readonly values: readonly SqlValue[];
}

/** What a comparison compares a column with; `isNot` where that is what the column must not be. */
interface Comparison extends Allowed {
  readonly isNot: boolean;
}

/** `c IN (…)`, `c = ANY (ARRAY[…])`, `c <> 'a'`, `c IS NULL`; undefined for what says nothing of this kind. */
export function readComparison(tokens: Tokens, [from, to]: Part, isMysql: boolean): Comparison | undefined {
  const at = operatorOf();
  if (at >= to) return undefined;
  const isNot = tokens.is(at, '<>', '!=') || isWord(tokens, at - 1, 'not');
  const column =
    columnOf([from, isNot && isWord(tokens, at - 1, 'not') ? at - 1 : at]) ?? columnOf([at + 1, to]);
  if (column === undefined) return undefined;
  if (isWord(tokens, at, 'is'))
    return isWord(tokens, at + 1, 'null') ? { column, values: [], isNot } : undefined;
  if (isWord(tokens, at, 'in'))
    return { column, values: valuesOf(tokens, [at + 2, tokens.close(at + 1)], isMysql), isNot };
  const array = listOf([at + 1, to]);
  if (array) return { column, values: valuesOf(tokens, array, isMysql), isNot };
  const side: Part = columnOf([from, at]) === undefined ? [from, at] : [at + 1, to];
  const values = valuesOf(tokens, side, isMysql);
  return values.every(isLiteral) ? { column, values, isNot } : undefined;

  function operatorOf(): number {
    for (let index = from; index < to; index = tokens.close(index) + 1) {
      const isIn = isWord(tokens, index, 'in') && tokens.is(index + 1, '(');
      if (isIn || isWord(tokens, index, 'is') || tokens.is(index, '=', '<>', '!=')) return index;
    }
    return to;
  }

  /** The first name that is no function, no type and no schema. */
  function columnOf([start, end]: Part): string | undefined {
    for (let index = start; index < end; index++) {
      const isColumn = tokens.kind(index) === 'name' && !tokens.is(index + 1, '(', '.', '[');
      if (isColumn && !tokens.is(index - 1, '::') && !isCast(index)) return nameOf(tokens.word(index));
    }
    return undefined;
  }

  /** Of a type that has several words, as `timestamp without time zone`, the later ones too. */
  function isCast(index: number): boolean {
    let start = index;
    while (tokens.kind(start) === 'name' && index - start < longestType) start--;
    return tokens.is(start, '::');
  }

  function listOf([start, end]: Part): Part | undefined {
    if (!isWord(tokens, start, 'any')) return undefined;
    for (let index = start; index < end; index++) {
      if (isWord(tokens, index, 'array') && tokens.is(index + 1, '['))
        return [index + 2, tokens.close(index + 1)];
    }
    return [start, end];
  }
}

function isLiteral({ value }: SqlValue): boolean {
  return typeof value === 'string' || 'number' in value;
}
