import type { Path, View } from './model.js';

/** What git remembers of a path that is not there. `to` is there now; `date` is `YYYY-MM-DD`. */
export type Fate =
  | { readonly kind: 'moved'; readonly to: Path }
  | { readonly kind: 'deleted'; readonly commit: string; readonly date: string };

/** An id that a page does not have, as a fragment: percent-decoded, without `#`. */
export interface LostHeading {
  readonly view: View;
  readonly page: Path;
  readonly fragment: string;
}

/** The id, which the page has, of the heading that stands where the lost one stood. */
export interface RenamedHeading {
  readonly id: string;
  /** Whether it is the same heading under another name, and not merely in its place. */
  readonly sure: boolean;
}

/** A file as one commit has it. `commit` is a hash or its beginning, or `HEAD` for what is checked out. */
export interface Pinned {
  readonly commit: string;
  readonly path: Path;
}

/** What git holds. */
export interface Committed {
  /** The hash of what is checked out. */
  readonly head?: string;
  /** In the order of the questions; null for what the commit does not have, undefined for what git does not know. */
  readonly texts: readonly (string | null | undefined)[];
}
