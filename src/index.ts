export { type Issue, UserError } from './errors.js';
export type {
  Change,
  Edit,
  Failure,
  Fix,
  Graph,
  GraphEdge,
  GraphNode,
  Path,
  Problem,
  Result,
  Setting,
  Severity,
} from './model.js';
export { type FixOptions, type FixResult, fix } from './session/fix.js';
export { graph } from './session/graph.js';
export { type LintOptions, type LintResult, lint } from './session/lint.js';
export { type MoveOptions, move } from './session/move.js';
export type { Refactoring } from './session/refactoring.js';
export { renameHeading } from './session/rename-heading.js';
