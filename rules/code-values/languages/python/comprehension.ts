import type { Expression } from '../shared/outline.js';
import { findMark, type Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

/** `x.value for x in Set`, and what is as simple; undefined for what is no comprehension. */
export function readComprehension(
  tokens: Tokens,
  [from, to]: Part,
  whole: (part: Part) => Expression,
): Expression | undefined {
  const loop = findMark(tokens, from, to, 'for');
  if (loop >= to || findMark(tokens, from, loop, ',') < loop) return undefined;
  const within = findMark(tokens, loop, to, 'in');
  const end = findMark(tokens, within, to, 'if', 'for', 'async');
  const target = tokens
    .between(loop + 1, within)
    .replace(/[\s()]/g, '')
    .split(',');
  const what = tokens.between(from, loop).replace(/\s/g, '');
  if (end < to || within >= to) return unread;
  const all: Expression = { elements: whole([within + 1, to]) };
  const [first = ''] = target;
  if (target.length === 1 && (what === first || what === `${first}.value`)) return all;
  if (target.length === 1 && what === `${first}.name`) return { names: all };
  const index =
    target.length > 1
      ? target.indexOf(what)
      : Number(/^(.+)\[(\d)\]$/.exec(what)?.[1] === first ? what.at(-2) : -1);
  return index >= 0 ? { of: all, field: String(index) } : unread;
}

const unread: Expression = { unread: 'a comprehension makes it' };
