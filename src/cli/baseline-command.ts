import { join } from 'node:path';
import { visible } from '../report/safe.js';
import { counted } from '../report/verdict.js';
import { changeBaseline } from '../session/change-baseline.js';
import type { LintOptions, LintResult } from '../session/lint.js';
import { baselineFile } from '../session/read-baseline.js';
import type { ProgressLine } from './progress-line.js';
import { writeWhole } from './write-whole.js';

/** Writes the baseline and says what changed in it. */
export async function writeBaselineFile(
  options: LintOptions,
  add: boolean,
  line: ProgressLine,
): Promise<LintResult> {
  const { found, text, added, removed } = await line.during(changeBaseline(options, add));
  if (text !== undefined) writeWhole(join(found.workspace, baselineFile), text);
  const changes = [
    ...(add ? [`${counted(added, 'problem')} put into ${baselineFile}`] : []),
    ...(removed > 0 || !add
      ? [`${counted(removed, 'stale entry', 'stale entries')} taken out of ${baselineFile}`]
      : []),
  ];
  process.stdout.write(`${visible(changes.join('; '))}\n`);
  return found;
}
