import { code } from '../../../../src/rule.js';
import type { Expression, Member } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { successor } from '../shared/successor.js';
import type { Tokens } from '../shared/tokens.js';
import { betweenDirectives, includedFile } from './directives.js';
import { readValue } from './values.js';

/**
 * The enumerators between the braces of an enum. Each is worth its name; its number is another reading. `macros` are names
 * that stand for something else.
 */
export function readEnumerators(
  tokens: Tokens,
  inner: Part,
  scope: string,
  macros: ReadonlySet<string>,
): Member[] {
  let number: Expression = { number: '-1' };
  return partsOf(tokens, ...inner)
    .flatMap((part) => betweenDirectives(tokens, part))
    .map((part): Member => {
      const [start, end] = part;
      const span = tokens.span(start);
      const label = labelOf(tokens, part);
      const name = tokens.word(start);
      const odd = oddity(part);
      if (odd) {
        number = { unread: 'what stands before it is not known' };
        return { span, label, value: odd };
      }
      const equals = findMark(tokens, start, end, '=');
      number = equals < end ? { whole: readValue(tokens, [equals + 1, end], scope) } : successor(number);
      return { span, name, value: name, forms: { value: number }, isKey: true };
    });

  /** What stands for enumerators that cannot be seen. */
  function oddity(part: Part): Expression | undefined {
    const [start, end] = part;
    const name = tokens.word(start);
    if (tokens.kind(start) === 'own') return includedFile;
    if (tokens.is(start + 1, '(') || (macros.has(name) && end === start + 1))
      return { unread: `the macro ${code(name)} makes it` };
    const isPlain = tokens.kind(start) === 'name' && isEnumerator(tokens, part);
    return isPlain ? undefined : { unread: 'it cannot be understood' };
  }
}

/** A name, with attributes and macros behind it, then the end or a number. */
function isEnumerator(tokens: Tokens, [start, end]: Part): boolean {
  let at = start + 1;
  while (at < end && (tokens.is(at, '[', '(') || tokens.kind(at) === 'name')) at = tokens.close(at) + 1;
  return at >= end || tokens.is(at, '=');
}
