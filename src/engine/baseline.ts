import type { BaselineEntry, Path, Problem } from '../model.js';

/** The problems that a team has agreed to live with for now. */
export interface Baseline {
  readonly file: Path;
  readonly entries: readonly BaselineEntry[];
}

interface Compared {
  readonly left: readonly Problem[];
  readonly hidden: readonly Problem[];
  /** Entries whose problem is gone. */
  readonly unmatched: readonly BaselineEntry[];
}

/** Takes out the problems that the baseline holds: each entry hides one, by its fingerprint. */
export function compareBaseline(problems: readonly Problem[], { entries }: Baseline): Compared {
  const waiting = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const isHidden = (problem: Problem): boolean => waiting.delete(keyOf(problem));
  const hidden = new Set(problems.filter(isHidden));
  return {
    left: problems.filter((problem) => !hidden.has(problem)),
    hidden: [...hidden],
    unmatched: [...waiting.values()],
  };
}

function keyOf({ path, rule, code, fingerprint }: Omit<BaselineEntry, 'span'>): string {
  return JSON.stringify([path, rule, code, fingerprint]);
}
