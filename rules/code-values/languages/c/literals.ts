import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  hex: 'wide',
  octal: true,
  unicode: 'uU',
  braced: true,
  continues: 'line',
  other: 'drop',
};
const byte = /\\(?:x([\da-fA-F]{1,2})|([0-7]{1,3}))/g;

/** A string literal with its prefix and its quotes. `\x` and octal escapes of a narrow one are bytes of UTF-8. */
export function textOf(literal: string): string {
  const raw = /^(?:u8|[uUL])?R"([^(]*)\(/.exec(literal);
  if (raw) return bodyOf(literal, raw[0].length, `)${raw[1]}"`).replaceAll('\r\n', '\n');
  const quote = literal.indexOf('"');
  const body = bodyOf(literal, quote + 1, '"');
  return /^(?:u8)?$/.test(literal.slice(0, quote)) && /\\[x0-7]/.test(body)
    ? fromBytes(body)
    : decodeEscapes(body, escapes);
}

function fromBytes(body: string): string {
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  let from = 0;
  const plain = body.replaceAll('\\\\', '\\\\\u0000');
  for (const match of plain.matchAll(byte)) {
    bytes.push(...encoder.encode(decodePlain(plain.slice(from, match.index))));
    bytes.push(
      (match[1] === undefined ? Number.parseInt(match[2] as string, 8) : Number.parseInt(match[1], 16)) & 255,
    );
    from = match.index + match[0].length;
  }
  bytes.push(...encoder.encode(decodePlain(plain.slice(from))));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

/** Between escapes by number; a mark behind a doubled backslash kept it from being taken for their beginning. */
function decodePlain(text: string): string {
  return decodeEscapes(text.replaceAll('\\\\\u0000', '\\\\'), escapes);
}

export function numberOf(literal: string): Expression {
  const digits = /^(0[xX][\da-fA-F]+|0[bB][01]+|\d+)[uUlLzZ]*$/.exec(literal.replaceAll("'", ''))?.[1];
  if (digits === undefined) return { other: 'a number that is not whole' };
  return { number: String(BigInt(/^0\d+$/.test(digits) ? octal(digits) : digits)) };
}

function octal(digits: string): string {
  return /^0[0-7]+$/.test(digits) ? `0o${digits}` : digits;
}

/** A character is its number. */
export function characterOf(literal: string): Expression {
  const text = decodeEscapes(bodyOf(literal, literal.indexOf("'") + 1, "'"), escapes);
  const points = [...text];
  return points.length === 1
    ? { number: String(points[0]?.codePointAt(0)) }
    : { other: 'several characters' };
}
