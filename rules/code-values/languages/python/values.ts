import { code } from '../../../../src/rule.js';
import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { readCall } from './calls.js';
import { readComprehension } from './comprehension.js';
import { nameOf, textOf } from './literals.js';

const words: Readonly<Record<string, Expression>> = {
  True: { number: 'True' },
  False: { number: 'False' },
  None: { none: true },
  lambda: { other: 'a function' },
};
const unites = new Set(['Union', 'Optional']);
const sameAs = new Set(
  `Final ClassVar Annotated Required NotRequired ReadOnly list tuple set frozenset type List Tuple Set FrozenSet Sequence
   Iterable Collection AbstractSet Type`.split(/\s+/),
);
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };

/** Reads all that stands between two indices, in a scope. What commas divide is a tuple. */
export function readValue(tokens: Tokens, part: Part, scope: string, depth = 0): Expression {
  if (depth > deepest) return tooDeep;
  const [from, to] = part;
  if (from >= to) return { unread: 'it is empty' };
  if (findMark(tokens, from, to, ',') < to) return { members: readElements(part) };
  const [expression, next] = readOperators(tokens, from, readOperand, to);
  return next >= to ? expression : notPlain;

  function whole(inner: Part): Expression {
    return readValue(tokens, inner, scope, depth + 1);
  }

  function readOperand(at: number): Read {
    let [expression, next] = readPrimary(at);
    while (next < to) {
      if (
        tokens.is(next, '.') &&
        tokens.is(next + 2, '(') &&
        tokens.is(next + 1, 'split') &&
        typeof expression === 'string'
      ) {
        expression = splitOf(expression, next, at);
        next = tokens.close(next + 2) + 1;
      } else if (tokens.is(next, '[')) {
        const key = whole([next + 1, tokens.close(next)]);
        const pick = typeof key === 'string' ? key : 'number' in key ? key.number : undefined;
        expression = pick === undefined ? notPlain : { of: expression, pick };
        next = tokens.close(next) + 1;
      } else break;
    }
    return [expression, next];
  }

  function readPrimary(at: number): Read {
    const close = tokens.close(at);
    const inner: Part = [at + 1, close];
    switch (tokens.kind(at)) {
      case 'text':
        return readTexts(at);
      case 'number':
        return [numberOf(tokens.word(at)), at + 1];
      case 'name':
        return readNamed(at);
    }
    const listed = tokens.is(at, '(', '[', '{') ? readComprehension(tokens, inner, whole) : undefined;
    if (listed) return [listed, close + 1];
    if (tokens.is(at, '(')) return [inner[0] === inner[1] ? { members: [] } : whole(inner), close + 1];
    if (tokens.is(at, '[')) return [{ members: readElements(inner) }, close + 1];
    if (tokens.is(at, '{'))
      return [
        isDict(inner) ? { members: readEntries(inner), keyed: true } : { members: readElements(inner) },
        close + 1,
      ];
    if (tokens.is(at, '...')) return [{ other: 'an ellipsis' }, at + 1];
    return [notPlain, at + 1];
  }

  /** Strings that stand next to each other are one. */
  function readTexts(from: number): Read {
    const terms: Expression[] = [];
    let at = from;
    for (; at < to && tokens.kind(at) === 'text'; at++) terms.push(textOf(tokens.word(at), scope));
    if (terms.every((term) => typeof term === 'string')) return [terms.join(''), at];
    return [{ op: '+', terms }, at];
  }

  function readNamed(at: number): Read {
    const word = tokens.word(at);
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, word === 'lambda' ? Number.POSITIVE_INFINITY : at + 1];
    let path = word;
    let next = at + 1;
    for (; next < to && tokens.is(next, '.') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${tokens.word(next + 1)}`;
    if (next >= to) return [nameOf(path, scope), next];
    const close = tokens.close(next);
    const inner: Part = [next + 1, close];
    if (tokens.is(next, '('))
      return [readCall(tokens, path, inner, whole, (base) => nameOf(base, scope)), close + 1];
    const last = path.slice(path.lastIndexOf('.') + 1);
    if (tokens.is(next, '[')) {
      if (last === 'Literal' || unites.has(last))
        return [{ members: readUnion(inner, last !== 'Literal') }, close + 1];
      if (sameAs.has(last)) return [whole(partsOf(tokens, ...inner)[0] ?? inner), close + 1];
    }
    return [nameOf(path, scope), next];
  }

  /** Each of which may be several values. */
  function readUnion(inner: Part, isOfTypes: boolean): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const value = isOfTypes ? typeOf(whole(part)) : whole(part);
      const place = { span: spanOf(part), label: labelOf(tokens, part) };
      return typeof value === 'string' ? { span: place.span, value } : { ...place, all: value };
    });
  }

  /** A type may be named in quotes. */
  function typeOf(value: Expression): Expression {
    if (typeof value !== 'string') return value;
    return /^[\p{L}\p{N}_.]+$/u.test(value) ? nameOf(value, scope) : { unread: 'it is a type in quotes' };
  }

  function readElements(inner: Part): Member[] {
    return partsOf(tokens, ...inner)
      .filter(([start, end]) => start < end)
      .map((part): Member => {
        const label = labelOf(tokens, part);
        if (tokens.is(part[0], '*'))
          return { span: spanOf(part), label, all: { elements: whole([part[0] + 1, part[1]]) } };
        const value = whole(part);
        return { span: spanOf(part), ...(typeof value === 'string' ? {} : { label }), value };
      });
  }

  function isDict([start, end]: Part): boolean {
    const first = findMark(tokens, start, end, ',');
    return start === end || tokens.is(start, '**') || findMark(tokens, start, first, ':') < first;
  }

  /** The keys are what docs list. */
  function readEntries(inner: Part): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const [start, end] = part;
      const label = labelOf(tokens, part);
      if (tokens.is(start, '**')) return { span: spanOf(part), label, all: whole([start + 1, end]) };
      const colon = findMark(tokens, start, end, ':');
      const key = whole([start, colon]);
      const value = whole([colon + 1, end]);
      const name = typeof key === 'string' ? { name: key } : { label };
      return { span: spanOf([start, colon]), ...name, value: key, forms: { name: key, value }, isKey: true };
    });
  }

  /** `"a b".split()` */
  function splitOf(text: string, dot: number, at: number): Expression {
    const open = dot + 2;
    const by = tokens.close(open) === open + 1 ? undefined : whole([open + 1, tokens.close(open)]);
    if (by !== undefined && typeof by !== 'string')
      return { unread: `it is made by a call of ${code('….split')}` };
    const values = by === undefined ? text.split(/\s+/).filter(Boolean) : text.split(by);
    return { members: values.map((value) => ({ span: spanOf([at, dot]), value })) };
  }

  function spanOf([start, end]: Part): readonly [number, number] {
    return [tokens.span(start)[0], tokens.span(Math.max(start, end - 1))[1]];
  }
}

/** A number as Python prints it. */
function numberOf(literal: string): Expression {
  const digits = literal.replaceAll('_', '');
  if (/^0*\.0000/.test(digits)) return { other: 'a number of another kind' };
  if (/^(?:\d+\.\d*|\.\d+|\d+)$/.test(digits) && digits.includes('.')) {
    const [whole = '', part = ''] = digits.split('.');
    const plain = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${part.replace(/0+$/, '') || '0'}`;
    return plain.length < 16 ? { number: plain } : { other: 'a number of many digits' };
  }
  if (!/^(?:0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+)$/.test(digits))
    return { other: 'a number of another kind' };
  const value = Number(digits);
  if (Number.isNaN(value)) return { other: 'a number of another kind' };
  return { number: Number.isSafeInteger(value) || !/^\d+$/.test(digits) ? String(value) : digits };
}
