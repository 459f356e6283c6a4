import type { Span } from '../../src/rule.js';

/** A name that a page mentions. */
export type Mention = {
  readonly name: string;
  readonly span: Span;
  /** Whether it stands for every name that begins so, as `APP_*` does. */
  readonly isBeginning?: true;
  /** The name that it is part of, which stands right before it. */
  readonly above?: string;
};

/** A name in a source file; `isWhole` where it is all that a string holds. */
export type CodeName = readonly [name: string, start: number, end: number, isWhole: 0 | 1];

/** What a source file says of the names of one kind. */
export type Found = {
  /** Each name once. */
  readonly names: readonly CodeName[];
  /** What names begin with that the code puts together. */
  readonly beginnings?: readonly string[];
  /** Words that the code may put names together of. */
  readonly parts?: readonly string[];
  /** Those that the code declares, where the options say how. */
  readonly declared?: readonly CodeName[];
};

export type PageFacts = {
  readonly kind: 'page';
  readonly mentions: Readonly<Record<string, readonly Mention[]>>;
  /** Names anywhere on the page, of kinds that are declared. */
  readonly named: Readonly<Record<string, readonly string[]>>;
};

export type SourceFacts = { readonly kind: 'source'; readonly found: Readonly<Record<string, Found>> };

export type ReferenceFacts = PageFacts | SourceFacts;
