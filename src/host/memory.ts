import type { Path } from '../model.js';
import { isWithin, join, parentOf } from '../paths.js';
import type { EntryKind, Host } from './host.js';

/** Files given by their text: for tests and for editors. */
export function memoryHost(files: ReadonlyMap<Path, string>): Host {
  const directories = new Map<Path, Set<string>>([['', new Set()]]);
  for (const path of files.keys()) {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const names = directories.get(parentOf(at)) ?? new Set();
      directories.set(parentOf(at), names.add(at.slice(parentOf(at).length).replace(/^\//, '')));
    }
  }
  const has = (path: Path): EntryKind | undefined =>
    files.has(path) ? 'file' : directories.has(path) ? 'directory' : undefined;
  const below = (directory: Path): Path[] =>
    [...(directories.get(directory) ?? [])].flatMap((name) => {
      const path = join(directory, name);
      return files.has(path) ? [path] : below(path);
    });
  return {
    has,
    link: () => undefined,
    failures: () => [],
    repository: () => undefined,
    ignored: () => new Set(),
    generated: () => new Set(),
    fates: () => new Map(),
    changes: () => new Map(),
    committed: (files) => ({ texts: files.map(() => undefined) }),
    list: (directory) => [...(directories.get(directory) ?? [])].sort(),
    listed: (directory) => below('').filter((path) => isWithin(directory, path)),
    read: (path) => files.get(path)?.replace(/^\uFEFF/, ''),
  };
}
