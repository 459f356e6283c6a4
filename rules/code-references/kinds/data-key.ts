import type { Span } from '../../../src/rule.js';

/** A key of a file of data, with dots between it and those above; items of a list are taken as the list itself. */
export interface DataKey {
  readonly path: string;
  /** The path of the key that holds it; empty on the first level. */
  readonly above: string;
  readonly span: Span;
  /** What it holds: more keys, a value, or nothing yet, so that a reader may put in any. */
  readonly holds: 'keys' | 'value' | 'anything';
}
