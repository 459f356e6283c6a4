import { expect } from 'vitest';
import { makeTree } from './make-tree.js';
import { places, readReport } from './read-report.js';
import { type Outcome, runCli, type Surroundings } from './run-cli.js';

/** A page with one problem: that it is reported shows that the other pages were still checked. */
export const other = { 'docs/other.md': '# Other\n\n[gone](gone.md)\n' };
export const others = 'docs/other.md:3 broken-links/missing-file';

export interface Checked extends Outcome {
  readonly places: readonly string[];
  readonly failures: readonly string[];
}

/** Runs it in a tree, for JSON; never may it crash. */
export async function check(
  cwd: string,
  given: readonly string[] = [],
  surroundings: Partial<Surroundings> = {},
): Promise<Checked> {
  const outcome = await runCli([...given, '--format', 'json'], { cwd, ...surroundings });
  expect(outcome.stderr).not.toMatch(/crashed|\n {4}at /);
  if (outcome.stdout === '') return { ...outcome, places: [], failures: [] };
  const failures = (readReport(outcome.stdout).errors ?? []).map(({ path, line, column, message }) =>
    [[path, line, column].filter((part) => part !== undefined).join(':'), message].join(' '),
  );
  return { ...outcome, places: places(outcome.stdout), failures };
}

/** The same of a page with a problem, and these files beside it. */
export const checkFiles = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Checked> =>
  check(makeTree({ ...other, ...files }));
