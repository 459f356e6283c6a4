import type { Path, Problem } from '../model.js';
import type { Placed } from './kept.js';
import type { Placing } from './locate.js';
import type { Survey } from './survey.js';

/** How problems are placed, with what is found out on the way. */
export function placingOf({ resumed }: Pick<Survey, 'resumed'>): {
  readonly placing: Placing;
  readonly placed: ReadonlyMap<Path, Placed>;
  readonly asBefore: ReadonlySet<Problem>;
} {
  const { kept, changed } = resumed?.before ?? {};
  const known = new Map(kept?.placed);
  const placed = new Map<Path, Placed>();
  const asBefore = new Set<Problem>();
  const isAboutChanged = ({ path, related }: Problem): boolean =>
    [path, ...related.map((one) => one.path)].some((one) => changed?.has(one));
  const placing: Placing = {
    before: (path) => (known.get(path)?.problems.some(isAboutChanged) ? undefined : known.get(path)),
    keep(path, its) {
      placed.set(path, its);
      if (its === known.get(path)) for (const problem of its.problems) asBefore.add(problem);
    },
  };
  return { placing, placed, asBefore };
}
