import type { RunInput } from '../engine/input.js';
import { prepare } from '../engine/prepare.js';
import { run } from '../engine/run.js';
import { UserError } from '../errors.js';
import type { Path, Result, Setting } from '../model.js';
import { isWithin } from '../paths.js';
import { openSession } from './open.js';

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
}

export interface LintResult extends Result {
  /** Absolute. */
  readonly workspace: string;
  /** The text of a file of the workspace, for code frames. */
  text(path: Path): string | undefined;
}

/** Checks the documentation that the paths name. Throws UserError for bad usage and bad configuration. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const { input, workspace, warnings, text } = await openSession(options);
  const prepared = await prepare(input);
  const empty = emptyRoots(prepared);
  if (empty.length > 0 && !options.allowUnmatched) {
    throw UserError.of(
      empty.map((root) => ({
        message: `No pages in \`${root === '' ? '.' : root}\`: nothing there matches \`include\`, or all of it is excluded or ignored by git.`,
      })),
    );
  }
  const result = run(prepared);
  return { ...result, notes: [...warnings, ...result.notes], workspace, text };
}

/** Docs roots without a page. A file that could not even be read is one, and is spoken of elsewhere. */
function emptyRoots({ roots, found, extraPages = [] }: RunInput): readonly Path[] {
  if (!found || (extraPages.length > 0 && found.pages.length === 0)) return [];
  const there = [...found.pages, ...found.failures.map(({ path }) => path)];
  return roots.filter((root) => !there.some((path) => isWithin(root, path)));
}
