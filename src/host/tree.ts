import type { Path } from '../model.js';
import type { EntryKind } from './host.js';

/** What stands at a path; the target of a link as it is written. */
export type TreeEntry = { readonly kind: EntryKind } | { readonly kind: 'link'; readonly to: string };

/** Files below a workspace, no link followed. */
export interface Tree {
  /** Nothing is below a file or a link. */
  entry(path: Path): TreeEntry | undefined;
  /** What is in a directory, in any order. */
  names(directory: Path): Iterable<string>;
  /** The text of a file that is there, as `read` of a host gives it. Throws what `read` throws. */
  text(path: Path): string | undefined;
}
