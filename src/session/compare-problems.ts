import { identities } from '../engine/identities.js';
import { byPlace } from '../engine/locate.js';
import type { Path, Problem } from '../model.js';
import { lineStarts } from '../text.js';
import type { TextChanges, Texts } from './text-changes.js';

interface Sides {
  readonly now: readonly Problem[];
  readonly before: readonly Problem[];
  readonly texts: Texts;
  readonly changes: TextChanges;
}

/**
 * The problems that were not there before, renamed files followed. Of problems that only their number tells apart, as
 * many are old as there were, those first that the change did not touch; they keep the fingerprints that they had.
 */
export function compareProblems({ now, before, texts, changes }: Sides): readonly Problem[] {
  const old = grouped(
    before,
    (path) => texts.before(path),
    (path) => changes.nameOf(path),
  );
  const fresh: Problem[] = [];
  for (const [identity, its] of grouped(now, (path) => texts.now(path))) {
    const were = old.get(identity) ?? [];
    const said = new Set(were.map(({ message }) => message));
    const novelty = (problem: Problem): number =>
      (changes.touches(problem) ? 2 : 0) + (said.has(problem.message) ? 0 : 1);
    const likeliest = new Set(its.toSorted((a, b) => novelty(a) - novelty(b)).slice(were.length));
    const prints = its.slice(were.length).map(({ fingerprint }) => fingerprint);
    const left = its.filter((problem) => likeliest.has(problem));
    for (const [index, problem] of left.entries())
      fresh.push({ ...problem, fingerprint: prints[index] as string });
  }
  return fresh.sort(byPlace);
}

function grouped(
  problems: readonly Problem[],
  text: (path: Path) => string | undefined,
  nameOf?: (path: Path) => Path,
): ReadonlyMap<string, readonly Problem[]> {
  const page = (path: Path) => {
    const its = text(path) ?? '';
    return { text: its, starts: lineStarts(its) };
  };
  const groups = new Map<string, Problem[]>();
  for (const [index, name] of identities(problems, page, nameOf).entries()) {
    const problem = problems[index] as Problem;
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  return groups;
}
