import { run } from '../engine/run.js';
import type { Path, Result, Setting } from '../model.js';
import type { Trace } from '../trace/trace.js';
import { findPages } from './find-pages.js';
import { newProblems } from './new-problems.js';

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
}

export interface LintResult extends Result {
  /** Absolute. */
  readonly workspace: string;
  /** The workspace inside the git work tree that holds it. */
  readonly prefix: Path;
  /** The text of a file of the workspace, for code frames. */
  text(path: Path): string | undefined;
  /** What the result depends on beside the options, `text` included; undefined where nobody could tell whether it still is so. */
  trace?(): Trace | undefined;
}

/** Checks the documentation that the paths name. Throws UserError for bad usage and bad configuration. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const session = await findPages(options);
  const { input, workspace, warnings, text, trace } = session;
  const prefix = input.host.repository()?.prefix ?? '';
  const found = run(input);
  const result = await newProblems(session, options, found);
  input.cache?.save();
  return { ...result, notes: [...warnings, ...result.notes], workspace, prefix, text, trace };
}
