import { once } from '../../../../src/rule.js';
import { decodeEscapes, type Escapes } from '../shared/escapes.js';
import type { Expression } from '../shared/outline.js';

const escapes: Escapes = {
  simple: { t: '\t', b: '\b', n: '\n', r: '\r', "'": "'", '"': '"', '\\': '\\', $: '$' },
  unicode: 'u',
  other: 'keep',
};

const parts = once(() => /\\[\s\S]|\$([\p{L}_][\p{L}\p{N}_]*)|[^\\$]+|[\\$]/gu);

/** A piece of a string between its quotes or braces; what it names by `$` is looked up. */
export function termsOf(piece: string, isRaw: boolean, scope: string): Expression[] {
  const terms: Expression[] = [];
  let text = '';
  for (const [part, name] of piece.replaceAll('\r\n', '\n').matchAll(parts())) {
    if (name === undefined) text += part;
    else {
      terms.push(decode(text), { name, in: scope });
      text = '';
    }
  }
  return [...terms, decode(text)];

  function decode(text: string): string {
    return isRaw ? text : decodeEscapes(text, escapes);
  }
}
