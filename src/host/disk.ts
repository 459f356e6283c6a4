import type { Dirent } from 'node:fs';
import { join as joinNative, relative as relativeNative, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Failure, Path } from '../model.js';
import { nameOf, parentOf } from '../paths.js';
import { world as machine, type World } from '../trace/world.js';
import { committed } from './committed.js';
import { decode } from './decode.js';
import { fates } from './fates.js';
import { git } from './git.js';
import { gitFiles, gitGenerated, gitIgnored, namesFrom } from './git-files.js';
import type { EntryKind, Host } from './host.js';
import { lineChanges } from './line-changes.js';
import { patchSource } from './patch-source.js';
import { readRepository } from './repository.js';

type Entry = EntryKind | 'link';

const readErrors: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: permission denied.',
  EPERM: 'cannot be read: permission denied.',
  EMFILE: 'cannot be read: too many open files.',
  ELOOP: 'cannot be read: its symbolic link leads back to itself.',
};

/** The files below a directory of the disk, each directory listed once. */
export function diskHost(workspace: string, world: World = machine): Host {
  const root = world.real(workspace);
  const directories = new Map<Path, ReadonlyMap<string, Entry>>();
  const failures: Failure[] = [];

  const native = (path: Path): string => joinNative(root, path);

  function entries(directory: Path): ReadonlyMap<string, Entry> {
    const known = directories.get(directory);
    if (known) return known;
    const found = new Map<string, Entry>();
    if (directory === '' || entryOf(directory) !== undefined) {
      for (const entry of readDirectory(directory)) {
        if (entry.isSymbolicLink()) found.set(entry.name, 'link');
        else if (entry.isDirectory()) found.set(entry.name, 'directory');
        else if (entry.isFile()) found.set(entry.name, 'file');
      }
    }
    directories.set(directory, found);
    return found;
  }

  function readDirectory(directory: Path): readonly Dirent[] {
    try {
      return world.list(native(directory));
    } catch (error) {
      const reason = readErrors[(error as NodeJS.ErrnoException).code ?? ''];
      if (reason !== undefined) failures.push({ path: directory, message: reason });
      return [];
    }
  }

  function entryOf(path: Path): Entry | undefined {
    return path === '' ? 'directory' : entries(parentOf(path)).get(nameOf(path));
  }

  function link(path: Path): ReturnType<Host['link']> {
    if (entryOf(path) !== 'link') return undefined;
    try {
      const real = world.real(native(path));
      const inside = relativeNative(root, real);
      if (inside === '..' || inside.startsWith(`..${sep}`) || inside === real) return 'outside';
      return { to: inside.split(sep).join('/') };
    } catch {
      return 'broken';
    }
  }

  function has(path: Path): EntryKind | undefined {
    const entry = entryOf(path);
    if (entry !== 'link') return entry;
    const kind = world.kind(native(path));
    return kind === 'other' ? undefined : kind;
  }

  function leavesWorkspace(path: Path): boolean {
    for (let at = path; at !== ''; at = parentOf(at)) {
      if (entryOf(at) === 'link') return link(at) === 'outside';
    }
    return false;
  }

  function read(path: Path): string | undefined {
    if (path.includes('\0') || leavesWorkspace(path)) return undefined;
    try {
      return world.read(native(path), (bytes) => decode(bytes, path));
    } catch (error) {
      if (error instanceof UserError) throw error;
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
        if (world.isLink(native(path))) throw new UserError('is a symbolic link to nothing.', { path });
        return undefined;
      }
      throw new UserError(readErrors[code] ?? `cannot be read: ${(error as Error).message}`, { path });
    }
  }

  /** Whether git can say something of it: nothing behind a symbolic link or in another repository. */
  function isOurs(path: Path): boolean {
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) {
      if (entryOf(at) === 'link' || entries(at).has('.git')) return false;
    }
    return true;
  }

  const listings = new Map<Path, readonly Path[] | undefined>();
  function listed(directory: Path): readonly Path[] | undefined {
    if (!listings.has(directory)) listings.set(directory, gitFiles(world, root, directory));
    return listings.get(directory);
  }

  /** A listing that is there already answers for most paths, and for a directory that holds a tracked file. */
  function ignored(paths: readonly Path[]): ReadonlySet<Path> {
    const known = new Set([...listings.values()].flatMap((files) => files ?? []));
    const asked = paths.filter((path) => !known.has(path) && isOurs(path));
    if (asked.length === 0 || readRepository(root, world) === undefined) return new Set();
    const held = (path: Path): boolean => has(path) === 'directory' && (listed(path)?.length ?? 0) > 0;
    return new Set(gitIgnored(world, root, asked).filter((path) => !held(path)));
  }

  function generated(paths: readonly Path[]): ReadonlySet<Path> {
    const asked = readRepository(root, world) === undefined ? [] : paths.filter(isOurs);
    return new Set(asked.length === 0 ? [] : gitGenerated(world, root, asked));
  }

  const history = patchSource(world, root);

  function lastCommitted(path: Path): string | undefined {
    return git(world, root, ['show', '--no-textconv', `HEAD:./${path}`]);
  }

  function untracked(): readonly Path[] {
    return namesFrom(world, root, ['ls-files', '-z', '--others', '--exclude-standard']) ?? [];
  }

  return {
    has,
    link,
    list: (directory) => [...entries(directory).keys()].sort(),
    listed,
    failures: () => failures,
    repository: () => readRepository(root, world),
    ignored,
    generated,
    changes: (pages) => lineChanges(pages, history),
    committed: (files) => committed(world, root, files),
    fates: (paths) => fates(paths, history, { has, read, committed: lastCommitted, untracked }),
    read,
  };
}
