import type { Path } from '../model.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate, Ground } from './ground.js';
import type { Patience } from './patience.js';
import { type Reading, readingAfter } from './reading-after.js';

/** Of candidates that do not overlap, those after which a page would not be read the same: all, where patience ends. */
export function unsoundFixes(
  candidates: readonly Candidate[],
  textOf: (path: Path) => string,
  parser: Ground['parser'],
  patience: Patience,
): Candidate[] {
  const unsound = new Set<Candidate>();
  for (const [path, its] of byPath(candidates)) {
    const reading = readingAfter(path, textOf(path), parser);
    const { length } = textOf(path);
    const read = (those: readonly Candidate[]): Reading =>
      patience.spend(path, length)
        ? reading(editsByPath(those).get(path) ?? [])
        : { isKept: false, isAlike: false };
    const { isKept, isAlike } = reading(editsByPath(its).get(path) ?? []);
    const suspects = !isKept ? [its] : isAlike ? [] : halves(its).filter((half) => !read(half).isKept);
    for (const those of suspects)
      for (const one of culprits(those, (group) => read(group).isKept)) unsound.add(one);
  }
  return [...unsound];
}

/** What one fix does to what another one touches shows where the other one is not made: any two are apart in one half. */
function halves(candidates: readonly Candidate[]): Candidate[][] {
  const found: Candidate[][] = [];
  for (let bit = 1; bit < candidates.length; bit *= 2) {
    found.push(candidates.filter((_, index) => (index & bit) === 0));
    found.push(candidates.filter((_, index) => (index & bit) !== 0));
  }
  return found;
}

function byPath(candidates: readonly Candidate[]): ReadonlyMap<Path, readonly Candidate[]> {
  const found = new Map<Path, Candidate[]>();
  for (const one of candidates) {
    for (const path of new Set(one.edits.map((edit) => edit.path))) {
      const its = found.get(path);
      if (its) its.push(one);
      else found.set(path, [one]);
    }
  }
  return found;
}

/** A few that cannot be among the others, by halves. */
function culprits(all: readonly Candidate[], isFine: (those: readonly Candidate[]) => boolean): Candidate[] {
  const kept: Candidate[] = [];
  const search = (group: readonly Candidate[]): readonly Candidate[] => {
    if (isFine([...kept, ...group])) {
      kept.push(...group);
      return [];
    }
    if (group.length === 1) return group;
    const middle = group.length >> 1;
    return [...search(group.slice(0, middle)), ...search(group.slice(middle))];
  };
  return [...search(all)];
}
