import type { Json, Span } from '../../src/rule.js';

/** A value as a page writes it. */
export type Value = { readonly value: string; readonly span: Span };

/** One place on a page that can hold values. Only tables have more than one column, and names for them. */
export type Block = {
  readonly form: 'list' | 'table' | 'code';
  readonly span: Span;
  readonly columns: readonly { readonly name?: string; readonly values: readonly Value[] }[];
};

/** A comment that declares the list behind it. */
export type Comment = {
  readonly span: Span;
  readonly file: string;
  /** A type, a constant, or the beginning of names with a `*` behind it. */
  readonly name: string;
  readonly column?: string | number;
  readonly as?: 'list' | 'table' | 'code';
  readonly exempt: readonly (Value & { readonly reason: string })[];
};

/** What is wrong with a comment. With `nothing-found` it declares nothing; otherwise one exemption does not count. */
export type Mistake = {
  readonly code: 'nothing-found' | 'unused-exemption';
  readonly span: Span;
  readonly mistake: string;
};

/** What `check` needs of a page; absent for a page that nothing declares. In document order. */
export type PageFacts = {
  readonly kind: 'page';
  readonly comments: readonly (Comment | Mistake)[];
  readonly blocks: readonly Block[];
  /** Plain texts, for `after`; only of a page that an option with `after` names. */
  readonly texts: readonly { readonly text: string; readonly span: Span }[];
};

/** What `check` needs of a source file; `file` is for its language alone to read. */
type SourceFacts = { readonly kind: 'source'; readonly language: string; readonly file: Json };

export type CodeValuesFacts = PageFacts | SourceFacts;
