import { type Declared, deepest, type Member, type Outline } from '../shared/outline.js';
import { findMark, type Part } from '../shared/parts.js';
import { endOfQuoted, type Lexis, scan } from '../shared/scan.js';

const lexis: Lexis = {
  lineComments: ['//'],
  blockComments: { open: '/*', close: '*/' },
  special: (source, at) =>
    source[at] === '"' || source[at] === "'" ? { kind: 'text', end: endOfQuoted(source, at) } : undefined,
};

/** Reads the enums of a file of Protocol Buffers. Each value is worth its name; its number is another reading. */
export function readProtobuf(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  const around = packageOf();
  readBody([0, tokens.size], '', 0);
  return { declared, ...(around === '' ? {} : { around }) };

  function packageOf(): string {
    for (let at = 0; at < tokens.size; at = tokens.close(at) + 1) {
      const isStart = at === 0 || tokens.is(at - 1, ';', '}');
      if (isStart && tokens.is(at, 'package') && tokens.kind(at + 1) === 'name')
        return tokens.between(at + 1, findMark(tokens, at, tokens.size, ';')).replace(/\s/g, '');
    }
    return '';
  }

  function readBody([from, to]: Part, scope: string, depth: number): void {
    for (let at = from; at < to; ) {
      const isNamed = tokens.kind(at + 1) === 'name' && tokens.is(at + 2, '{');
      const close = isNamed ? tokens.close(at + 2) : tokens.close(at);
      const inner: Part = [at + 3, close];
      if (isNamed && tokens.is(at, 'enum')) {
        const value = { members: valuesOf(inner) };
        declared.push({ name: join(scope, tokens.word(at + 1)), span: tokens.span(at + 1), value });
      } else if (isNamed && tokens.is(at, 'message', 'extend') && depth < deepest) {
        readBody(inner, join(scope, tokens.word(at + 1)), depth + 1);
      }
      at = close + 1;
    }
  }

  /** `NAME = 1 [option];` */
  function valuesOf([from, to]: Part): Member[] {
    const members: Member[] = [];
    for (let at = from; at < to; ) {
      const end = findMark(tokens, at, to, ';');
      const isNegative = tokens.is(at + 2, '-');
      const number = tokens.word(isNegative ? at + 3 : at + 2);
      if (tokens.kind(at) === 'name' && tokens.is(at + 1, '=') && /^\d/.test(number)) {
        const name = tokens.word(at);
        const value = { number: `${isNegative ? '-' : ''}${numberOf(number)}` };
        members.push({ span: tokens.span(at), name, value: name, forms: { value } });
      }
      at = end + 1;
    }
    return members;
  }
}

function numberOf(literal: string): string {
  return String(Number(/^0[0-7]+$/.test(literal) ? `0o${literal}` : literal));
}

function join(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
