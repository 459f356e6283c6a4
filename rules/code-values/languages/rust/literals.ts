import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { n: '\n', r: '\r', t: '\t', '\\': '\\', 0: '\0', "'": "'", '"': '"' },
  hex: 'two',
  braced: true,
  continues: 'blanks',
  other: 'keep',
};

/** A string literal with its prefix, hashes and quotes. */
export function textOf(literal: string): Expression {
  const [, letters = '', hashes = ''] = /^([bcr]*)(#*)"/.exec(literal) ?? [];
  if (letters.includes('b')) return { other: 'a text of bytes' };
  const body = bodyOf(literal, letters.length + hashes.length + 1, `"${hashes}`);
  return letters.includes('r') ? body.replaceAll('\r\n', '\n') : decodeEscapes(body, escapes);
}

/** A whole number without what stands for its type; of anything else, no number. */
export function numberOf(literal: string): Expression {
  const digits = /^(0x[\da-fA-F]+|0o[0-7]+|0b[01]+|\d+)(?:[iu](?:8|16|32|64|128|size))?$/.exec(
    literal.replaceAll('_', ''),
  )?.[1];
  if (digits === undefined) return { other: 'a number that is not whole' };
  return { number: String(BigInt(digits)) };
}
