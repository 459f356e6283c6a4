import type { BaselineEntry } from '../model.js';
import { type LintOptions, type LintResult, lint } from './lint.js';
import { baselineFile, readBaseline, writeBaseline } from './read-baseline.js';

/** What a baseline is to become. */
export interface BaselineChange {
  readonly found: LintResult;
  /** Undefined where nothing changes. */
  readonly text: string | undefined;
  readonly added: number;
  readonly removed: number;
}

/**
 * Takes entries out of the baseline whose problem is gone, and with `add` puts every problem in that the run
 * shows. What the run did not look at stays as it is.
 */
export async function changeBaseline(options: LintOptions, add: boolean): Promise<BaselineChange> {
  const found = await lint(options);
  const before = found.text(baselineFile);
  const entries = before === undefined ? [] : readBaseline(before).entries;
  const stale = new Set(found.baseline?.stale.map(nameOf));
  const kept = entries.filter((entry) => !stale.has(nameOf(entry)));
  const added = add ? found.problems.filter(({ path }) => path !== baselineFile) : [];
  const isSame = added.length === 0 && kept.length === entries.length;
  return {
    found,
    text: isSame ? undefined : writeBaseline([...kept, ...added]),
    added: added.length,
    removed: entries.length - kept.length,
  };
}

function nameOf({ path, fingerprint }: Omit<BaselineEntry, 'span'>): string {
  return `${fingerprint} ${path}`;
}
