import type { Span } from '../model.js';
import { lineColumn, lineText } from '../text.js';

/**
 * What to take out of a text for one of its comments to leave no trace: its lines where it has them for itself, with one
 * of two blank lines around it, and else the spaces on one side.
 */
export function removalSpan(text: string, [start, end]: Span, starts: readonly number[]): Span {
  const first = lineColumn(starts, start).line;
  const last = lineColumn(starts, Math.max(start, end - 1)).line;
  const lineStart = starts[first - 1] ?? 0;
  const lineEnd = (starts[last - 1] ?? 0) + lineText(text, starts, last).length;
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (isBlank(before) && isBlank(after)) return wholeLines(text, starts, first, last);
  if (isBlank(after)) return [start - spacesAtEnd(before), end];
  const isApart = isBlank(before) || spacesAtEnd(before) > 0;
  return [start, isApart ? end + (after.length - after.trimStart().length) : end];
}

function wholeLines(text: string, starts: readonly number[], first: number, last: number): Span {
  const isBlankLine = (line: number): boolean => isBlank(lineText(text, starts, line));
  const isOpenAbove = first === 1 || isBlankLine(first - 1);
  const isEnd = (line: number): boolean => (starts[line] ?? text.length) === text.length;
  const start = starts[first - 1] ?? 0;
  if (isEnd(last)) {
    const isBelowBlank = first > 1 && isBlankLine(first - 1);
    return [isBelowBlank ? (starts[first - 2] ?? 0) : start, text.length];
  }
  return [start, (isOpenAbove && isBlankLine(last + 1) ? starts[last + 1] : starts[last]) ?? text.length];
}

/** Nothing, or the markers of quotes alone. */
function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text);
}

function spacesAtEnd(text: string): number {
  return text.length - text.trimEnd().length;
}
