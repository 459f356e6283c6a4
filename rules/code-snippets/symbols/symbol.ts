/** First and last line of a declaration, from 1. */
export type Lines = readonly [first: number, last: number];

/** A source by lines, without what is no code. */
export interface Outline {
  /** As they are written. */
  readonly lines: readonly string[];
  /** Of the same lengths. */
  readonly masked: readonly string[];
  /** Open brackets at the beginning of each line, and one more for the end. */
  readonly depths: readonly number[];
}

/** How the declarations of some languages are found. */
export interface Grammar {
  /** The lines that declare a name among some lines. */
  declared(outline: Outline, name: string, within: Lines): readonly number[];
  /** Where a declaration ends; undefined where that cannot be told. */
  end(outline: Outline, line: number): number | undefined;
}
