import type { RunInput } from '../engine/input.js';
import type { BaselineEntry, Path, Problem, Result } from '../model.js';

/**
 * The entries of a baseline whose problems have other fingerprints now, since their page or their line is another one;
 * undefined where all stay. The n-th problem of its kind in a file stays the n-th.
 */
export function movedBaseline(
  { baseline }: Pick<RunInput, 'baseline'>,
  path: (path: Path) => Path,
  [before, after]: readonly [Result, Result],
): readonly BaselineEntry[] | undefined {
  if (!baseline) return undefined;
  const now = grouped(after.problems, (one) => one);
  const next = new Map<string, Problem>();
  for (const [kind, was] of grouped(before.problems, path)) {
    const its = now.get(kind) ?? [];
    if (its.length === was.length)
      for (const [index, problem] of was.entries())
        next.set(`${problem.fingerprint} ${problem.path}`, its[index] as Problem);
  }
  const entries = baseline.entries.map((entry) => {
    const found = next.get(`${entry.fingerprint} ${entry.path}`);
    return { ...entry, path: path(entry.path), fingerprint: found?.fingerprint ?? entry.fingerprint };
  });
  const isSame = entries.every(
    ({ path: at, fingerprint }, index) =>
      at === baseline.entries[index]?.path && fingerprint === baseline.entries[index]?.fingerprint,
  );
  return isSame ? undefined : entries;
}

function grouped(
  problems: readonly Problem[],
  path: (path: Path) => Path,
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.rule}/${problem.code} ${path(problem.path)}`;
    const its = groups.get(kind);
    if (its) its.push(problem);
    else groups.set(kind, [problem]);
  }
  return groups;
}
