import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { textOf } from './literals.js';
import type { SqlValue } from './operations.js';
import { isWord } from './words.js';

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
