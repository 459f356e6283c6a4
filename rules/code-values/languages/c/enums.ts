import { code } from '../../../../src/rule.js';
import type { Expression, Member } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { successor } from '../shared/successor.js';
import type { Tokens } from '../shared/tokens.js';
import { readValue } from './values.js';

/** The enumerators between the braces of an enum. Each is worth its name; its number is another reading. */
export function readEnumerators(tokens: Tokens, inner: Part, scope: string): Member[] {
  let number: Expression = { number: '-1' };
  return partsOf(tokens, ...inner)
    .flatMap((part) => betweenDirectives(tokens, part))
    .map((part): Member => {
      const [start, end] = part;
      const span = tokens.span(start);
      const label = labelOf(tokens, part);
      if (tokens.kind(start) === 'own')
        return { span, label, value: { unread: 'an included file makes it' } };
      if (tokens.is(start + 1, '('))
        return { span, label, value: { unread: `the macro ${code(tokens.word(start))} makes it` } };
      if (tokens.kind(start) !== 'name') return { span, label, value: { unread: 'it cannot be understood' } };
      const name = tokens.word(start);
      const equals = findMark(tokens, start, end, '=');
      number = equals < end ? readValue(tokens, [equals + 1, end], scope) : successor(number);
      return { span, name, value: name, forms: { value: number }, isKey: true };
    });
}

/** Directives divide too; one that includes a file stands for members that cannot be seen. */
function betweenDirectives(tokens: Tokens, [from, to]: Part): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && tokens.kind(at) !== 'own') continue;
    if (start < at) parts.push([start, at]);
    if (at < to && /^#\s*include/.test(tokens.word(at))) parts.push([at, at + 1]);
    start = at + 1;
  }
  return parts;
}
