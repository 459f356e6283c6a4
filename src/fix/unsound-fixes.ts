import type { Path } from '../model.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate, Ground } from './ground.js';
import { keepsStructure } from './keeps-structure.js';

/** How often a page is parsed to find out which of its fixes are to blame. */
const mostTries = 64;

/** Of candidates that do not overlap, those after which a page would not be read the same. */
export function unsoundFixes(
  candidates: readonly Candidate[],
  textOf: (path: Path) => string,
  parser: Ground['parser'],
): Candidate[] {
  const keeps = (path: Path, those: readonly Candidate[]): boolean =>
    keepsStructure(path, textOf(path), editsByPath(those).get(path) ?? [], parser);
  const unsound = new Set<Candidate>();
  for (const [path, its] of byPath(candidates)) {
    if (keeps(path, its)) continue;
    for (const one of culprits(its, (those) => keeps(path, those))) unsound.add(one);
  }
  return [...unsound];
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

/** A few that cannot be among the others, by halves; all that are left when that takes too long. */
function culprits(all: readonly Candidate[], isFine: (those: readonly Candidate[]) => boolean): Candidate[] {
  const kept: Candidate[] = [];
  let tries = 0;
  const search = (group: readonly Candidate[]): readonly Candidate[] => {
    if (tries++ < mostTries && isFine([...kept, ...group])) {
      kept.push(...group);
      return [];
    }
    if (group.length === 1 || tries >= mostTries) return group;
    const middle = group.length >> 1;
    return [...search(group.slice(0, middle)), ...search(group.slice(middle))];
  };
  return [...search(all)];
}
