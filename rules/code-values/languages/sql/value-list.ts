import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { textOf } from './literals.js';
import type { SqlValue } from './operations.js';
import { isWord } from './words.js';

/** `'a', 'b'::text, ('c'::varchar)::text` */
export function valuesOf(tokens: Tokens, part: Part, isMysql: boolean): SqlValue[] {
  return partsOf(tokens, ...part).map((one): SqlValue => {
    const label = labelOf(tokens, one);
    const at = literalIn(tokens, one);
    if (at === undefined)
      return { span: tokens.span(one[0]), label, value: { unread: 'it is no plain text' } };
    const span = tokens.span(at);
    if (tokens.kind(at) === 'text') return { span, value: textOf(tokens.word(at), isMysql) };
    if (tokens.kind(at) === 'number') return { span, label, value: { number: tokens.word(at) } };
    return { span, label, value: { none: true } };
  });
}

/** A text, a number or `NULL` with nothing but brackets and casts around it. */
function literalIn(tokens: Tokens, [from, to]: Part): number | undefined {
  let at = from;
  while (at < to && tokens.is(at, '(')) at++;
  if (!isWord(tokens, at, 'null') && !['text', 'number'].includes(tokens.kind(at))) return undefined;
  for (let next = at + 1; next < to; next++) {
    if (tokens.is(next, ')')) continue;
    if (!tokens.is(next, '::')) return undefined;
    while (tokens.kind(next + 1) === 'name' || tokens.is(next + 1, '.', '[', ']', '(')) {
      next = tokens.is(next + 1, '(') ? tokens.close(next + 1) : next + 1;
    }
  }
  return at;
}
