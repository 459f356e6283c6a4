import { renderOverview } from '../report/first-look.js';
import type { LintResult } from '../session/lint.js';
import { terminal } from './terminal.js';

/**
 * What stderr says of what a run without a config chose, to a person at a terminal who gets the report there: neither a
 * pipe nor a CI is told, and nobody who asked for quiet.
 */
export function firstNotice(
  { overview }: LintResult,
  { quiet = false }: { readonly quiet?: boolean },
): string {
  const isWatched = process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env.CI;
  if (!overview || quiet || !isWatched) return '';
  return `${renderOverview(overview(), terminal(process.stderr))}\n`;
}
