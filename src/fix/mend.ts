import type { Change, Failure, Path, Problem, Result } from '../model.js';
import type { Ground, Refusal } from './ground.js';
import { type Bar, prospects } from './prospects.js';
import { sayLost, sayQuarrel, sayRefused, sayUndone } from './say.js';
import { mostPasses, settle } from './settle.js';
import type { State } from './take-pass.js';

/** A tree after its fixes. Nothing is written. */
export interface Mended {
  /** What was found before. */
  readonly before: Result;
  /** What is left. */
  readonly result: Result;
  /** The files that are no longer as they were read. */
  readonly texts: ReadonlyMap<Path, string>;
  /** Sorted by path. */
  readonly changes: readonly Change[];
  /** How many problems are gone. */
  readonly fixed: number;
  /** What was not done, and why, for people. */
  readonly notes: readonly string[];
  /** Files that have a fix and cannot be written. */
  readonly failures: readonly Failure[];
}

/**
 * Fixes what can be fixed, pass by pass, until a pass has nothing to do. Fixes that come to no end, and those that
 * leave more problems than there were, are left out from the beginning.
 */
export function mend(ground: Ground): Mended {
  const first: State = { texts: new Map(), result: ground.check(new Map()) };
  const barred = new Set<Bar>();
  const lost = new Set<Path>();
  const quarrels: string[] = [];
  for (;;) {
    const refusals = new Map<Path, Refusal>();
    const closed = { barred, lost };
    const open = prospects(ground, closed, (path, refusal) => refusals.set(path, refusal));
    const settled = settle(ground, first, open);
    if (settled.kind === 'settled') {
      const { state, edits, undone } = settled;
      const changes = [...edits].flatMap(([path, its]) =>
        its.length > 0 ? [{ path, before: ground.read(path) ?? '', edits: its }] : [],
      );
      return {
        before: first.result,
        ...state,
        changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)),
        fixed: countGone(first.result.problems, state.result.problems, ground),
        notes: [...quarrels, ...sayLost(lost), ...sayUndone(undone), ...sayRefused(refusals)],
        failures: [...refusals].flatMap(([path, { kind, reason }]) =>
          kind === 'failure' ? [{ path, message: `cannot be fixed: it ${reason}.` }] : [],
        ),
      };
    }
    if (settled.kind === 'quarrel') quarrels.push(sayQuarrel(settled.bars, mostPasses));
    if (settled.kind === 'lost') for (const path of settled.paths) lost.add(path);
    else for (const bar of settled.bars) barred.add(bar);
  }
}

function countGone(before: readonly Problem[], after: readonly Problem[], ground: Ground): number {
  const count = (problems: readonly Problem[]): number =>
    problems.filter((one) => !ground.tolerates?.(one)).length;
  return count(before) - count(after);
}
