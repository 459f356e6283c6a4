import type { Edit, Path, Problem } from '../model.js';
import { addedProblems } from './added-problems.js';
import { composeEdits } from './compose-edits.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate, Ground } from './ground.js';
import { patience } from './patience.js';
import { type Bar, barOf, type Prospects } from './prospects.js';
import { type State, takePass, type Undone } from './take-pass.js';

/** How often in all a pass may leave no fewer problems than there were before, as where rules do not agree. */
export const mostPasses = 10;

/** Of how many of the last passes the rules are said not to agree. */
const lastPasses = 3;

export type Settled =
  | {
      readonly kind: 'settled';
      readonly state: State;
      /** In terms of the texts as they were read. */
      readonly edits: ReadonlyMap<Path, readonly Edit[]>;
      readonly undone: readonly Undone[];
    }
  /** Pages that take too long. */
  | { readonly kind: 'lost'; readonly paths: ReadonlySet<Path> }
  /** Fixes that never come to an end, or of which more problems are left than there were. */
  | { readonly kind: 'quarrel' | 'harm'; readonly bars: ReadonlySet<Bar> };

/** Takes passes until one has nothing to do. */
export function settle(ground: Ground, first: State, prospects: Prospects): Settled {
  const bearing = patience();
  const edits = new Map<Path, readonly Edit[]>();
  const passes: (readonly Candidate[])[] = [];
  let state = first;
  let fewest = first.result.problems.length;
  let idle = 0;
  while (idle < mostPasses) {
    const { fixes, undone, ...next } = takePass(ground, state, prospects, bearing);
    if (bearing.lost.size > 0) return { kind: 'lost', paths: bearing.lost };
    if (fixes.length === 0) {
      const added = addedProblems(first.result.problems, state.result.problems);
      const bars = harmful(
        added.filter((one) => !ground.tolerates?.(one)),
        passes.flat(),
      );
      if (bars.size > 0) return { kind: 'harm', bars };
      return { kind: 'settled', state, edits, undone };
    }
    passes.push(fixes);
    for (const [path, its] of editsByPath(fixes))
      edits.set(path, composeEdits(ground.read(path) ?? '', edits.get(path) ?? [], its));
    state = next;
    const left = state.result.problems.length;
    if (left >= fewest) idle++;
    fewest = Math.min(fewest, left);
  }
  return { kind: 'quarrel', bars: barsOf(passes.slice(-lastPasses).flat()) };
}

/** The fixes in the files of these problems, else in those that they point to, else all. */
function harmful(problems: readonly Problem[], fixes: readonly Candidate[]): ReadonlySet<Bar> {
  const bars = problems.flatMap(({ path, target, related }) => {
    const others = new Set([target, ...related.map((one) => one.path)]);
    const tests = [(edit: Edit) => edit.path === path, (edit: Edit) => others.has(edit.path), () => true];
    const found = tests.map((test) => fixes.filter(({ edits }) => edits.some(test)));
    return [...barsOf(found.find(({ length }) => length > 0) ?? [])];
  });
  return new Set(bars);
}

function barsOf(fixes: readonly Candidate[]): ReadonlySet<Bar> {
  return new Set(fixes.flatMap(({ problem, edits }) => edits.map(({ path }) => barOf(problem.rule, path))));
}
