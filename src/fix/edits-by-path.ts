import type { Edit, Path } from '../model.js';
import type { Candidate } from './ground.js';

/** What candidates that do not overlap change in each file, sorted; those of the same fix are made once. */
export function editsByPath(candidates: readonly Candidate[]): Map<Path, Edit[]> {
  const byPath = new Map<Path, Edit[]>();
  for (const edit of candidates.flatMap(({ edits }) => edits)) {
    const its = byPath.get(edit.path);
    if (its) its.push(edit);
    else byPath.set(edit.path, [edit]);
  }
  for (const [path, edits] of byPath) byPath.set(path, distinct(edits));
  return byPath;
}

function distinct(edits: readonly Edit[]): Edit[] {
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, index, sorted) => {
      const before = sorted[index - 1];
      return before?.start !== edit.start || before.end !== edit.end || before.text !== edit.text;
    });
}
