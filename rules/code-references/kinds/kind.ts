import type { Path, Span } from '../../../src/rule.js';
import type { Found, Mention } from '../facts.js';

/** A line of code on a page, and where its text begins there. */
export interface CodeLine {
  readonly text: string;
  readonly start: number;
}

/** A code span, or a code block with the language of its fence. */
export interface CodePiece {
  readonly language?: string;
  readonly lines: readonly CodeLine[];
}

/** Where the code has a name. */
export interface CodePlace {
  readonly path: Path;
  readonly span: Span;
}

/** What was meant by a name that the code does not have. */
export interface Meant {
  readonly name: string;
  readonly place: CodePlace;
  /** What to write in place of the mention. */
  readonly write?: string;
  readonly isSure: boolean;
}

/** The names that all source files have. */
export interface Known {
  /** Whether there are none at all. */
  readonly isEmpty: boolean;
  has(mention: Mention): boolean;
  meant(mention: Mention): Meant | undefined;
}

/** What the source files of a kind hold, each with its path. */
export type FoundFiles = readonly (readonly [Path, Found])[];

/** A kind of names. */
export interface Kind {
  /** As a message calls one of them. */
  readonly title: string;
  /** What stands before a name where it is shown. */
  readonly lead?: string;
  /** Which of them are meant, as the end of a sentence; empty for all. */
  readonly which: string;
  /** Those that a piece of code mentions. */
  mentions(piece: CodePiece, page: Path): Iterable<Mention>;
  /** Those that stand anywhere in a text. */
  named(text: string): Iterable<string>;
  read(text: string, path: Path): Found;
  link(files: FoundFiles): Known;
  /** Whether a name of the code is one of those that the pages hold. */
  documented(names: ReadonlySet<string>): (name: string) => boolean;
  /** Whether the code declares a name by a string that is nothing else. */
  readonly isString: boolean;
}
