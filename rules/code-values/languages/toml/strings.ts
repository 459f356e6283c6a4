import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import { endOfQuoted } from '../shared/scan.js';

const escapes: Escapes = {
  simple: { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b', '"': '"', '\\': '\\' },
  hex: 'two',
  unicode: 'uU',
  continues: 'blanks',
  other: 'keep',
};

/** The offset behind the string that begins at an offset. */
export function endOfString(text: string, at: number): number {
  const quote = text[at] as string;
  if (!text.startsWith(quote.repeat(3), at)) return endOfQuoted(text, at, { escapes: quote === '"' });
  for (let end = at + 3; end < text.length; end++) {
    if (text[end] === '\\' && quote === '"') end++;
    else if (text.startsWith(quote.repeat(3), end)) {
      while (text[end + 3] === quote) end++;
      return end + 3;
    }
  }
  return text.length;
}

/** The value of a string with its quotes. */
export function textOf(literal: string): string {
  const quote = literal[0] as string;
  const isLong = literal.startsWith(quote.repeat(3)) && literal.length >= 6;
  const body = isLong ? bodyOf(literal, 3, quote.repeat(3)).replace(/^\r?\n/, '') : bodyOf(literal);
  if (quote !== '"') return body.replaceAll('\r\n', '\n');
  const joined = body.replace(/\\(?:[ \t]+(?=\r?\n)|[\s\S])/g, (part) =>
    /^\\[ \t]/.test(part) ? '\\' : part,
  );
  return decodeEscapes(joined, escapes);
}
