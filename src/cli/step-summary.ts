import { appendFileSync } from 'node:fs';
import type { Result } from '../model.js';
import type { ReportContext } from '../report/format.js';
import { markdownWithin } from '../report/markdown.js';
import { visible } from '../report/safe.js';

/** What GitHub takes of one step, in bytes, with room to spare. */
const limit = 1_000_000;

/** Adds the whole list to the summary of the job, where GitHub Actions has a file for it. No reason to fail. */
export function stepSummary(result: Result, context: ReportContext): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    appendFileSync(file, markdownWithin(limit, result, context));
  } catch (error) {
    process.stderr.write(`note: no job summary: ${visible((error as Error).message)}\n`);
  }
}
