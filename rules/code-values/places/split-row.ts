import type { Cell } from '../layout.js';

/** A row of a table, as it is written. */
export interface Row {
  readonly cells: readonly Cell[];
  /** What it begins and ends with: a bar, or nothing. */
  readonly open: string;
  readonly close: string;
}

/** Splits the source between two offsets at its bars; one behind a backslash is text. */
export function splitRow(source: string, start: number, end: number): Row {
  const bars: number[] = [];
  for (let at = start; at < end; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '|') bars.push(at);
  }
  const opens = source[start] === '|';
  const closes = bars.at(-1) === end - 1 && end - 1 > start;
  const starts = [...(opens ? [] : [start]), ...bars.map((bar) => bar + 1)];
  const ends = [...bars.slice(opens ? 1 : 0), ...(closes ? [] : [end])];
  return {
    cells: ends.map((to, index) => {
      const from = starts[index] as number;
      return { start: from, text: from + source.slice(from, to).trimEnd().length, end: to };
    }),
    open: opens ? '|' : '',
    close: closes ? '|' : '',
  };
}
