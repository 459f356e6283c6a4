import { once } from '../../../../src/rule.js';
import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import { bodyOf } from '../shared/literal.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  hex: 'two',
  octal: true,
  unicode: 'uU',
  continues: 'line',
  other: 'keep',
};

const parts = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;
const name = once(() => /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*$/u);

/** A string literal with its prefix and its quotes; of a formatted one, names are looked up. */
export function textOf(literal: string, scope: string): Expression {
  const [, letters = '', quote = ''] = /^([a-zA-Z]*)("""|'''|["'])/.exec(literal) ?? [];
  const body = bodyOf(literal, letters.length + quote.length, quote);
  if (/b/i.test(letters)) return { other: 'a text of bytes' };
  const decode = (text: string): Expression => {
    if (/r/i.test(letters)) return text.replaceAll('\r\n', '\n');
    return /\\N\{/.test(text) ? { unread: 'it names a character by `\\N`' } : decodeEscapes(text, escapes);
  };
  if (!/[ft]/i.test(letters) || !/[{}]/.test(body)) return decode(body);
  const terms = [...body.matchAll(parts)].map(([part, inner]): Expression => {
    if (part === '{{' || part === '}}') return part[0] as string;
    if (inner === undefined) return decode(part);
    const path = name().exec(inner)?.[1];
    return path === undefined ? { unread: 'it is formatted from more than names' } : nameOf(path, scope);
  });
  return { op: '+', terms: ['', ...terms] };
}

/** The value of a member of an enum is the member, as far as docs go. */
export function nameOf(path: string, scope: string): Expression {
  const base = /^(.+)\.value$/.exec(path)?.[1];
  return { name: path, in: scope, ...(base === undefined ? {} : { or: { name: base, in: scope } }) };
}
