import { deepest, type Expression, tooDeep } from './outline.js';
import type { Tokens } from './tokens.js';

/** What was read, and the index behind it. */
export type Read = readonly [Expression, number];

/** Operators by how strongly they bind, the weakest first. */
const levels = [['|'], ['^'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/', '%']];

/** Reads operands with operators between them, up to the first token that is neither, or to the end. */
export function readOperators(
  tokens: Tokens,
  from: number,
  operand: (at: number) => Read,
  to = tokens.size,
): Read {
  return readLevel(from, 0);

  function readLevel(at: number, level: number): Read {
    const operators = levels[level];
    if (!operators) return readSigned(at);
    let [expression, next] = readLevel(at, level + 1);
    let terms: Expression[] = [];
    let last = '';
    let nested = 0;
    for (let op = operatorAt(next, operators); op !== ''; op = operatorAt(next, operators)) {
      const [term, end] = readLevel(next + (tokens.is(next, op) ? 1 : 2), level + 1);
      if (op !== last) {
        terms = [expression];
        nested++;
      }
      terms.push(term);
      expression = nested > deepest ? tooDeep : { op, terms };
      [last, next] = [op, end];
    }
    return [expression, next];
  }

  function operatorAt(at: number, operators: readonly string[]): string {
    if (at >= to) return '';
    return operators.find((op) => tokens.is(at, op) || (op === '>>' && isPair(at))) ?? '';
  }

  /** `>>` is two tokens, since it may end two lists of types. */
  function isPair(at: number): boolean {
    return tokens.is(at, '>') && tokens.is(at + 1, '>') && tokens.span(at)[1] === tokens.span(at + 1)[0];
  }

  function readSigned(at: number): Read {
    let start = at;
    while (tokens.is(start, '-', '+', '~') && start - at < deepest) start++;
    let [expression, next] = operand(start);
    for (let index = start - 1; index >= at; index--) {
      expression = { op: tokens.word(index), terms: [expression] };
    }
    return [expression, next];
  }
}
