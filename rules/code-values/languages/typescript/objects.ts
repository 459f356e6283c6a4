import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { numberOf, textOf } from './literals.js';

const modifiers = ['async', 'get', 'set', '*'];

/** The entries of an object, between its braces. */
export function readObject(
  tokens: Tokens,
  [from, to]: Part,
  scope: string,
  whole: (part: Part) => Expression,
): Member[] {
  return partsOf(tokens, from, to)
    .filter(([start, end]) => start < end)
    .map((part): Member => {
      const [from, end] = part;
      let start = from;
      while (tokens.is(start, ...modifiers) && start + 1 < end && !tokens.is(start + 1, ':', '(', ','))
        start++;
      const label = labelOf(tokens, part);
      if (tokens.is(start, '...'))
        return { span: tokens.span(start + 1), label, all: whole([start + 1, end]) };
      const next = behindKey(tokens, start);
      const base = { span: tokens.span(start), ...keyOf(tokens, start, label, whole) };
      if (tokens.is(next, ':')) return { ...base, value: whole([next + 1, end]) };
      if (next < end) return { ...base, value: { other: 'a function' } };
      return { ...base, value: { name: tokens.word(start), in: scope, space: 'value' } };
    });
}

/** What an entry or a member is called. A name in brackets is worked out. */
export function keyOf(
  tokens: Tokens,
  at: number,
  label: string,
  whole: (part: Part) => Expression,
):
  | { readonly name: string }
  | { readonly label: string; readonly forms?: Readonly<Record<string, Expression>> } {
  const key = tokens.is(at, '[') ? whole([at + 1, tokens.close(at)]) : nameAt(tokens, at);
  if (typeof key === 'string') return { name: key };
  return 'number' in key ? { name: key.number } : { label, forms: { name: key } };
}

function behindKey(tokens: Tokens, at: number): number {
  return tokens.close(at) + 1;
}

function nameAt(tokens: Tokens, at: number): Expression {
  const word = tokens.word(at);
  if (tokens.kind(at) === 'text') return textOf(word);
  return tokens.kind(at) === 'number' ? numberOf(word) : word;
}
