import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { b: '\b', s: ' ', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' },
  octal: true,
  unicode: 'u',
  continues: 'line',
  other: 'keep',
};

/** The value of a string or of a text block. */
export function textOf(literal: string): string {
  if (!literal.startsWith('"""')) return decodeEscapes(bodyOf(literal), escapes);
  const lines = bodyOf(literal, 3, '"""').replaceAll('\r\n', '\n').split('\n').slice(1);
  const last = lines.length - 1;
  const counted = lines.filter((line, index) => index === last || line.trim() !== '');
  const indent = Math.min(...counted.map((line) => line.length - line.trimStart().length));
  const text = lines.map((line) => line.slice(Math.min(indent, line.length)).trimEnd()).join('\n');
  return decodeEscapes(text, escapes);
}

/** A whole number; of anything else, no number. */
export function numberOf(literal: string): Expression {
  const digits = /^(0[xX][\da-fA-F]+|0[bB][01]+|\d+)[lLuU]*$/.exec(literal.replaceAll('_', ''))?.[1];
  if (digits === undefined) return { other: 'a number that is not whole' };
  return { number: String(BigInt(/^0\d+$/.test(digits) ? `0o${digits}` : digits)) };
}
