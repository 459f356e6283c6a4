import type { Path, Problem, Result, Span } from '../model.js';
import { fitEdits } from './fit-edits.js';
import { generatedSpans } from './generated-spans.js';
import type { Candidate, Ground, Refusal } from './ground.js';

/** Which problems may be fixed, by what the user wants and the files allow. */
export interface Prospects {
  /** Their fixes, in the order of the problems. */
  candidates(result: Result, textOf: (path: Path) => string): Candidate[];
  /** Whether a problem has a fix that is still to come. */
  isOpen(problem: Problem): boolean;
}

/** A rule's fixes in one file. */
export type Bar = `${string} ${Path}`;

export function barOf(rule: string, path: Path): Bar {
  return `${rule} ${path}`;
}

/** What is `closed` is left out. `refused` is told of files that wanted fixes may not change. */
export function prospects(
  ground: Ground,
  closed: { readonly barred: ReadonlySet<Bar>; readonly lost: ReadonlySet<Path> },
  refused: (path: Path, refusal: Refusal) => void,
): Prospects {
  function isOpen(problem: Problem): boolean {
    if (!problem.fix || !ground.wants(problem)) return false;
    const paths = [...new Set(problem.fix.edits.map(({ path }) => path))];
    const { barred, lost } = closed;
    if (paths.some((path) => lost.has(path) || barred.has(barOf(problem.rule, path)))) return false;
    const refusals = paths.flatMap((path) => {
      const refusal = ground.refusal(path);
      return refusal ? [[path, refusal] as const] : [];
    });
    for (const [path, refusal] of refusals) refused(path, refusal);
    return refusals.length === 0;
  }

  return {
    isOpen,
    candidates(result, textOf) {
      const generated = new Map<Path, readonly Span[]>();
      const isGenerated = (path: Path, start: number, end: number): boolean => {
        const spans = generated.get(path) ?? generatedSpans(path, textOf(path));
        generated.set(path, spans);
        return spans.some((span) => span[0] < end && start < span[1]) || isInside(spans, start);
      };
      const reasonOf = (path: Path): string => {
        const [first] = generated.get(path) ?? [];
        const isWhole = first !== undefined && first[1] - first[0] === textOf(path).length;
        return isWhole ? 'is generated' : 'is generated in part';
      };
      const known = (path: Path): string | undefined =>
        ground.read(path) === undefined ? undefined : textOf(path);
      return result.problems.filter(isOpen).flatMap((problem) => {
        const edits = fitEdits(problem.fix?.edits ?? [], known);
        const held = edits?.find(({ path, start, end }) => isGenerated(path, start, end));
        if (held) refused(held.path, { kind: 'note', reason: reasonOf(held.path) });
        return edits && !held ? [{ problem, edits }] : [];
      });
    },
  };
}

function isInside(spans: readonly Span[], offset: number): boolean {
  return spans.some(([start, end]) => start < offset && offset < end);
}
