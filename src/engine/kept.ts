import type { Facts, Json, Path, ProjectFinding } from '../model.js';
import type { Aside, Note } from '../rule.js';

/** What a rule over the whole tree found, and what of single files it looked at for that. Plain JSON. */
export interface KeptTask {
  readonly found: readonly (ProjectFinding | Note | Aside)[];
  /** The files that it named as sources; of a rule that goes page by page, for each page by itself. */
  readonly sources: Readonly<Record<Path, readonly Path[]>>;
  /** Files of which it looked at more than what other files see of them; null for all. */
  readonly touched: readonly Path[] | null;
  /** Whether git was asked, all questions at once. */
  readonly asksGit: boolean;
}

/** What a run leaves to the next one over the same tree, in which some pages have another text. Plain JSON. */
export interface Kept {
  /** Pages of which more is said than what rules over the whole tree say: file rules, and comments that suppress. */
  readonly speaking: readonly Path[];
  /** Files that were read otherwise than as a page that is checked. */
  readonly beside: readonly Path[];
  /** Files that have facts beside the pages, in order, each with the keys of the tasks that read it. */
  readonly more: readonly (readonly [path: Path, tasks: readonly string[]])[];
  /** By the key of the task. */
  readonly tasks: Readonly<Record<string, KeptTask>>;
}

/** An earlier run over a tree that is the same but for the text of some pages. */
export interface Before {
  readonly kept: Kept;
  /** The pages with another text. */
  readonly changed: ReadonlySet<Path>;
  /** What such a page was then; undefined where nobody knows. */
  was(path: Path): PageBefore | undefined;
  /** Whether what git said is known to be what it would say now. */
  readonly hasGit: boolean;
}

/** Parts of the facts of a page by their names, or the facts. */
export type PageBefore = { readonly parts: Readonly<Record<string, Json>> } | { readonly facts: Facts };
