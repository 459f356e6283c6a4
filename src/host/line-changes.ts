import type { Path } from '../model.js';
import type { Hunk } from './parse-patches.js';
import type { PatchSource } from './patch-source.js';

/** How many times a page may have been moved. */
const mostMoves = 5;

/** What lines of each page gave way to others, a list a commit, the newest first, also under the names it had before. */
export function lineChanges(
  pages: readonly Path[],
  source: PatchSource,
): ReadonlyMap<Path, readonly (readonly Hunk[])[]> {
  const found = new Map<Path, (readonly Hunk[])[]>(pages.map((page) => [page, []]));
  /** The name at the time, and the page of today. */
  let names = new Map<Path, Path>(pages.map((page) => [page, page]));
  const renamed = new Map(source.gone().flatMap(({ path, to }) => (to === undefined ? [] : [[to, path]])));
  const committed = new Map(pages.map((page) => [renamed.get(page) ?? page, page]));
  for (const { path, hunks } of source.uncommitted([...new Set([...pages, ...committed.keys()])].sort()))
    found.get(path)?.push(hunks);
  names = committed;
  for (let move = 0; move <= mostMoves && names.size > 0; move++) {
    const born = new Map<Path, string>();
    for (const { kind, path, hunks, commit } of source.log([...names.keys()].sort())) {
      const page = names.get(path);
      if (page === undefined || commit === undefined) continue;
      if (kind === 'changed') found.get(page)?.push(hunks);
      else if (kind === 'added') born.set(path, commit.hash);
    }
    const earlier = new Map<Path, Path>();
    for (const { path, from, hunks, commit } of source.renames(new Set(born.values()))) {
      const page = names.get(path);
      if (page === undefined || from === undefined || born.get(path) !== commit?.hash) continue;
      found.get(page)?.push(hunks);
      earlier.set(from, page);
    }
    names = earlier;
  }
  return found;
}
