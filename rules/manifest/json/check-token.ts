import { quoted } from '../quoted.js';
import { mistake, type Reading } from './reading.js';
import type { Token } from './tokens.js';

/** Every backslash with what it escapes, and every character below the space. */
const suspicious = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\|[^ -\uffff]/g;

/** Says what is wrong inside a string or a number. */
export function checkToken(reading: Reading, token: Token): void {
  const { start, end, fault } = token;
  const written = reading.text.slice(start, end);
  if (fault === 'number') {
    mistake(reading, [start, end], `${quoted(written)} is no number in JSON. Write it in full.`);
  } else if (fault === 'unclosed') {
    mistake(reading, [start, end], 'This string has no closing quote on its line. Add it.');
    // A bracket inside may have been meant as one: what follows cannot be matched.
    reading.lost = end === reading.text.length || /[{}[\]]\s*,?\s*$/.test(written.slice(-100));
  } else {
    for (const match of written.matchAll(suspicious)) {
      if (match[0].length > 1) continue;
      const at = start + match.index;
      mistake(reading, [at, at + 1], sayWhy(match[0], written[match.index + 1] ?? ''));
    }
  }
}

function sayWhy(found: string, next: string): string {
  if (found === '\t') return 'A tab inside a string is not allowed. Write `\\t`.';
  if (found !== '\\') return `${quoted(found)} inside a string is not allowed. Write it as this escape.`;
  if (next === 'u') return 'Four hexadecimal digits must follow `\\u`. Write `\\\\u` for a backslash.';
  return `${quoted(`\\${next}`)} is no escape in JSON. Write ${quoted(`\\\\${next}`)} for a backslash, or remove it.`;
}
