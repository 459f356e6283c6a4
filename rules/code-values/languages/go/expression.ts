import type { Token } from './lexer.js';
import { stringValue } from './string-value.js';

/**
 * A constant expression, as far as strings need it. A string literal is its value, `0` is anything that is no
 * string, and `null` is what this reader does not understand.
 */
export type Expression =
  | string
  | 0
  | null
  | { readonly rune: number }
  | { readonly name: string }
  | { readonly sum: readonly Expression[] }
  | { readonly to: string; readonly of: Expression };

const deepest = 30;
const noStrings = new Set(
  `bool byte cap complex complex128 complex64 float32 float64 imag int int16 int32 int64 int8 len real rune uint
   uint16 uint32 uint64 uint8 uintptr`.split(/\s+/),
);
const predeclaredValues = new Set(['iota', 'true', 'false', 'nil']);

/** Whether a predeclared type holds no strings, or a predeclared function gives none. */
export function givesNoString(name: string): boolean {
  return noStrings.has(name) || name.startsWith('unsafe.');
}

/** Parses the tokens from `from` to `to`, the latter exclusive. Linear: levels are bounded, and a token is looked at a few times a level. */
export function parseExpression(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  depth = 0,
): Expression {
  if (from >= to || depth > deepest) return null;
  const terms: Expression[] = [];
  let at = from;
  for (;;) {
    const [term, next] = parseOperand(at);
    if (next < to && !isMark(next, '+')) return isOperator(next) ? 0 : null;
    terms.push(term);
    if (next >= to) break;
    at = next + 1;
  }
  if (terms.includes(0)) return 0;
  return terms.length === 1 ? (terms[0] as Expression) : { sum: terms };

  function parseOperand(start: number): [Expression, number] {
    const token = tokens[start];
    if (!token || start >= to) return [null, start + 1];
    switch (token.kind) {
      case 'string':
      case 'raw':
        return [stringValue(text.slice(token.start, token.end)), start + 1];
      case 'rune':
        return [
          { rune: stringValue(text.slice(token.start, token.end)).codePointAt(0) ?? 0xfffd },
          start + 1,
        ];
      case 'number':
        return [0, start + 1];
      case 'name':
        return parseNamed(start);
    }
    if (isMark(start, '(')) return parseGroup(start);
    if (isOperator(start)) return [0, to];
    return [null, start + 1];
  }

  function parseNamed(start: number): [Expression, number] {
    let next = start + 1;
    let name = word(start);
    if (isMark(next, '.') && tokens[next + 1]?.kind === 'name' && next + 1 < to) {
      name += `.${word(next + 1)}`;
      next += 2;
    }
    if (isMark(next, '(')) return parseConversion(name, next);
    if (predeclaredValues.has(name)) return [0, next];
    return [{ name }, next];
  }

  function parseGroup(start: number): [Expression, number] {
    const close = closing(start);
    const inner = parseExpression(text, tokens, start + 1, close, depth + 1);
    const isType = inner !== null && typeof inner === 'object' && 'name' in inner && isMark(close + 1, '(');
    return isType ? parseConversion(inner.name, close + 1) : [inner, close + 1];
  }

  function parseConversion(name: string, open: number): [Expression, number] {
    const close = closing(open);
    if (givesNoString(name)) return [0, close + 1];
    const end = isMark(close - 1, ',') ? close - 1 : close;
    return [{ to: name, of: parseExpression(text, tokens, open + 1, end, depth + 1) }, close + 1];
  }

  function closing(open: number): number {
    let level = 0;
    for (let index = open; index < to; index++) {
      if (tokens[index]?.kind !== 'mark') continue;
      if (isMark(index, '(')) level++;
      else if (isMark(index, ')') && --level === 0) return index;
    }
    return to;
  }

  function word(index: number): string {
    const token = tokens[index] as Token;
    return text.slice(token.start, token.end);
  }

  function isMark(index: number, mark: string): boolean {
    const token = tokens[index];
    return (
      index < to && token?.kind === 'mark' && text.startsWith(mark, token.start) && token.end > token.start
    );
  }

  function isOperator(index: number): boolean {
    const token = tokens[index];
    return index < to && token?.kind === 'mark' && '+-*/%&|^<>=!'.includes(text[token.start] as string);
  }
}
