import type { Edit, Path } from '../model.js';
import type { Candidate } from './ground.js';

/**
 * As many as can be applied together: of two that overlap, the first one. Those that are the same to the last edit,
 * as one fix that mends two problems, are one.
 */
export function chooseFixes(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<Path, Edit[]>();
  const known = new Set<string>();
  return candidates.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    if (known.has(key)) return true;
    if (edits.some((edit) => meetsAnother(taken.get(edit.path) ?? [], edit))) return false;
    for (const edit of edits) {
      const its = taken.get(edit.path);
      if (its) its.splice(placeOf(its, edit.start), 0, edit);
      else taken.set(edit.path, [edit]);
    }
    known.add(key);
    return true;
  });
}

/** Whether one of the edits, sorted by offset, overlaps this one. */
function meetsAnother(edits: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(edits, edit.start);
  for (let at = place; at < edits.length; at++) {
    const other = edits[at] as Edit;
    if (other.start > edit.end) break;
    if (overlap(other, edit)) return true;
  }
  for (let at = place - 1; at >= 0; at--) {
    const other = edits[at] as Edit;
    if (other.end < edit.start) break;
    if (overlap(other, edit)) return true;
  }
  return false;
}

/** What is put in at the edge of another edit has no certain place, so that is an overlap too. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The first place behind all edits that begin before an offset. */
function placeOf(edits: readonly Edit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
