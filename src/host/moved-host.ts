import type { Move, Path } from '../model.js';
import { isWithin, join, nameOf, parentOf, relocated } from '../paths.js';
import type { Host } from './host.js';

/**
 * A host as it is once a file or a folder has another name. Directories that are empty then are gone, as git has
 * none. What git remembers of paths is left out: it knows nothing of the new ones.
 */
export function movedHost(host: Host, move: Move): Host {
  const back: Move = { from: move.to, to: move.from };
  const isNew = (path: Path): boolean => isWithin(move.to, path);
  const isGone = (path: Path): boolean => isWithin(move.from, path) && !isNew(path);
  const emptied = emptiedDirectories(host, move);
  const before = (path: Path): Path => relocated(back, path);
  const asked = (paths: readonly Path[]): readonly Path[] =>
    paths.filter((path) => !isGone(path)).map(before);
  const told = (paths: ReadonlySet<Path>): ReadonlySet<Path> =>
    new Set([...paths].map((path) => relocated(move, path)));
  const isAbove = (path: Path): boolean => path !== move.to && isWithin(path, move.to);

  return {
    ...host,
    has: (path) => {
      if (isNew(path)) return host.has(before(path));
      if (isAbove(path)) return 'directory';
      return isGone(path) || emptied.has(path) ? undefined : host.has(path);
    },
    list: (directory) => {
      if (isNew(directory)) return host.list(before(directory));
      if (isGone(directory) || emptied.has(directory)) return [];
      const left = host.list(directory).filter((name) => {
        const path = join(directory, name);
        return !isGone(path) && !emptied.has(path);
      });
      const added = isAbove(directory) ? [firstBelow(directory, move.to)] : [];
      return [...new Set([...left, ...added])].sort();
    },
    listed: (directory) => {
      const all = host.listed('')?.map((path) => relocated(move, path));
      return all?.filter((path) => isWithin(directory, path)).sort();
    },
    link: (path) => {
      if (isGone(path)) return undefined;
      const link = host.link(before(path));
      return typeof link === 'object' ? { to: relocated(move, link.to) } : link;
    },
    ignored: (paths) => told(host.ignored(asked(paths))),
    generated: (paths) => told(host.generated(asked(paths))),
    fates: () => new Map(),
    changes: () => new Map(),
    committed: (files) => host.committed(files.map((file) => ({ ...file, path: before(file.path) }))),
    read: (path) => (isGone(path) ? undefined : host.read(before(path))),
  };
}

/** Directories that hold nothing but what is moved out of them. */
function emptiedDirectories(host: Pick<Host, 'list'>, { from, to }: Move): ReadonlySet<Path> {
  const emptied = new Set<Path>();
  for (let at = from; parentOf(at) !== ''; at = parentOf(at)) {
    const directory = parentOf(at);
    if (isWithin(directory, to) || host.list(directory).some((name) => name !== nameOf(at))) break;
    emptied.add(directory);
  }
  return emptied;
}

function firstBelow(directory: Path, path: Path): string {
  return path.slice(directory === '' ? 0 : directory.length + 1).split('/')[0] as string;
}
