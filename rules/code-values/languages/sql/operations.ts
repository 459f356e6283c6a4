import type { Span } from '../../../../src/rule.js';
import type { Expression } from '../shared/outline.js';

/** A value of a set, and where it stands. */
export type SqlValue = { readonly span: Span; readonly value: Expression; readonly label?: string };

/** What a statement does to a set of values. */
export type Operation =
  /** `by` is the constraint that the set hangs on. */
  | {
      readonly create: string;
      readonly span: Span;
      readonly values: readonly SqlValue[];
      readonly by?: string;
    }
  | {
      readonly add: string;
      readonly value: SqlValue;
      readonly beside?: readonly ['before' | 'after', string];
    }
  | { readonly alter: string; readonly from: string; readonly value: SqlValue }
  | { readonly rename: string; readonly to: string }
  /** A table, with all its columns and constraints. */
  | { readonly move: string; readonly to: string }
  /** A type, a constraint, a column, or all columns of a table. */
  | { readonly drop: string };

/** What is kept of a file of SQL, in the order of its statements. */
export type SqlFile = { readonly operations: readonly Operation[] };
