import type { Result } from '../model.js';
import type { Format, ReportContext } from './format.js';
import { failureJson, problemJson } from './problem-json.js';
import { safeJson } from './safe.js';

/** The report for programs, version 1: keys in a fixed order, and none that is there for nothing. */
export const json: Format = { name: 'json', render };

function render(result: Result, context: ReportContext): string {
  const { files, errors, warnings, fixable } = result.summary;
  const report = {
    version: 1,
    tool: { name: context.tool.name, version: context.tool.version },
    problems: result.problems.map(problemJson),
    summary: {
      files,
      errors,
      warnings,
      fixable,
      fixed: result.fixes?.fixed,
      ...(result.baseline && { baseline: result.baseline.hidden }),
    },
    ...(result.failures.length > 0 && { errors: result.failures.map(failureJson) }),
    ...(result.notes.length > 0 && { notes: result.notes }),
  };
  return safeJson(`${JSON.stringify(report, null, 2)}\n`);
}
