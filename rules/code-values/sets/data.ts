import type { Span } from '../../../src/rule.js';

/** JSON or YAML with the place of every key and value. Plain data, of no more depth than can be walked. */
export type Data =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span; readonly isJson?: true }
  | { readonly kind: 'list'; readonly items: readonly Data[] }
  | { readonly kind: 'record'; readonly members: readonly Member[] }
  /** A number, a boolean, nothing at all, an alias. */
  | { readonly kind: 'other' };

export interface Member {
  readonly key: string;
  readonly span: Span;
  readonly value: Data;
}

/** Values inside of values inside of … end here. */
export const deepest = 100;
