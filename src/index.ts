export { type Issue, UserError } from './errors.js';
export type { Failure, Fix, Path, Problem, Result, Setting, Severity } from './model.js';
export { type Graph, type GraphEdge, type GraphNode, graph } from './session/graph.js';
export { type LintOptions, type LintResult, lint } from './session/lint.js';
