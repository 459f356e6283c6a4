import { code } from '../../../../src/rule.js';
import type { Read } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { numberOf, pieceOf, textOf } from './literals.js';
import { readObjectType } from './object-types.js';

const nothing: Expression = { none: true };
const words: Readonly<Record<string, Expression>> = {
  null: nothing,
  undefined: nothing,
  never: nothing,
  void: nothing,
  true: { number: 'true' },
  false: { number: 'false' },
};
const wide = new Set('string number bigint symbol object any unknown'.split(' '));
/** Types that hold the values of their argument. */
const sameAs = new Set(
  `Readonly Required Partial NonNullable Awaited Array ReadonlyArray Set ReadonlySet infer input output TypeOf Static
   InferOutput InferInput`.split(/\s+/),
);
const anyText = /^(?:string|\{\}|string & \{\}|\{\} & string|string & Record<never, never>)$/;

/** Reads a type, in a scope, up to the first token that cannot belong to it. */
export function readType(tokens: Tokens, from: number, scope: string, depth = 0): Read {
  if (depth > deepest) return [tooDeep, from + 1];
  const parts: { readonly part: Part; readonly value: Expression }[] = [];
  let at = tokens.is(from, '|', '&') ? from + 1 : from;
  for (;;) {
    const start = at;
    let [value, next] = readPostfix(...readPrimary(at));
    while (tokens.is(next, '&')) {
      next = readPostfix(...readPrimary(next + 1))[1];
      value = anyText.test(tokens.between(start, next))
        ? nothing
        : { unread: 'it is an intersection of types' };
    }
    parts.push({ part: [start, next], value });
    at = next;
    if (!tokens.is(at, '|')) break;
    at++;
  }
  if (tokens.is(at, 'extends') && !tokens.breaks(at))
    return [{ unread: 'its type hangs on a condition' }, behindCondition(at)];
  const [only] = parts;
  if (parts.length === 1 && only && typeof only.value !== 'string') return [only.value, at];
  const members = parts.map(({ part, value }): Member => {
    const span = [tokens.span(part[0])[0], tokens.span(part[1] - 1)[1]] as const;
    return typeof value === 'string' ? { span, value } : { span, label: labelOf(tokens, part), all: value };
  });
  return [{ members }, at];

  function inner(start: number): Read {
    return readType(tokens, start, scope, depth + 1);
  }

  function readPrimary(at: number): Read {
    const word = tokens.word(at);
    switch (tokens.kind(at)) {
      case 'text':
        return [textOf(word), at + 1];
      case 'number':
        return [numberOf(word), at + 1];
      case 'head':
        return [readTemplate(at), tokens.close(at) + 1];
      case 'name':
        return readNamed(at, word);
    }
    const close = tokens.close(at);
    if (word === '-') return [{ op: '-', terms: [numberOf(tokens.word(at + 1))] }, at + 2];
    if (word === '(')
      return tokens.is(close + 1, '=>') ? aFunction(close + 2) : [inner(at + 1)[0], close + 1];
    if (word === '[') return [{ members: readTuple([at + 1, close]) }, close + 1];
    if (word === '{')
      return [{ members: readObjectType(tokens, [at + 1, close], (start) => inner(start)[0]) }, close + 1];
    if (word === '<') return aFunction(behindTypes(tokens, at));
    return [{ unread: 'its type cannot be understood' }, at + 1];
  }

  function aFunction(at: number): Read {
    return [{ other: 'a function' }, inner(at)[1]];
  }

  function readNamed(at: number, word: string): Read {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, at + 1];
    if (word === 'readonly') return readPostfix(...readPrimary(at + 1));
    if (word === 'keyof') {
      const [type, next] = readPostfix(...readPrimary(at + 1));
      return [{ names: type }, next];
    }
    if (word === 'typeof') return readPath(at + 1, 'value');
    if (word === 'new' || word === 'abstract' || word === 'asserts' || word === 'unique' || word === 'infer')
      return [{ unread: `${code(word)} stands in its type` }, at + 2];
    if (word === 'boolean') return [bothOf(at), at + 1];
    if (wide.has(word)) return [{ unread: `it may be any ${word}` }, at + 1];
    return readPath(at, 'type');
  }

  function bothOf(at: number): Expression {
    const span = tokens.span(at);
    return { members: ['true', 'false'].map((number) => ({ span, label: number, value: { number } })) };
  }

  function readPath(at: number, space: 'type' | 'value'): Read {
    let path = tokens.word(at);
    let next = at + 1;
    for (; tokens.is(next, '.') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${tokens.word(next + 1)}`;
    const name: Expression = { name: path, in: scope, space };
    if (!tokens.is(next, '<') || space === 'value') return [name, next];
    const end = behindTypes(tokens, next);
    return [generic(path, partsOf(tokens, next + 1, end - 1)), end];
  }

  function generic(path: string, args: readonly Part[]): Expression {
    const [first, second] = args.map(([start]) => inner(start)[0]);
    const last = path.slice(path.lastIndexOf('.') + 1);
    if (first !== undefined && sameAs.has(last)) return first;
    if (first !== undefined && second !== undefined && path === 'Exclude')
      return { of: first, without: second };
    if (first !== undefined && second !== undefined && path === 'Extract')
      return { of: first, within: second };
    return { unread: `what ${code(`${path}<…>`)} makes is not known` };
  }

  /** `X[number]` are the elements of `X`, `X[keyof X]` its values, `X['a']` one of them or a part of each. */
  function readPostfix(type: Expression, from: number): Read {
    let [value, at, isElement] = [type, from, false];
    for (; tokens.is(at, '[') && !tokens.breaks(at); at = tokens.close(at) + 1) {
      const key = tokens.is(at + 1, 'keyof') ? 'keyof' : tokens.word(at + 1);
      const isOnly = tokens.close(at) === at + 2;
      if (key === 'number') isElement = true;
      else if (tokens.kind(at + 1) === 'number' && isOnly && !isElement) value = { of: value, pick: key };
      else if (tokens.kind(at + 1) === 'text' && isOnly) {
        const name = textOf(key);
        value = isElement ? { of: value, field: name } : { of: value, pick: name };
      } else if (key !== 'keyof' && tokens.close(at) > at + 1)
        value = { unread: `${code(tokens.between(at, tokens.close(at) + 1))} stands in its type` };
    }
    return [value, at];
  }

  /** Of a template, only what stands for itself. */
  function readTemplate(head: number): Expression {
    const tail = tokens.close(head);
    const [value, next] = inner(head + 1);
    const isBare = pieceOf(tokens.word(head)) === '' && pieceOf(tokens.word(tail)) === '';
    return isBare && next === tail ? value : { unread: 'its template has many readings' };
  }

  function readTuple([start, end]: Part): Member[] {
    return partsOf(tokens, start, end).map((part): Member => {
      const isRest = tokens.is(part[0], '...');
      const first = isRest ? part[0] + 1 : part[0];
      const isLabel =
        tokens.kind(first) === 'name' && (tokens.is(first + 1, ':') || tokens.is(first + 2, ':'));
      const [value] = inner(isLabel ? (tokens.is(first + 1, ':') ? first + 2 : first + 3) : first);
      return { span: tokens.span(part[0]), label: labelOf(tokens, part), all: value };
    });
  }

  function behindCondition(at: number): number {
    let end = at;
    for (const mark of ['?', ':']) {
      end = inner(end + 1)[1];
      if (!tokens.is(end, mark)) return end;
    }
    return inner(end + 1)[1];
  }
}

/** The index behind a list of types in `<>`; of one that nothing closes, the one behind its `<`. */
export function behindTypes(tokens: Tokens, open: number): number {
  let level = 0;
  for (let at = open; at < Math.min(tokens.size, open + 500); at = tokens.close(at) + 1) {
    if (tokens.is(at, '<')) level++;
    else if (tokens.is(at, '>') && --level === 0) return at + 1;
    else if (tokens.is(at, ';', '{') && level === 0) break;
  }
  return open + 1;
}
