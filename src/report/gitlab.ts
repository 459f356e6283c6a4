import { createHash } from 'node:crypto';
import type { Result } from '../model.js';
import { type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { inRepository } from './in-repository.js';
import { safeJson } from './safe.js';

/** GitLab's code quality report. */
export const gitlab: Format = { name: 'gitlab', render };

function render(result: Result, context: ReportContext): string {
  const issues = entries(result).map((entry) => ({
    description: `${entry.name}: ${entry.message}`,
    check_name: entry.name,
    fingerprint: entry.problem?.fingerprint ?? fingerprintOf(entry),
    severity: severityOf(entry),
    location: { path: inRepository(entry.path, context), lines: { begin: entry.line ?? 1 } },
  }));
  return safeJson(`${JSON.stringify(issues, null, 2)}\n`);
}

function severityOf({ problem, severity }: Entry): string {
  if (problem === undefined) return 'blocker';
  return severity === 'error' ? 'major' : 'minor';
}

/** Without the line, which comes and goes. */
function fingerprintOf({ name, path, message }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([name, path, message]))
    .digest('hex')
    .slice(0, 32);
}
