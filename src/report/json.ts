import type { Failure, Fix, Problem, Result } from '../model.js';
import type { Format, ReportContext } from './format.js';
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

function problemJson(problem: Problem): object {
  const { rule, code, severity, path, line, column, endLine, endColumn, message, fingerprint } = problem;
  const related = problem.related.map(({ path, line, column, message }) => ({ path, line, column, message }));
  const report = { rule, code, severity, path, line, column, endLine, endColumn, message, fingerprint };
  return {
    ...report,
    ...(related.length > 0 && { related }),
    ...(problem.fix && { fix: fixJson(problem.fix) }),
  };
}

function fixJson({ safe, description, edits }: Fix): object {
  return {
    safe,
    description,
    edits: edits.map(({ path, start, end, text }) => ({ path, start, end, text })),
  };
}

function failureJson({ path, line, column, message }: Failure): object {
  return { path, line, column, message };
}
