import type { Span } from '../../../src/rule.js';

/** Something wrong in the file itself; `related` is a second place in the same file. */
export type Mistake = {
  readonly span: Span;
  readonly message: string;
  readonly related?: { readonly span: Span; readonly message: string };
};
