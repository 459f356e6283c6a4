import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to what was written, if it is near enough to be meant: a different letter case
 * first, else an edit distance of at most a third of the longer name. Undefined when none is near.
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  const folded = wanted.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wanted) continue;
    const other = candidate.toLowerCase();
    if (other === folded) return candidate;
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(wanted.length - candidate.length) > limit) continue;
    const far = distance(folded, other);
    if (far <= limit && far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}
