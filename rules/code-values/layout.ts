import type { Span } from '../../src/rule.js';

/** The raw content of a table's cell between its bars. */
export type Cell = {
  readonly start: number;
  /** Where its text ends and its padding begins. */
  readonly text: number;
  readonly end: number;
};

/** An item of a list, a row of a table or a line of a code block, as it is written. */
export type Item = {
  /** From its marker or its first cell to the end of its text. */
  readonly span: Span;
  /** Where its first line begins. */
  readonly line: number;
  /** What stands on that line before its content, marker included; absent when another item's text does too. */
  readonly lead?: string;
  /** What stands between its end and the line of the next one: line ends, blank lines, quote marks. */
  readonly gap?: string;
  /** Marks of emphasis around its value. */
  readonly wrap?: string;
  /** The punctuation behind its value when nothing else is; absent where more follows. */
  readonly tail?: string;
  /** Of an ordered list; absent where it has leading zeros. */
  readonly number?: number;
  /** Whether it goes on on further lines. */
  readonly isLong?: true;
  readonly cells?: readonly Cell[];
};

/** How a table is written. */
export type Grid = {
  /** Lengths of the cells of its delimiter row, when its header has the same. */
  readonly widths?: readonly number[];
  readonly aligns: readonly ('left' | 'right' | 'center' | null)[];
  readonly header: readonly Cell[];
  /** `dash` is where the hyphens of a cell begin. */
  readonly delimiter: readonly (Cell & { readonly dash: number })[];
  /** What its rows begin and end with: a bar, or nothing. */
  readonly open: string;
  readonly close: string;
  /** A space where cells begin with one. */
  readonly pad: string;
};

/** What is needed to add a value to a block, or to take one out, without the text of the page. */
export type Layout = {
  readonly items: readonly Item[];
  /** The line end of the page at this place. */
  readonly eol: string;
  readonly grid?: Grid;
};
