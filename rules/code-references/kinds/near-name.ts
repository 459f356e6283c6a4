import { distance } from 'fastest-levenshtein';
import { isSlip, nearest } from '../../../src/rule.js';

/** A name that may have been meant; `isSure` where nothing else can have been. */
interface Near {
  readonly name: string;
  readonly isSure: boolean;
}

/**
 * The name that is nearest to what was written. Only the words in which the two differ are compared: names of a
 * kind share so many of them that any two would look alike.
 */
export function nearName(written: string, names: Iterable<string>): Near | undefined {
  const words = wordsOf(written);
  const sorted = [...words].sort().join('\0');
  let best: { name: string; far: number; parts: readonly [string, string] } | undefined;
  let isOnly = true;
  for (const name of names) {
    const others = wordsOf(name);
    if (Math.abs(others.length - words.length) > 1) continue;
    const parts = difference(words, others);
    const far = others.length > 1 && [...others].sort().join('\0') === sorted ? 1 : farness(...parts);
    if (far === undefined) continue;
    isOnly = best === undefined;
    if (!best || far < best.far) best = { name, far, parts };
  }
  if (!best) return undefined;
  const { name, parts } = best;
  return { name, isSure: isOnly && isSlip(...parts, []) };
}

/** Words, numbers and letter case alike. */
function wordsOf(name: string): string[] {
  return name.split(/[\s_.:/-]+/);
}

/** The words that are left of each when what both begin and end with is taken away. */
function difference(a: readonly string[], b: readonly string[]): [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end).join('_'), b.slice(start, b.length - end).join('_')];
}

/** How many letters differ; undefined where one cannot have been meant by the other. */
function farness(a: string, b: string): number | undefined {
  if (a === '' || b === '' || a.length > longest || b.length > longest) return undefined;
  return nearest(a, [b]) === undefined ? undefined : distance(a.toLowerCase(), b.toLowerCase());
}

const longest = 200;
