import type { Edit } from '../model.js';

/** What edits, which are sorted and do not overlap, do to the offsets of a text. */
export interface Shifts {
  /** Whether an edit is in a span or at its edge. */
  touches(start: number, end: number): boolean;
  /** Where an offset that no edit holds is afterwards. */
  after(offset: number): number;
  /** What the edits put in, as spans of the text afterwards. */
  readonly put: readonly Edit[];
}

export function offsetShifts(edits: readonly Edit[]): Shifts {
  const by: number[] = [0];
  for (const { start, end, text } of edits) by.push((by.at(-1) as number) + text.length - (end - start));
  const put = edits.map((edit, index) => {
    const start = edit.start + (by[index] as number);
    return { ...edit, start, end: start + edit.text.length };
  });
  /** How many edits end before an offset. */
  const countBefore = (offset: number): number => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle] as Edit).end < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    put,
    touches: (start, end) => (edits[countBefore(start)]?.start ?? Number.POSITIVE_INFINITY) <= end,
    after: (offset) => offset + (by[countBefore(offset)] as number),
  };
}
