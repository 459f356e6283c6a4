import { code } from '../../../../src/rule.js';
import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { numberOf, textOf } from './literals.js';

const words: Readonly<Record<string, Expression>> = {
  true: { number: 'true' },
  false: { number: 'false' },
  null: { none: true },
};
/** What makes a list of the values that it is given, and what makes one of another list. */
const lists = new Set(
  `List.of Set.of Stream.of Arrays.asList ImmutableList.of ImmutableSet.of ImmutableSortedSet.of EnumSet.of Sets.newHashSet
   Lists.newArrayList Sets.immutableEnumSet`.split(/\s+/),
);
const copies = new Set(
  `List.copyOf Set.copyOf ImmutableList.copyOf ImmutableSet.copyOf EnumSet.copyOf Collections.unmodifiableSet
   Collections.unmodifiableList Collections.unmodifiableCollection HashSet ArrayList LinkedHashSet TreeSet`.split(
    /\s+/,
  ),
);
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };

/** Reads all that stands between two indices, in a scope. */
export function readValue(tokens: Tokens, [from, to]: Part, scope: string, depth = 0): Expression {
  if (depth > deepest) return tooDeep;
  if (from >= to) return { unread: 'it is empty' };
  const [expression, next] = readOperators(tokens, from, readOperand, to);
  return next >= to ? expression : notPlain;

  function readOperand(at: number): Read {
    const word = tokens.word(at);
    switch (tokens.kind(at)) {
      case 'text':
        return tokens.is(at + 1, '.') ? [notPlain, to] : [textOf(word), at + 1];
      case 'number':
        return [numberOf(word), at + 1];
      case 'character':
        return [{ other: 'a character' }, at + 1];
      case 'name':
        return readNamed(at, word);
    }
    const close = tokens.close(at);
    if (word === '{') return [{ members: readElements([at + 1, close]) }, close + 1];
    if (word !== '(') return [notPlain, at + 1];
    if (tokens.is(close + 1, '->')) return [{ other: 'a function' }, to];
    const isCast = tokens.kind(close + 1) === 'text' || tokens.kind(close + 1) === 'name';
    return isCast
      ? readOperand(close + 1)
      : [readValue(tokens, [at + 1, close], scope, depth + 1), close + 1];
  }

  function readNamed(at: number, word: string): Read {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, at + 1];
    let [path, next] = [word === 'new' ? '' : word, at + 1];
    for (
      ;
      next < to && tokens.is(next, '.') && (tokens.kind(next + 1) === 'name' || tokens.is(next + 1, '<'));
    ) {
      if (tokens.is(next + 1, '<')) next = behindAngles(next + 1);
      else next += 2;
      path += `.${tokens.word(next - 1)}`;
    }
    if (word === 'new') return readNew(at + 1);
    if (next >= to || !tokens.is(next, '(', '->', '[', '::', '<')) return [{ name: path, in: scope }, next];
    const name = path.split('.').slice(-2).join('.');
    const inner: Part = [next + 1, tokens.close(next)];
    if (tokens.is(next, '(') && /Map\.of$/.test(name))
      return [{ members: readEntries(inner), keyed: true }, inner[1] + 1];
    if (!tokens.is(next, '(') || !(lists.has(name) || copies.has(name)))
      return [{ unread: `it is made by a call of ${code(path)}` }, to];
    return [{ members: readElements(inner, copies.has(name) || isOneName(inner)) }, inner[1] + 1];
  }

  /** Whether an array may stand for all of its elements. */
  function isOneName([start, end]: Part): boolean {
    return tokens.kind(start) === 'name' && end === start + 1;
  }

  /** Keys and values take turns; the keys are what docs list. */
  function readEntries(inner: Part): Member[] {
    const parts = partsOf(tokens, ...inner);
    return parts.flatMap((part, index): Member[] => {
      const next = parts[index + 1];
      if (index % 2 === 1 || !next) return [];
      const [key, value] = [part, next].map((one) => readValue(tokens, one, scope, depth + 1)) as [
        Expression,
        Expression,
      ];
      const name = typeof key === 'string' ? { name: key } : { label: labelOf(tokens, part) };
      return [{ span: tokens.span(part[0]), ...name, value: key, forms: { name: key, value }, isKey: true }];
    });
  }

  /** `new String[] {…}`, `new HashSet<>(…)` */
  function readNew(at: number): Read {
    let next = at;
    while (next < to && !tokens.is(next, '(', '{')) next++;
    const type = tokens.word(at);
    if (tokens.is(next, '{'))
      return [{ members: readElements([next + 1, tokens.close(next)]) }, tokens.close(next) + 1];
    if (!copies.has(type) || tokens.is(tokens.close(next) + 1, '{', '.'))
      return [{ unread: `it is made by ${code(`new ${type}`)}` }, to];
    return [{ members: readElements([next + 1, tokens.close(next)], true) }, tokens.close(next) + 1];
  }

  function behindAngles(open: number): number {
    let level = 0;
    for (let at = open; at < to; at++) {
      if (tokens.is(at, '<')) level++;
      else if (tokens.is(at, '>') && --level === 0) return at + 2;
    }
    return to;
  }

  /** Where a set is made of a set, its members are. */
  function readElements(inner: Part, isSpread = false): Member[] {
    return partsOf(tokens, ...inner).map((part): Member => {
      const value = readValue(tokens, part, scope, depth + 1);
      const span = [tokens.span(part[0])[0], tokens.span(Math.max(part[0], part[1] - 1))[1]] as const;
      if (isSpread) return { span, label: labelOf(tokens, part), all: value };
      return { span, ...(typeof value === 'string' ? {} : { label: labelOf(tokens, part) }), value };
    });
  }
}
