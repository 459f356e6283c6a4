import { run } from '../engine/run.js';
import { surveyInTurns } from '../engine/survey.js';
import type { Path, Result, Setting } from '../model.js';
import type { Trace } from '../trace/trace.js';
import { findPages } from './find-pages.js';

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
  /** Whether facts of earlier runs are made use of and kept, which is so without it; or the directory to keep them in. */
  readonly cache?: boolean | string;
  /** Is told, again and again, how many of how many pages have been read. */
  readonly progress?: (done: number, total: number) => void;
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
  const { input, workspace, warnings, text, trace } = await findPages(options);
  const prefix = input.host.repository()?.prefix ?? '';
  const result = run(input, await surveyInTurns(input));
  input.cache?.save();
  return { ...result, notes: [...warnings, ...result.notes], workspace, prefix, text, trace };
}
