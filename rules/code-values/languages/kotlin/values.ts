import { code } from '../../../../src/rule.js';
import { numberOf } from '../java/literals.js';
import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { termsOf } from './literals.js';

const words: Readonly<Record<string, Expression>> = {
  true: { number: 'true' },
  false: { number: 'false' },
  null: { none: true },
};
const control = new Set(['if', 'when', 'try', 'object', 'fun', 'throw', 'return']);
/** The functions of the standard library, and those of others that say by their names what they make. */
const makesSet = /^(?:list|set|map|array|sequence|[a-z]\w*(?:List|Set|Map|Array))Of(?:NotNull)?$/;
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };

/** Reads an expression, in a scope, up to the first token that cannot belong to it. */
export function readValue(tokens: Tokens, from: number, scope: string, depth = 0, to = tokens.size): Read {
  if (depth > deepest) return [tooDeep, from + 1];
  return readOperators(tokens, from, readOperand, to);

  function whole([start, end]: Part): Expression {
    const [expression, next] = readValue(tokens, start, scope, depth + 1, end);
    return next >= end ? expression : notPlain;
  }

  function readOperand(at: number): Read {
    switch (tokens.kind(at)) {
      case 'text':
      case 'head':
        return readText(at);
      case 'number':
        return [numberOf(tokens.word(at)), at + 1];
      case 'character':
        return [{ other: 'a character' }, at + 1];
      case 'name':
        return readNamed(at, tokens.word(at));
    }
    const close = tokens.close(at);
    if (tokens.is(at, '(')) return [whole([at + 1, close]), close + 1];
    if (tokens.is(at, '[')) return [{ members: readElements([at + 1, close]) }, close + 1];
    return tokens.is(at, '{') ? [{ other: 'a function' }, close + 1] : [notPlain, at + 1];
  }

  function readText(at: number): Read {
    const quote = tokens.word(at).startsWith('"""') ? '"""' : '"';
    const isRaw = quote === '"""';
    const tail = tokens.kind(at) === 'head' ? tokens.close(at) : at;
    const terms: Expression[] = [];
    for (let piece = at; piece <= tail; piece++) {
      const word = tokens.word(piece);
      const start = piece === at ? quote.length : 1;
      const end =
        piece === tail
          ? word.endsWith(quote) && word.length >= start + quote.length
            ? -quote.length
            : undefined
          : -2;
      terms.push(...termsOf(word.slice(start, end), isRaw, scope));
      let next = piece + 1;
      while (next < tail && tokens.kind(next) !== 'middle') next = tokens.close(next) + 1;
      if (piece < tail) terms.push(whole([piece + 1, next]));
      piece = next - 1;
    }
    if (tokens.is(tail + 1, '.', '?.'))
      return [
        { unread: `it is made by a call of ${code(`….${tokens.word(tail + 2)}`)}` },
        behindChain(tail + 1),
      ];
    const isPlain = terms.every((term) => typeof term === 'string');
    return [isPlain ? terms.join('') : { op: '+', terms: ['', ...terms] }, tail + 1];
  }

  function readNamed(at: number, word: string): Read {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, at + 1];
    if (control.has(word)) return [{ unread: `\`${word}\` makes it` }, at + 1];
    let [path, next] = [word, at + 1];
    for (; tokens.is(next, '.') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${tokens.word(next + 1)}`;
    const open = tokens.is(next, '<') ? behindAngles(next) : next;
    if (open < to && tokens.is(open, '(') && !tokens.breaks(open)) return readCall(path, open);
    if (tokens.is(next, '{', '::', '?.', '!!', '[') && !tokens.breaks(next))
      return [notPlain, behindChain(next)];
    const base = /^(.+)\.(?:entries|name)$/.exec(path)?.[1];
    return [
      { name: path, in: scope, ...(base === undefined ? {} : { or: { name: base, in: scope } }) },
      next,
    ];
  }

  function readCall(path: string, open: number): Read {
    const close = tokens.close(open);
    const last = path.slice(path.lastIndexOf('.') + 1);
    const base = /^(.+)\.values$/.exec(path)?.[1];
    const next = behindChain(close + 1);
    if (next === close + 1 && base !== undefined) return [{ name: base, in: scope }, next];
    if (next > close + 1 || !makesSet.test(last))
      return [{ unread: `it is made by a call of ${code(path)}` }, next];
    const inner: Part = [open + 1, close];
    return [
      /Map/i.test(last) ? { members: readEntries(inner), keyed: true } : { members: readElements(inner) },
      next,
    ];
  }

  /** Behind all calls and names that hang on an expression. */
  function behindChain(from: number): number {
    let at = from;
    while (
      tokens.is(at, '.', '?.', '!!', '::', '(', '[', '{') &&
      (tokens.is(at, '.', '?.') || !tokens.breaks(at))
    ) {
      at = tokens.is(at, '.', '?.', '::') ? at + 2 : tokens.close(at) + 1;
    }
    return at;
  }

  function behindAngles(open: number): number {
    let level = 0;
    for (let at = open; at < Math.min(to, open + 100); at++) {
      if (tokens.is(at, '<')) level++;
      else if (tokens.is(at, '>') && --level === 0) return at + 1;
    }
    return open;
  }

  function readElements(inner: Part): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const label = labelOf(tokens, part);
      if (tokens.is(part[0], '*'))
        return { span: spanOf(part), label, all: { elements: whole([part[0] + 1, part[1]]) } };
      const value = whole(part);
      return { span: spanOf(part), ...(typeof value === 'string' ? {} : { label }), value };
    });
  }

  /** `key to value`: the keys are what docs list. */
  function readEntries(inner: Part): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const middle = findMark(tokens, ...part, 'to');
      const key = whole([part[0], middle]);
      const name = typeof key === 'string' ? { name: key } : { label: labelOf(tokens, part) };
      return {
        span: spanOf([part[0], middle]),
        ...name,
        value: key,
        forms: { name: key, value: whole([middle + 1, part[1]]) },
        isKey: true,
      };
    });
  }

  function spanOf([start, end]: Part): readonly [number, number] {
    return [tokens.span(start)[0], tokens.span(Math.max(start, end - 1))[1]];
  }
}
