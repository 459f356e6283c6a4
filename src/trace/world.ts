import { type Dirent, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { readOnce } from './read-once.js';
import { runGit } from './run-git.js';
import type { GitOptions } from './trace.js';

type Kind = 'file' | 'directory' | 'other';

/** All that a run looks at beside its arguments and its environment. Paths are absolute. */
export interface World {
  /** Hands the bytes of a file to `use`, after which they are no longer there. Throws as `readFileSync` does. */
  read<T>(file: string, use: (bytes: Buffer) => T): T;
  /** The entries of a directory, in no order. Throws as `readdirSync` does. */
  list(directory: string): readonly Dirent[];
  /** What stands there, links followed; undefined for nothing and for what cannot be reached. */
  kind(path: string): Kind | undefined;
  /** Where a path leads when all links are followed. Throws as `realpathSync` does. */
  real(path: string): string;
  /** Whether the last part of a path is a symbolic link, be it to nothing. */
  isLink(path: string): boolean;
  /** What a symbolic link says, as it is written; undefined for anything else. */
  target(path: string): string | undefined;
  /** What git prints; undefined when it fails, as it does outside of a work tree. */
  git(root: string, words: readonly string[], options?: GitOptions): Buffer | undefined;
  /** Says that what follows depends on what no other run can look up again, such as code that was imported. */
  cannotTell(): void;
  /** Says that modules may have changed since the process imported them, by a number for each time; absent at first. */
  readonly generation?: number;
}

/** The machine as it is. */
export const world: World = {
  read: readOnce,
  list: (directory) => readdirSync(directory, { withFileTypes: true }),
  kind(path) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats && (stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other');
    } catch {
      return undefined;
    }
  },
  real: (path) => realpathSync(path),
  isLink(path) {
    try {
      readlinkSync(path);
      return true;
    } catch {
      return false;
    }
  },
  target(path) {
    try {
      return readlinkSync(path);
    } catch {
      return undefined;
    }
  },
  git: (root, words, options) => runGit(root, words, options),
  cannotTell: () => undefined,
};
