import type { Path, Problem, Result } from '../model.js';
import { addedProblems } from './added-problems.js';
import { applyEdits } from './apply-edits.js';
import { blame } from './blame.js';
import { chooseFixes } from './choose-fixes.js';
import { editsByPath } from './edits-by-path.js';
import type { Candidate, Ground } from './ground.js';
import type { Patience } from './patience.js';
import type { Prospects } from './prospects.js';
import { unsoundFixes } from './unsound-fixes.js';

/** The tree as one pass leaves it. */
export interface State {
  /** Of the files that are not as they were read. */
  readonly texts: ReadonlyMap<Path, string>;
  readonly result: Result;
}

/** A fix that was tried and taken back, and why: the problem that it would bring, or the page that it would break. */
export interface Undone {
  readonly problem: Problem;
  readonly brings?: Problem;
}

export interface Pass extends State {
  /** None when nothing more can be fixed. */
  readonly fixes: readonly Candidate[];
  readonly undone: readonly Undone[];
}

/**
 * Applies as many fixes together as leave the pages whole and bring no problem that no other fix would take away.
 * What it does follows from the tree alone, so that a pass that does nothing does nothing again.
 */
export function takePass(
  ground: Ground,
  { texts, result }: State,
  prospects: Prospects,
  patience: Patience,
): Pass {
  const textOf = (path: Path): string => texts.get(path) ?? ground.read(path) ?? '';
  const undone: Undone[] = [];
  let open = prospects.candidates(result, textOf);
  for (;;) {
    const fixes = chooseFixes(open);
    if (fixes.length === 0) return { fixes, texts, result, undone };
    const bad = new Map<Candidate, Undone>();
    for (const one of unsoundFixes(fixes, textOf, ground.parser, patience))
      bad.set(one, { problem: one.problem });
    if (bad.size === 0) {
      const next = withEdits(texts, editsByPath(fixes), textOf);
      const after = ground.check(next);
      const added = addedProblems(result.problems, after.problems).filter(
        (one) => !prospects.isOpen(one) && !ground.tolerates?.(one),
      );
      if (added.length === 0) return { fixes, texts: next, result: after, undone };
      for (const one of blame(added, fixes, (path) => next.get(path) ?? ''))
        bad.set(one.candidate, { problem: one.candidate.problem, brings: one.for });
    }
    undone.push(...bad.values());
    open = open.filter((one) => !bad.has(one));
  }
}

function withEdits(
  texts: ReadonlyMap<Path, string>,
  edits: ReturnType<typeof editsByPath>,
  textOf: (path: Path) => string,
): ReadonlyMap<Path, string> {
  const next = new Map(texts);
  for (const [path, its] of edits) next.set(path, applyEdits(textOf(path), its));
  return next;
}
