import { extname } from 'node:path';
import type { Fate, Path } from '../model.js';
import { isWithin } from '../paths.js';
import type { Host } from './host.js';
import type { Patch } from './parse-patches.js';
import type { PatchSource } from './patch-source.js';
import { untrackedTwin } from './untracked-twin.js';

/** How many names one file may have had. */
const mostNames = 10;

/** The disk, and what git cannot say by patches. */
export interface Around extends Pick<Host, 'has' | 'read'> {
  /** The text of a file as the last commit has it. */
  committed(path: Path): string | undefined;
  /** Files that git was not told of and does not ignore. */
  untracked(): readonly Path[];
}

/** What became of files and directories that are not there: through every name they had, to one that is there. */
export function fates(paths: readonly Path[], source: PatchSource, around: Around): ReadonlyMap<Path, Fate> {
  const found = new Map<Path, Fate>();
  let names = new Map<Path, Path>(paths.map((path) => [path, path]));
  for (let round = 0; round < mostNames && names.size > 0; round++) {
    const next = successors([...new Set(names.values())].sort(), source, around);
    const later = new Map<Path, Path>();
    for (const [path, name] of names) {
      const fate = next.get(name);
      if (fate?.kind === 'moved' && around.has(fate.to) === undefined) later.set(path, fate.to);
      else if (fate) found.set(path, fate);
    }
    names = later;
  }
  return found;
}

/** What the newest change that took each name away put in its place. */
function successors(names: readonly Path[], source: PatchSource, around: Around): ReadonlyMap<Path, Fate> {
  const found = new Map<Path, Fate>();
  const committed: Path[] = [];
  const own = source.gone();
  const renamed = own.flatMap(({ path, to }) => (to === undefined ? [] : [{ from: path, path: to }]));
  for (const name of names) {
    const isLost = own.some(({ path, to }) => to === undefined && isWithin(name, path));
    const to = renamedTo(name, renamed) ?? (isLost ? twinOf(name, around) : undefined);
    if (to !== undefined) found.set(name, { kind: 'moved', to });
    else if (!isLost) committed.push(name);
  }
  const lost = source.log(committed, 'deleted');
  const commits = new Map(
    committed.map((name) => [name, lost.find(({ path }) => isWithin(name, path))?.commit] as const),
  );
  const hashes = [...commits.values()].flatMap((commit) => (commit ? [commit.hash] : []));
  const moves = source.renames(new Set(hashes));
  for (const [name, commit] of commits) {
    if (!commit) continue;
    const its = moves.filter((move) => move.commit?.hash === commit.hash);
    const to = renamedTo(name, its);
    const gone: Fate = { kind: 'deleted', commit: commit.hash, date: commit.date };
    found.set(name, to === undefined ? gone : { kind: 'moved', to });
  }
  return found;
}

/** Where a file went, or a directory whose files all went to one place. */
function renamedTo(name: Path, patches: readonly Pick<Patch, 'from' | 'path'>[]): Path | undefined {
  const places = new Set<Path | undefined>();
  for (const { from, path } of patches) {
    if (from === undefined || !isWithin(name, from)) continue;
    const rest = from.slice(name.length);
    places.add(path.endsWith(rest) ? path.slice(0, path.length - rest.length) : undefined);
  }
  const [place] = places;
  return places.size === 1 ? place : undefined;
}

/** A new file that git was not told of, with the text of one that is gone. */
function twinOf(name: Path, { committed, untracked, read }: Around): Path | undefined {
  const lost = committed(name);
  if (lost === undefined) return undefined;
  const alike = untracked().filter((path) => extname(path) === extname(name));
  return untrackedTwin(lost, alike.slice(0, 100), (path) => {
    try {
      return read(path);
    } catch {
      return undefined;
    }
  });
}
