import type { Read } from '../shared/operators.js';
import type { Expression, Member } from '../shared/outline.js';
import { labelOf, partsOf } from '../shared/parts.js';
import { successor } from '../shared/successor.js';
import type { Tokens } from '../shared/tokens.js';
import { keyOf } from './objects.js';
import { readValue } from './values.js';

/** The members of an enum whose brace opens at an index; `own` is its name, which its members may leave out. */
export function readMembers(tokens: Tokens, open: number, own: string): Member[] {
  const members: Member[] = [];
  let value: Expression = { number: '-1' };
  for (const part of partsOf(tokens, open + 1, tokens.close(open))) {
    const [start, end] = part;
    if (start >= end) continue;
    const next = tokens.close(start) + 1;
    const [given, behind]: Read = tokens.is(next, '=')
      ? readValue(tokens, next + 1, own)
      : [successor(value), end];
    value = behind >= end ? given : { unread: 'its expression cannot be understood' };
    const key = keyOf(tokens, start, labelOf(tokens, part), ([at]) => readValue(tokens, at, own)[0]);
    members.push({ span: tokens.span(start), ...key, value });
  }
  return members;
}
