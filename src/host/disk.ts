import { type Dirent, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join as joinNative, relative as relativeNative, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Failure, Path } from '../model.js';
import { nameOf, parentOf } from '../paths.js';
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
export function diskHost(workspace: string): Host {
  const root = realpathSync(workspace);
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

  function readDirectory(directory: Path): Dirent[] {
    try {
      return readdirSync(native(directory), { withFileTypes: true });
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
      const inside = relativeNative(root, realpathSync(native(path)));
      if (inside === '..' || inside.startsWith(`..${sep}`) || inside === realpathSync(native(path)))
        return 'outside';
      return { to: inside.split(sep).join('/') };
    } catch {
      return 'broken';
    }
  }

  function has(path: Path): EntryKind | undefined {
    const entry = entryOf(path);
    if (entry !== 'link') return entry;
    try {
      const stats = statSync(native(path));
      return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  }

  function leavesWorkspace(path: Path): boolean {
    for (let at = path; at !== ''; at = parentOf(at)) {
      if (entryOf(at) === 'link') return link(at) === 'outside';
    }
    return false;
  }

  function read(path: Path): string | undefined {
    if (path.includes('\0') || leavesWorkspace(path)) return undefined;
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(native(path));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
        if (brokenLink(native(path))) throw new UserError('is a symbolic link to nothing.', { path });
        return undefined;
      }
      throw new UserError(readErrors[code] ?? `cannot be read: ${(error as Error).message}`, { path });
    }
    return decode(bytes, path);
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
    if (!listings.has(directory)) listings.set(directory, gitFiles(root, directory));
    return listings.get(directory);
  }

  /** A listing that is there already answers for most paths, and for a directory that holds a tracked file. */
  function ignored(paths: readonly Path[]): ReadonlySet<Path> {
    const known = new Set([...listings.values()].flatMap((files) => files ?? []));
    const asked = paths.filter((path) => !known.has(path) && isOurs(path));
    if (asked.length === 0 || readRepository(root) === undefined) return new Set();
    const held = (path: Path): boolean => has(path) === 'directory' && (listed(path)?.length ?? 0) > 0;
    return new Set(gitIgnored(root, asked).filter((path) => !held(path)));
  }

  function generated(paths: readonly Path[]): ReadonlySet<Path> {
    const asked = readRepository(root) === undefined ? [] : paths.filter(isOurs);
    return new Set(asked.length === 0 ? [] : gitGenerated(root, asked));
  }

  const history = patchSource(root);

  function lastCommitted(path: Path): string | undefined {
    return git(root, ['show', '--no-textconv', `HEAD:./${path}`]);
  }

  function untracked(): readonly Path[] {
    return namesFrom(root, ['ls-files', '-z', '--others', '--exclude-standard']) ?? [];
  }

  return {
    has,
    link,
    list: (directory) => [...entries(directory).keys()].sort(),
    listed,
    failures: () => failures,
    repository: () => readRepository(root),
    ignored,
    generated,
    changes: (pages) => lineChanges(pages, history),
    committed: (files) => committed(root, files),
    fates: (paths) => fates(paths, history, { has, read, committed: lastCommitted, untracked }),
    read,
  };
}

function brokenLink(path: string): boolean {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}
