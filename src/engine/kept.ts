import type { Discovered } from '../host/discover.js';
import type { Facts, Json, Path, Problem, ProjectFinding } from '../model.js';
import type { KeptMemory } from '../project/git-memory.js';
import type { Aside, Note } from '../rule.js';
import type { SiteBase } from '../site/detect.js';

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

/** The problems of a page, in the order of a report. Plain JSON. */
export interface Placed {
  /** A digest of the findings. */
  readonly found: string;
  readonly problems: readonly Problem[];
}

/** What file rules found on a page, and the comments that suppress, with the starts of lines where there are any. */
export type Speaking = Pick<Facts, 'findings' | 'suppressions' | 'lineStarts'>;

/** What a run leaves to the next one over the same tree, in which some pages have another text. Plain JSON. */
export interface Kept {
  /** Files of which more is said than what rules over the whole tree say. */
  readonly speaking: readonly (readonly [path: Path, its: Speaking])[];
  /** Files that were read otherwise than as a page that is checked. */
  readonly beside: readonly Path[];
  /** Files that have facts beside the pages, in order, each with the keys of the tasks that read it. */
  readonly more: readonly (readonly [path: Path, tasks: readonly string[]])[];
  /** By the key of the task. */
  readonly tasks: Readonly<Record<string, KeptTask>>;
  /** What was found in the docs roots. */
  readonly discovered: Discovered;
  /** Where a site may have its configuration. */
  readonly bases: readonly SiteBase[];
  readonly git: KeptMemory;
  readonly placed: readonly (readonly [path: Path, placed: Placed])[];
}

/** Is told what a run leaves to the next one, and which of its problems it took from the one before. */
export type Keep = (kept: Kept, asBefore: ReadonlySet<Problem>) => void;

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
