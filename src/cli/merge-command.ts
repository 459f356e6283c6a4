import { merge } from '../session/merge.js';
import { aboutRules } from './about-rules.js';
import { type LintArguments, report } from './lint-command.js';
import { progressLine } from './progress-line.js';
import { reportFiles } from './report-files.js';

export type ReportArguments = Pick<LintArguments, 'format' | 'quiet' | 'maxWarnings'>;

/** Puts the parts that `--shard` wrote together, and reports as a run over all of the pages does. */
export async function mergeCommand(files: readonly string[], options: ReportArguments): Promise<void> {
  const reports = reportFiles({ ...options, annotates: process.env.GITHUB_ACTIONS === 'true' });
  const about = await aboutRules();
  const line = progressLine(process.stderr, { isQuiet: options.quiet });
  const merged = await line.during(merge(files, { progress: line.show }));
  report(merged, reports, options, about);
  const { uncovered, summary } = merged;
  if (uncovered > 0)
    process.stderr.write(
      `note: ${uncovered} of ${summary.files} pages are in none of the files, or have changed since. They were read here.\n`,
    );
}
