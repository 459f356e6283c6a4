import type { Named } from '../compare.js';
import type { Listed } from '../listing.js';

/** Beside which listed value another one belongs. */
export interface Spot {
  readonly side: 'before' | 'behind';
  readonly beside: Listed;
}

/**
 * Where a value belongs: by the alphabet if the docs keep it, else by the order of the code if they keep that,
 * else at the end. Two values are in alphabetical order by chance, so that the code's order goes before theirs.
 */
export function whereToAdd(
  values: readonly Listed[],
  { name }: Named,
  order: readonly Named[],
  isOrdered: boolean,
): Spot | undefined {
  const last = values.at(-1);
  if (!last) return undefined;
  const ranks = new Map(order.map((one, rank) => [one.name, rank]));
  const known = values.filter(({ value }) => ranks.has(value));
  const rankOf = (value: string) => ranks.get(value) ?? 0;
  const byCode = (a: string, b: string) => rankOf(a) - rankOf(b);
  const isByCode = isSorted(known, byCode) && known.length > 0;
  const isByAlphabet = isSorted(values, byAlphabet) && values.length > 1;
  if (!isOrdered && isByAlphabet && (values.length > 2 || !isByCode)) return spot(values, name, byAlphabet);
  return isByCode ? spot(known, name, byCode) : { side: 'behind', beside: last };
}

function isSorted(values: readonly Listed[], compare: (a: string, b: string) => number): boolean {
  return values.every(
    ({ value }, index) => index === 0 || compare(values[index - 1]?.value ?? '', value) <= 0,
  );
}

function spot(
  values: readonly Listed[],
  name: string,
  compare: (a: string, b: string) => number,
): Spot | undefined {
  const before = values.findLast(({ value }) => compare(value, name) < 0);
  if (before) return { side: 'behind', beside: before };
  const [first] = values;
  return first && { side: 'before', beside: first };
}

/** Letter case counts only between words that are the same otherwise. */
function byAlphabet(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
