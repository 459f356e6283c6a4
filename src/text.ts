/** A position as editors show it: both count from 1, columns in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where starts are collected, so that a list of them is made once, at its full length. */
const room = new Array<number>(1 << 12).fill(0);

/** The offset at which each line starts. A line ends with `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): number[] {
  let count = 1;
  let at = text.indexOf('\n');
  for (; at >= 0 && count < room.length; at = text.indexOf('\n', at + 1)) room[count++] = at + 1;
  const starts = room.slice(0, count);
  for (; at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (!text.includes('\r')) return starts;
  for (at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  return starts.sort((a, b) => a - b);
}

/** Offset to line and column, by binary search; an offset past the end counts in the last line. */
export function lineColumn(starts: readonly number[], offset: number): LineColumn {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}

/** The text of a line, which counts from 1, without its line end; empty when there is no such line. */
export function lineText(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1];
  if (start === undefined) return '';
  return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
}
