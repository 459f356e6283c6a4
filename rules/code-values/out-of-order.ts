import { at, code, type Project, type ProjectFinding } from '../../src/rule.js';
import type { Named } from './compare.js';
import type { Listed, Listing } from './listing.js';
import { declaredHere } from './say-difference.js';

/** The end of a rising sequence, and of the one that it goes on from. */
interface End {
  readonly one: Ranked;
  readonly before: End | undefined;
}

interface Ranked {
  readonly listed: Listed;
  readonly named: Named;
  readonly rank: number;
}

/** The fewest values that have to move for the docs to be in the order of the code. */
export function* outOfOrder(
  project: Project,
  { values }: Listing,
  order: readonly Named[],
): Generator<ProjectFinding> {
  const ranks = new Map(order.map((named, rank) => [named.name, { named, rank }]));
  const seen = new Set<string>();
  const ranked = values.flatMap((listed): Ranked[] => {
    const known = ranks.get(listed.value);
    if (!known || seen.has(listed.value)) return [];
    seen.add(listed.value);
    return [{ listed, ...known }];
  });
  const kept = new Set(longestRising(ranked));
  const sorted = [...ranked].sort((a, b) => a.rank - b.rank);
  for (const [index, { listed, named }] of sorted.entries()) {
    if (kept.has(sorted[index] as Ranked)) continue;
    const before = sorted[index - 1];
    const other = before ?? sorted[index + 1];
    if (!other) continue;
    const { constant } = other.named;
    const side = before ? 'behind' : 'before';
    const place = at(project, named.constant.path, named.constant.span);
    yield {
      code: 'order',
      path: listed.path,
      span: listed.span,
      message: `${code(listed.value)} is not where the code has it: ${place} declares it ${side} ${code(other.listed.value)}. Move it there.`,
      related: [declaredHere(named.constant), declaredHere(constant)],
      target: named.constant.path,
    };
  }
}

/** The longest part of a sequence that needs no move. */
function longestRising(ranked: readonly Ranked[]): Ranked[] {
  /** By length, the sequence of that length that ends lowest. */
  const ends: End[] = [];
  for (const one of ranked) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.one.rank ?? 0) < one.rank) low = middle + 1;
      else high = middle;
    }
    ends[low] = { one, before: ends[low - 1] };
  }
  const found: Ranked[] = [];
  for (let end = ends.at(-1); end; end = end.before) found.push(end.one);
  return found;
}
