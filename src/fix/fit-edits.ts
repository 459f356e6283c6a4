import type { Edit, Path } from '../model.js';
import { fitLineEnds } from './fit-line-ends.js';

/**
 * The edits of one fix as they would be made: sorted, with the line ends of their places. Undefined where they are
 * no edits of these texts: out of range, overlapping, in the middle of a character, or changing nothing.
 */
export function fitEdits(
  edits: readonly Edit[],
  textOf: (path: Path) => string | undefined,
): readonly Edit[] | undefined {
  const fitted: Edit[] = [];
  for (const { path, start, end, text } of edits) {
    const whole = textOf(path);
    if (whole === undefined || !isSpan(start, end, whole) || !text.isWellFormed()) return undefined;
    fitted.push({ path, start, end, text: fitLineEnds(whole, start, text) });
  }
  fitted.sort((a, b) => (a.path === b.path ? a.start - b.start || a.end - b.end : a.path < b.path ? -1 : 1));
  const overlaps = fitted.some((edit, index) => {
    const before = fitted[index - 1];
    return before?.path === edit.path && before.end > edit.start;
  });
  const changes = fitted.some(({ path, start, end, text }) => textOf(path)?.slice(start, end) !== text);
  return changes && !overlaps ? fitted : undefined;
}

function isSpan(start: number, end: number, text: string): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  if (start < 0 || start > end || end > text.length) return false;
  return !isInsideCharacter(text, start) && !isInsideCharacter(text, end);
}

function isInsideCharacter(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}
