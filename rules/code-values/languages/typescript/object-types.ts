import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { keyOf } from './objects.js';

const modifiers = ['readonly', '-', '+', 'get', 'set', 'static', 'declare'];

/** The properties of an interface or of a type in braces. Their types are no values of it; their names may be. */
export function readObjectType(
  tokens: Tokens,
  [from, to]: Part,
  typeAt: (at: number) => Expression,
): Member[] {
  const members: Member[] = [];
  for (let at = from; at < to; ) {
    let key = at;
    while (key < to && tokens.is(key, ...modifiers) && !tokens.is(key + 1, ':', '?', '(')) key++;
    const next = tokens.close(key) + 1;
    const mark = tokens.is(next, '?') ? next + 1 : next;
    const isMapped = tokens.is(key, '[') && (tokens.is(key + 2, 'in') || tokens.is(key + 2, ':'));
    if (!isMapped && tokens.is(mark, ':', '(', '<')) {
      const label = labelOf(tokens, [key, next]);
      members.push({
        span: tokens.span(key),
        ...keyOf(tokens, key, label, () => ({ unread: 'it is computed' })),
        value: { other: 'a type' },
        ...(tokens.is(mark, ':') ? { forms: { value: typeAt(mark + 1) }, isKey: true } : {}),
      });
    } else if (isMapped)
      members.push({
        span: tokens.span(key),
        label: labelOf(tokens, [key, next]),
        value: { unread: 'its names are made by a type' },
      });
    at = behindProperty(tokens, Math.max(key, mark - 1), to);
  }
  return members;
}

/** A property ends with `;`, `,`, or with its line unless that goes on. */
function behindProperty(tokens: Tokens, from: number, to: number): number {
  for (let at = tokens.close(from) + 1; at < to; at = tokens.close(at) + 1) {
    if (tokens.is(at, ';', ',')) return at + 1;
    const goesOn =
      tokens.is(at, '|', '&', '=>', '[', '.', ':', '?', '>') ||
      tokens.is(at - 1, '|', '&', '=>', ':', ',', '<', 'keyof', 'typeof', 'readonly');
    if (tokens.breaks(at) && !goesOn) return at;
  }
  return to;
}
