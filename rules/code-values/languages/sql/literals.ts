import { decodeEscapes, type Escapes } from '../shared/escapes.js';

const escapes: Escapes = {
  simple: { 0: '\0', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', Z: '\x1a' },
  unicode: 'uU',
  octal: true,
  hex: 'two',
  other: 'drop',
};

/** The value of a string literal, with its prefix and its quotes. */
export function textOf(literal: string, isMysql: boolean): string {
  const quote = literal.indexOf("'");
  const body = literal
    .slice(quote + 1, literal.endsWith("'") && literal.length > quote + 1 ? -1 : undefined)
    .replaceAll("''", "'");
  return isMysql || /^e/i.test(literal) ? decodeEscapes(body, escapes) : body;
}

/** A name as the database compares it: letter case counts only in quotes. */
export function nameOf(word: string): string {
  const quote = word[0] ?? '';
  if (quote === '[') return word.slice(1, -1);
  if (quote !== '"' && quote !== '`') return word.toLowerCase();
  return word.slice(1, -1).replaceAll(quote + quote, quote);
}
