import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' },
  hex: 'two',
  octal: true,
  unicode: 'u',
  braced: true,
  continues: 'line',
  other: 'drop',
};

/** The value of a string or of a template without expressions, its quotes included. */
export function textOf(literal: string): string {
  return decodeEscapes(bodyOf(literal), escapes);
}

/** The value of a piece of a template. */
export function pieceOf(piece: string): string {
  const end = piece.endsWith('${') ? -2 : piece.endsWith('`') ? -1 : undefined;
  return decodeEscapes(piece.slice(1, end), escapes);
}

/** A number as JavaScript prints it. */
export function numberOf(literal: string): Expression {
  const digits = literal.replaceAll('_', '').replace(/n$/, '');
  const value = Number(digits);
  if (Number.isNaN(value)) return { unread: 'it is no number' };
  return { number: Number.isSafeInteger(value) || !/^\d+$/.test(digits) ? String(value) : digits };
}
