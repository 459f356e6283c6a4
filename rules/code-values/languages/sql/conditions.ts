import { labelOf, type Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { type Allowed, readComparison } from './comparisons.js';
import { nameOf } from './literals.js';
import type { SqlValue } from './operations.js';
import { isWord } from './words.js';

/** A condition as a tree. `odd` is one that takes away some values of the columns that it names; `any` says nothing. */
type Condition =
  | { readonly or: readonly Condition[] }
  | { readonly and: readonly Condition[] }
  | Allowed
  | { readonly without: Allowed }
  | { readonly odd: readonly string[]; readonly part: Part }
  | { readonly any: true };

const deepest = 30;
/** Columns of one condition; one that names more is up to no good. */
const most = 50;

/** The columns to which a condition allows only some values, and these. */
export function readCondition(tokens: Tokens, whole: Part, isMysql: boolean): Allowed[] {
  const condition = read(whole, 0);
  return [...new Set(columnsOf(condition))].slice(0, most).flatMap((column) => {
    const values = allowed(condition, column) ?? [];
    return values.length > 0 ? [{ column, values }] : [];
  });

  function read([from, to]: Part, depth: number): Condition {
    if (depth > deepest) return { any: true };
    const inner = (part: Part) => read(part, depth + 1);
    const or = partsBy([from, to], 'or');
    if (or.length > 1) return { or: or.map(inner) };
    const and = partsBy([from, to], 'and');
    if (and.length > 1) return { and: and.map(inner) };
    if (tokens.is(from, '(') && tokens.close(from) === to - 1) return inner([from + 1, to - 1]);
    const found = isOdd([from, to]) ? undefined : readComparison(tokens, [from, to], isMysql);
    if (found?.isNot) return { without: found };
    return found ?? { odd: namesOf([from, to]), part: [from, to] };
  }

  /** `NOT …`, and what a `CASE` makes. */
  function isOdd([from, to]: Part): boolean {
    if (isWord(tokens, from, 'not')) return true;
    for (let at = from; at < to; at++) if (isWord(tokens, at, 'case')) return true;
    return false;
  }

  /** Whether a condition that says nothing of values may take some away. */
  function takesAway(of: Condition, column: string): boolean {
    if (!('odd' in of) || !of.odd.includes(column)) return false;
    const [from, to] = of.part;
    for (let at = from; at < to; at++) {
      if (isWord(tokens, at, 'not', 'case') && !isWord(tokens, at + 1, 'null')) return true;
    }
    return false;
  }

  function namesOf([from, to]: Part): string[] {
    const names: string[] = [];
    for (let at = from; at < to; at++) if (tokens.kind(at) === 'name') names.push(nameOf(tokens.word(at)));
    return names;
  }

  /** What a word outside of brackets divides; those in a `CASE` belong to that. */
  function partsBy([from, to]: Part, word: string): Part[] {
    const parts: Part[] = [];
    let [start, cases] = [from, 0];
    for (let at = from; at < to; at = Math.min(to, tokens.close(at)) + 1) {
      if (isWord(tokens, at, 'case')) cases++;
      else if (isWord(tokens, at, 'end')) cases--;
      else if (cases <= 0 && isWord(tokens, at, word)) {
        parts.push([start, at]);
        start = at + 1;
      }
    }
    return [...parts, [start, to]];
  }

  /** The values that a column may have; undefined where it may have any. */
  function allowed(of: Condition, column: string): readonly SqlValue[] | undefined {
    if ('column' in of) return of.column === column ? of.values : undefined;
    if ('or' in of) {
      const all = of.or.map((one) => allowed(one, column));
      return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
    }
    if (!('and' in of)) return undefined;
    const sets = of.and.map((one) => allowed(one, column)).filter((one) => one !== undefined);
    const [first, ...others] = sets;
    if (!first) return undefined;
    const common = others.reduce((some, set) => {
      const has = lookUp(set);
      return some.filter(has);
    }, first);
    const taken = of.and.flatMap((one) =>
      'without' in one && one.without.column === column ? one.without.values : [],
    );
    const odd = of.and.find((one) => takesAway(one, column));
    const isTaken = lookUp(taken);
    const left = common.filter((one) => !isTaken(one));
    return odd && 'odd' in odd ? [...left, lessened(odd.part)] : left;
  }

  function lessened(part: Part): SqlValue {
    const span = [tokens.span(part[0])[0], tokens.span(part[1] - 1)[1]] as const;
    return { span, label: labelOf(tokens, part), value: { unread: 'it takes some of the values away' } };
  }
}

function lookUp(set: readonly SqlValue[]): (one: SqlValue) => boolean {
  const keys = new Set(set.map(({ value }) => JSON.stringify(value)));
  return ({ value }) => keys.has(JSON.stringify(value));
}

function columnsOf(of: Condition): readonly string[] {
  if ('column' in of) return [of.column];
  return 'or' in of ? of.or.flatMap(columnsOf) : 'and' in of ? of.and.flatMap(columnsOf) : [];
}
