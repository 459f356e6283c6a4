import type { Edit, Path, Problem } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate } from './ground.js';
import { offsetShifts } from './offset-shifts.js';

/** A fix that brought a problem, or may have. */
export interface Blamed {
  readonly candidate: Candidate;
  readonly for: Problem;
}

/**
 * Which fixes brought each problem: those that wrote on its lines, else those that wrote where it points to, else
 * those that wrote in its file, else all of them. `textOf` gives the texts with the fixes.
 */
export function blame(
  problems: readonly Problem[],
  candidates: readonly Candidate[],
  textOf: (path: Path) => string,
): Blamed[] {
  const written = new Map<Path, ReadonlyMap<string, readonly [first: number, last: number]>>();
  for (const [path, edits] of editsByPath(candidates)) written.set(path, linesOf(edits, textOf(path)));

  const wroteIn = (paths: readonly (Path | undefined)[]) => (candidate: Candidate) =>
    candidate.edits.some(({ path }) => paths.includes(path));
  const wroteOn = (problem: Problem) => (candidate: Candidate) =>
    candidate.edits.some((edit) => {
      const lines = edit.path === problem.path ? written.get(edit.path)?.get(keyOf(edit)) : undefined;
      return lines !== undefined && lines[0] <= problem.endLine && lines[1] >= problem.line;
    });

  const blamed = new Map<Candidate, Problem>();
  for (const problem of problems) {
    const others = [problem.target, ...problem.related.map(({ path }) => path)];
    const tests = [
      wroteOn(problem),
      wroteIn(others.filter((path) => path !== problem.path)),
      wroteIn([problem.path]),
      () => true,
    ];
    const found = tests.map((test) => candidates.filter(test)).find(({ length }) => length > 0) ?? [];
    for (const candidate of found) if (!blamed.has(candidate)) blamed.set(candidate, problem);
  }
  return [...blamed].map(([candidate, problem]) => ({ candidate, for: problem }));
}

/** The lines that each edit is on afterwards. */
function linesOf(
  edits: readonly Edit[],
  text: string,
): ReadonlyMap<string, readonly [first: number, last: number]> {
  const starts = lineStarts(text);
  const { put } = offsetShifts(edits);
  return new Map(
    edits.map((edit, index) => {
      const { start, end } = put[index] ?? edit;
      return [keyOf(edit), [lineColumn(starts, start).line, lineColumn(starts, end).line]] as const;
    }),
  );
}

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}
