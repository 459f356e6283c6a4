import type { Span } from '../../src/rule.js';

/** What of a file is meant; without one, all of it. Lines count from 1, without a last one up to the end. */
export type Part =
  | { readonly lines: readonly [first: number, last: number | null] }
  | { readonly region: string }
  | { readonly symbol: string };

/** A path with a part of its file, as a page writes it. */
export type Source = {
  readonly path: string;
  readonly pathSpan: Span;
  readonly part?: Part;
  /** Of lines: what names them, such as `10-20` or `L10-L20`. */
  readonly range?: { readonly text: string; readonly span: Span };
};

/** How a code block is written, as far as other lines can be written in it. */
export type Layout = {
  /** The lines between the fences, with the end of the last one. */
  readonly content: Span;
  /** What stands before each line: indentation, marks of quotes. */
  readonly prefix: string;
  readonly newline: '\n' | '\r\n';
  /** The opening fence, without what follows it. */
  readonly mark: string;
  /** Both fences. */
  readonly fences: readonly [Span, Span];
};

/** A code block on a page, all that it takes to read its lines when they are compared. */
export type Block = {
  readonly start: number;
  /** The text of the page from there to the end of the block. */
  readonly written: string;
  /** What the block holds as Markdown has it, where that is not what stands between its first and its last line. */
  readonly value?: string;
};

export type Code = {
  readonly lines: readonly string[];
  /** Where each of the lines is on the page; empty where that is not known. */
  readonly spans: readonly Span[];
  /** How many of the lines, at the beginning, are not part of the copy. */
  readonly lead: number;
  /** Absent where nothing can be written in it. */
  readonly layout?: Layout;
};

/**
 * A block that says where it comes from: by its info string, by a comment of ours before it, or by embedme's, before it or as
 * its first line.
 */
export type Claim = {
  readonly by: 'info' | 'comment' | 'embedme' | 'first-line';
  readonly span: Span;
  readonly source: Source;
  readonly block: Block;
};

/** A claim with the lines of its block. */
export type Opened = Omit<Claim, 'block'> & { readonly block: Code };

/** A comment that says nothing that could be checked. */
export type Mistake = { readonly span: Span; readonly mistake: string };

export type SnippetFacts = {
  readonly claims: readonly (Claim | Mistake)[];
  /** Of a `package.json`: whether the project works with embedme. */
  readonly embedme?: true;
};
