import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { readCall, readMethod } from './calls.js';
import { numberOf, pieceOf, textOf } from './literals.js';
import { readObject } from './objects.js';
import { behindTypes, readType } from './types.js';

const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };
const aFunction: Expression = { other: 'a function' };
const words: Readonly<Record<string, Expression>> = {
  true: { number: 'true' },
  false: { number: 'false' },
  null: { none: true },
  undefined: { none: true },
};
const operators = new Set(['typeof', 'await', 'yield', 'delete', 'void', 'import', 'super', 'this']);

/** Reads an expression, in a scope, up to the first token that cannot belong to it. */
export function readValue(tokens: Tokens, from: number, scope: string, depth = 0): Read {
  if (depth > deepest) return [tooDeep, from + 1];
  return readOperators(tokens, from, (at) => {
    let [expression, next] = readPrimary(at);
    for (let read = readPostfix(expression, next); read; read = readPostfix(expression, next))
      [expression, next] = read;
    return [expression, next];
  });

  /** All that stands between two indices. */
  function whole([start, end]: Part): Expression {
    const [expression, next] = readValue(tokens, start, scope, depth + 1);
    return next >= end ? expression : notPlain;
  }

  function readPrimary(at: number): Read {
    switch (tokens.kind(at)) {
      case 'text':
        return [textOf(tokens.word(at)), at + 1];
      case 'head':
        return [readTemplate(at), tokens.close(at) + 1];
      case 'number':
        return [numberOf(tokens.word(at)), at + 1];
      case 'name':
        return readNamed(at);
      case 'own':
        return [{ other: 'a pattern or an element' }, at + 1];
    }
    const close = tokens.close(at);
    const inner: Part = [at + 1, close];
    if (tokens.is(at, '('))
      return tokens.is(close + 1, '=>', ':') ? readArrow(close + 1) : [whole(inner), close + 1];
    if (tokens.is(at, '[')) return [{ members: readElements(inner) }, close + 1];
    if (tokens.is(at, '{'))
      return [{ members: readObject(tokens, inner, scope, whole), keyed: true }, close + 1];
    if (tokens.is(at, '<')) return readValue(tokens, behindTypes(tokens, at), scope, depth + 1);
    return [notPlain, at + 1];
  }

  function readTemplate(head: number): Expression {
    const tail = tokens.close(head);
    const terms: Expression[] = [pieceOf(tokens.word(head))];
    for (let at = head + 1; at < tail; ) {
      let end = at;
      while (end < tail && tokens.kind(end) !== 'middle') end = tokens.close(end) + 1;
      terms.push(whole([at, end]), pieceOf(tokens.word(end)));
      at = end + 1;
    }
    return { op: '+', terms };
  }

  function readElements(inner: Part): Member[] {
    return partsOf(tokens, ...inner)
      .filter(([start, end]) => start < end)
      .map((part): Member => {
        const [start, end] = part;
        const span = [tokens.span(start)[0], tokens.span(end - 1)[1]] as const;
        const label = labelOf(tokens, part);
        if (tokens.is(start, '...')) return { span, label, all: { elements: whole([start + 1, end]) } };
        const value = whole(part);
        return { span, ...(typeof value === 'string' ? {} : { label }), value };
      });
  }

  function readNamed(at: number): Read {
    const word = tokens.word(at);
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, at + 1];
    if (word === 'void' && tokens.kind(at + 1) === 'number') return [{ none: true }, at + 2];
    if (word === 'new') return readNew(at + 1);
    if (word === 'function' || word === 'class') return [aFunction, behindBody(at)];
    if (word === 'async')
      return tokens.is(at + 1, 'function') ? [aFunction, behindBody(at)] : readAsync(at + 1);
    if (operators.has(word)) return [{ unread: `\`${word}\` stands in its expression` }, at + 1];
    if (tokens.is(at + 1, '=>')) return readArrow(at + 1);
    return readPath(at);
  }

  /** `a.b.c`, or a call of it. */
  function readPath(at: number): Read {
    let path = tokens.word(at);
    let next = at + 1;
    for (; tokens.is(next, '.', '?.') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${tokens.word(next + 1)}`;
    if (tokens.kind(next) === 'text' && tokens.word(next)[0] === '`') {
      const raw =
        path === 'String.raw'
          ? tokens.word(next).slice(1, -1)
          : { unread: `\`${path}\` makes it of a template` };
      return [raw, next + 1];
    }
    const open = tokens.is(next, '<') ? behindTypes(tokens, next) : next;
    if (!tokens.is(open, '(')) return [nameOf(path), next];
    const close = tokens.close(open);
    return [readCall(tokens, path, nameOf, partsOf(tokens, open + 1, close), whole), close + 1];
  }

  /** A member of a schema library's enum may be behind `.enum`, those of an object behind `.shape`; all are `.options`. */
  function nameOf(path: string): Expression {
    const base = /^(.+)\.(?:options|enum|Enum|Values|shape|entries)(\..+)?$/.exec(path);
    const name = { in: scope, space: 'value' } as const;
    return { name: path, ...name, ...(base ? { or: { name: `${base[1]}${base[2] ?? ''}`, ...name } } : {}) };
  }

  function readNew(at: number): Read {
    const type = tokens.word(at);
    const open = tokens.is(at + 1, '<') ? behindTypes(tokens, at + 1) : at + 1;
    if (!tokens.is(open, '(')) return [{ unread: `it is made by \`new ${type}\`` }, open];
    const close = tokens.close(open);
    const [first] = partsOf(tokens, open + 1, close);
    if (type === 'Set')
      return [
        first
          ? { members: [{ span: tokens.span(at), label: type, all: { elements: whole(first) } }] }
          : { members: [] },
        close + 1,
      ];
    if (type === 'Map' && first && tokens.is(first[0], '['))
      return [{ members: readEntries(first[0]), keyed: true }, close + 1];
    return [{ unread: `it is made by \`new ${type}\`` }, close + 1];
  }

  /** The entries of a map: the key is the value that docs list. */
  function readEntries(open: number): Member[] {
    return partsOf(tokens, open + 1, tokens.close(open)).map((part): Member => {
      const [start, end] = part;
      const label = labelOf(tokens, part);
      const span = tokens.span(start + 1);
      const [key, value] = tokens.is(start, '[') ? partsOf(tokens, start + 1, tokens.close(start)) : [];
      if (!key || !value || start + 1 >= end) return { span: tokens.span(start), label, value: notPlain };
      const name = whole(key);
      const forms = { name, value: whole(value) };
      return { span, ...(typeof name === 'string' ? { name } : { label }), value: name, forms, isKey: true };
    });
  }

  function readPostfix(expression: Expression, at: number): Read | undefined {
    if (tokens.breaks(at) && !tokens.is(at, '.', '?.')) return undefined;
    if (tokens.is(at, '!')) return [expression, at + 1];
    if (tokens.is(at, 'as', 'satisfies')) {
      return tokens.is(at + 1, 'const')
        ? [expression, at + 2]
        : [expression, readType(tokens, at + 1, scope, depth + 1)[1]];
    }
    if (tokens.is(at, '.', '?.') && tokens.kind(at + 1) === 'name') {
      const method = tokens.word(at + 1);
      if (!tokens.is(at + 2, '(')) return [{ of: expression, pick: method }, at + 2];
      const close = tokens.close(at + 2);
      return [
        readMethod(tokens, expression, method, partsOf(tokens, at + 3, close), whole, tokens.span(at - 1)),
        close + 1,
      ];
    }
    if (tokens.is(at, '[')) {
      const key = whole([at + 1, tokens.close(at)]);
      const pick = typeof key === 'string' ? key : 'number' in key ? key.number : undefined;
      return [pick === undefined ? notPlain : { of: expression, pick }, tokens.close(at) + 1];
    }
    return tokens.is(at, '(') ? [notPlain, tokens.close(at) + 1] : undefined;
  }

  function readAsync(at: number): Read {
    const next = tokens.is(at, '(') ? tokens.close(at) + 1 : at + 1;
    return readArrow(next);
  }

  /** From the arrow on, or from the type that stands before it. */
  function readArrow(at: number): Read {
    const arrow = tokens.is(at, ':') ? readType(tokens, at + 1, scope, depth + 1)[1] : at;
    if (!tokens.is(arrow, '=>')) return [notPlain, arrow];
    if (tokens.is(arrow + 1, '{')) return [aFunction, tokens.close(arrow + 1) + 1];
    return [aFunction, readValue(tokens, arrow + 1, scope, depth + 1)[1]];
  }

  function behindBody(from: number): number {
    let at = from + 1;
    while (at < tokens.size && !tokens.is(at, '{', ';')) at = tokens.close(at) + 1;
    return tokens.close(at) + 1;
  }
}
