import type { Edit, Path, Problem, Range, Span } from '../model.js';
import { lineStarts } from '../text.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate } from './ground.js';
import { offsetShifts } from './offset-shifts.js';

/** A fix that brought a problem, or may have. */
export interface Blamed {
  readonly candidate: Candidate;
  readonly for: Problem;
}

/**
 * Which fixes brought each problem: those that wrote in its span, else those in the spans that belong to it, else on
 * its lines, else in the files it points to, else in its file, else all of them. `textOf` gives the texts with the fixes.
 */
export function blame(
  problems: readonly Problem[],
  candidates: readonly Candidate[],
  textOf: (path: Path) => string,
): Blamed[] {
  const written = new Map<Path, Written>();
  for (const [path, edits] of editsByPath(candidates)) written.set(path, writtenIn(edits, textOf(path)));

  const wroteIn = (paths: readonly (Path | undefined)[]) => (candidate: Candidate) =>
    candidate.edits.some(({ path }) => paths.includes(path));
  const wroteAt = (path: Path, spanIn: (starts: readonly number[]) => Span) => {
    const there = written.get(path);
    if (!there) return () => false;
    const [start, end] = spanIn(there.starts);
    return ({ edits }: Candidate) =>
      edits.some((edit) => {
        const put = edit.path === path ? there.put.get(keyOf(edit)) : undefined;
        return put !== undefined && put[0] <= end && put[1] >= start;
      });
  };

  const blamed = new Map<Candidate, Problem>();
  for (const problem of problems) {
    const { path, line, endLine, related, target } = problem;
    const others = [target, ...related.map((one) => one.path)];
    const beside = related.map((one) => wroteAt(one.path, spanOf(one)));
    const tests = [
      wroteAt(path, spanOf(problem)),
      (candidate: Candidate) => beside.some((test) => test(candidate)),
      wroteAt(path, (starts) => [starts[line - 1] ?? 0, (starts[endLine] ?? Number.POSITIVE_INFINITY) - 1]),
      wroteIn(others.filter((other) => other !== path)),
      wroteIn([path]),
      () => true,
    ];
    const test = tests.find((one) => candidates.some(one));
    for (const candidate of candidates)
      if (test?.(candidate) && !blamed.has(candidate)) blamed.set(candidate, problem);
  }
  return [...blamed].map(([candidate, problem]) => ({ candidate, for: problem }));
}

function spanOf({ line, column, endLine, endColumn }: Range) {
  return (starts: readonly number[]): Span => [
    (starts[line - 1] ?? 0) + column - 1,
    (starts[endLine - 1] ?? 0) + endColumn - 1,
  ];
}

/** Where the edits of a file are afterwards, each by its key. */
interface Written {
  readonly starts: readonly number[];
  readonly put: ReadonlyMap<string, Span>;
}

function writtenIn(edits: readonly Edit[], text: string): Written {
  const { put } = offsetShifts(edits);
  return {
    starts: lineStarts(text),
    put: new Map(edits.map((edit, index) => [keyOf(edit), [put[index]?.start ?? 0, put[index]?.end ?? 0]])),
  };
}

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}
