import type { Watch } from '../engine/watch.js';
import type { Graph, Path, Problem, Result, Setting } from '../model.js';
import type { Trace } from '../trace/trace.js';
import { lintAfter } from './lint-after.js';

export interface LintOptions {
  /** The current directory; by default the process's own. */
  readonly cwd?: string;
  /** Directories are docs roots, files filter the report, patterns stand for the pages that match. */
  readonly paths?: readonly string[];
  /** A config file; without it the nearest one is searched for. */
  readonly config?: string;
  /** Severities that override the config's. */
  readonly rules?: ReadonlyMap<string, Setting>;
  /** Run these rules alone. */
  readonly only?: readonly string[];
  /** Whether a path that matches nothing is no error. */
  readonly allowUnmatched?: boolean;
  /** What to check as the file of this name, in place of what the disk holds there. The name is one of `paths`. */
  readonly stdin?: { readonly path: string; readonly bytes: Uint8Array };
  /** Tell of those problems alone that the commit did not have at which the work tree left this one. */
  readonly since?: string;
  /** Check the index of git in place of the disk, and tell of those problems alone that HEAD does not have. */
  readonly staged?: boolean;
  /** With `since` or `staged`: tell of problems on lines alone that the change added or modified. */
  readonly changedLines?: boolean;
  /** Whether facts of earlier runs are made use of and kept, which is so without it; or the directory to keep them in. */
  readonly cache?: boolean | string;
  /** Is told what the run does while it does it. */
  readonly watch?: Watch;
  /** Is told, again and again, how many of how many pages have been read. */
  readonly progress?: (done: number, total: number) => void;
}

/** What a first look at a tree shows: what will be checked, and as what. */
export interface Overview {
  readonly roots: readonly Path[];
  readonly pages: number;
  /** What shows the pages, with the number of pages that each shows. */
  readonly generators: ReadonlyMap<string, number>;
  /** By rule, what it sees in the tree. */
  readonly seen: ReadonlyMap<string, readonly string[]>;
  /** Rules that something in the workspace turns on, by the files' directories. */
  readonly enabled: ReadonlyMap<string, readonly Path[]>;
}

export interface LintResult extends Result {
  /** Absolute. */
  readonly workspace: string;
  /** The workspace inside the git work tree that holds it. */
  readonly prefix: Path;
  /** The text of a file of the workspace, for code frames. */
  text(path: Path): string | undefined;
  /** Which page links to what, worked out when it is asked for. */
  graph(): Graph;
  /** What the result depends on beside the options, `text` included; undefined where nobody could tell whether it still is so. */
  trace?(): Trace | undefined;
  /** What a run that sees the same but for some texts can take up; plain JSON. */
  kept?(): unknown;
  /** Whether a problem is shown as the earlier run had it, to the last letter of its code frames. */
  isAsBefore?(problem: Problem): boolean;
  /** What was found without being told; undefined where a config file or the paths say what to check. */
  overview?(): Overview;
}

/** Checks the documentation that the paths name. Throws UserError for bad usage and bad configuration. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  return lintAfter(options);
}
