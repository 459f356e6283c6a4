import type { Failure, Fix, Problem } from '../model.js';

/** A problem as version 1 of the JSON report has it: keys in a fixed order, and none that is there for nothing. */
export function problemJson(problem: Problem): object {
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

/** A file that could not be checked, as the same report has it. */
export function failureJson({ path, line, column, message }: Failure): object {
  return { path, line, column, message };
}
