import type { Result } from '../model.js';
import type { Format, ReportContext } from './format.js';
import { failureJson, problemJson } from './problem-json.js';
import { safeJson } from './safe.js';

/** The JSON report for programs that read line by line: each problem a line, and the summary last. */
export const jsonl: Format = { name: 'jsonl', render };

function* render(result: Result, context: ReportContext): Iterable<string> {
  const { files, errors, warnings, fixable } = result.summary;
  for (const problem of result.problems) yield line({ type: 'problem', ...problemJson(problem) });
  for (const failure of result.failures) yield line({ type: 'error', ...failureJson(failure) });
  for (const note of result.notes) yield line({ type: 'note', message: note });
  yield line({
    ...{ type: 'summary', version: 1, tool: { name: context.tool.name, version: context.tool.version } },
    ...{ files, errors, warnings, fixable, fixed: result.fixes?.fixed, baseline: result.baseline?.hidden },
  });
}

function line(value: object): string {
  return `${safeJson(JSON.stringify(value))}\n`;
}
