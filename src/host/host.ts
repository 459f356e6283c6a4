import type { Committed, Failure, Fate, Path, Pinned } from '../model.js';
import type { Hunk } from './parse-patches.js';
import type { Repository } from './repository.js';

export type EntryKind = 'file' | 'directory';

/** Where files come from. Paths are relative to the workspace. */
export interface Host {
  /** What git lists as tracked or untracked and not ignored, below a directory; undefined without git. */
  listed(directory: Path): readonly Path[] | undefined;
  /** What stands at exactly this path, letter case included; links are followed inside the workspace. */
  has(path: Path): EntryKind | undefined;
  /** Names in a directory, sorted; none when there is no such directory. */
  list(directory: Path): readonly string[];
  /** Where a symbolic link leads: `outside` the workspace, or to another path; undefined when it is none. */
  link(path: Path): { readonly to: Path } | 'outside' | 'broken' | undefined;
  /** Directories that could not be listed, of those that were asked for. */
  failures(): readonly Failure[];
  /** The repository that holds the workspace; undefined without git. */
  repository(): Repository | undefined;
  /** Those of the paths that git ignores. */
  ignored(paths: readonly Path[]): ReadonlySet<Path>;
  /** Those of the paths that git is told are generated, by the attribute `linguist-generated`. */
  generated(paths: readonly Path[]): ReadonlySet<Path>;
  /** What became of paths that are not there, of those for which git remembers it. */
  fates(paths: readonly Path[]): ReadonlyMap<Path, Fate>;
  /** The lines of pages that gave way to others, as far as git remembers: a list a commit, the newest first. */
  changes(pages: readonly Path[]): ReadonlyMap<Path, readonly (readonly Hunk[])[]>;
  /** Files as commits hold them, as far as git knows. */
  committed(files: readonly Pinned[]): Committed;
  /**
   * The text of a file, without byte order mark. Undefined when there is none, or when a link leads
   * out of the workspace. Throws UserError when it cannot be read or is not UTF-8. `how` says that the text is read as
   * what is checked, and for nothing else.
   */
  read(path: Path, how?: 'checked'): string | undefined;
}
