export { type Issue, UserError } from './errors.js';
export type { Failure, Fix, Path, Problem, Result, Severity, Setting } from './model.js';
export { type LintOptions, type LintResult, lint } from './session/lint.js';
