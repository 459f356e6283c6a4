import type { Parser } from '../markdown/parse.js';
import type { Edit, Path, Problem, Result } from '../model.js';

/** What fixing works on, and how far it may go. */
export interface Ground {
  readonly parser: Pick<Parser, 'parse'>;
  /** What is wrong with the tree where these files have these texts, and all others the ones that were read. */
  check(texts: ReadonlyMap<Path, string>): Result;
  /** The text of a file as it was read. */
  read(path: Path): string | undefined;
  /** Whether a problem is to be fixed. */
  wants(problem: Problem): boolean;
  /** Whether a problem may come up by a fix, as what is said of a list of problems that are no longer there. */
  tolerates?(problem: Problem): boolean;
  /** Why a file is not to be edited; undefined where it may be. */
  refusal(path: Path): Refusal | undefined;
}

/** `silent` is what the user asked for, a `note` is worth a word, a `failure` keeps the run from being all right. */
export interface Refusal {
  readonly kind: 'silent' | 'note' | 'failure';
  /** What goes on from the path: `is generated`. */
  readonly reason: string;
}

/** A problem with the edits that mend it, as they would be made: they fit the texts. */
export interface Candidate {
  readonly problem: Problem;
  /** Sorted by offset within each path; none overlaps another. */
  readonly edits: readonly Edit[];
}
