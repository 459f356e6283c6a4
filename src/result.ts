import type { Edit, Fix, Path, Severity, Span } from './model.js';

/** Lines and columns count from 1, in UTF-16 code units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding with all that a report needs. */
export interface Problem extends Range {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
  readonly message: string;
  readonly fingerprint: string;
  readonly related: readonly (Range & { readonly path: Path; readonly message: string })[];
  readonly fix?: Fix;
  readonly target?: Path;
}

/** A file that could not be checked, whole or in part: exit status 2. */
export interface Failure {
  readonly path: Path;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** One problem that was there when the baseline was written. */
export interface BaselineEntry {
  readonly path: Path;
  readonly rule: string;
  readonly code: string;
  readonly fingerprint: string;
  /** Where the baseline has it. */
  readonly span: Span;
}

/** What one run found. */
export interface Result {
  /** Sorted by path, line, column, rule, code, message. */
  readonly problems: readonly Problem[];
  readonly failures: readonly Failure[];
  /** What the run could not judge, for people; no problem and no failure. */
  readonly notes: readonly string[];
  /** Only with a baseline: how many problems it hides, and which of its entries hide nothing any more. */
  readonly baseline?: { readonly hidden: number; readonly stale: readonly BaselineEntry[] };
  /** Only where a change was asked about, whose problems these are: how many others there are. */
  readonly change?: { readonly others: number };
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    /** Problems with a safe fix. */
    readonly fixable: number;
  };
  /** Only where fixes were applied: how many problems are gone, and whether unsafe fixes were asked for. */
  readonly fixes?: { readonly fixed: number; readonly unsafe: boolean };
}

/** A file or a directory that is a page, or that a page links to. */
export interface GraphNode {
  readonly path: Path;
  readonly kind: 'page' | 'file' | 'directory' | 'missing';
}

export interface GraphEdge {
  readonly from: Path;
  readonly to: Path;
  /** From 1, as of a problem: where the link begins. */
  readonly line: number;
  readonly column: number;
  readonly fragment?: string;
  /** Whether the target, or the anchor that the fragment names, is not there. */
  readonly broken: boolean;
}

/** The link graph of a tree, sorted: pages, what they link to, and each local link. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Something that led somewhere and no longer would, or that would be wrong. */
export interface Break {
  /** As the tree is afterwards; lines and columns count from 1. */
  readonly path: Path;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What fixes make of one file. The edits are in terms of `before`, sorted, and none touches another. */
export interface Change {
  readonly path: Path;
  /** Without byte order mark. */
  readonly before: string;
  /** Whether the file begins with one. */
  readonly mark?: boolean;
  readonly edits: readonly Edit[];
  /** Where the file is to be, if that is elsewhere. */
  readonly to?: Path;
}
