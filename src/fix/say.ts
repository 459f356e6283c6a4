import type { Path, Problem } from '../model.js';
import type { Refusal } from './ground.js';
import type { Bar } from './prospects.js';
import type { Undone } from './take-pass.js';

/** Rules whose fixes in a file come to no end. */
export function sayQuarrel(bars: ReadonlySet<Bar>, passes: number): string {
  const pairs = [...bars].map((bar) => [bar.slice(0, bar.indexOf(' ')), bar.slice(bar.indexOf(' ') + 1)]);
  const rules = [...new Set(pairs.map(([rule]) => rule))].sort();
  const paths = [...new Set(pairs.map(([, path]) => path))].sort();
  const who =
    rules.length === 1 ? `The fixes of ${rules[0]}` : `The fixes of ${listed(rules)} do not agree: they`;
  return `${who} came to no end in ${listed(paths)} after ${passes} passes, so none of them was applied there.`;
}

/** A sentence for each page that took too long. */
export function sayLost(paths: ReadonlySet<Path>): string[] {
  return [...paths].map(
    (path) =>
      `${path} was not fixed: too many of its fixes break what stands around them. Fix it rule by rule, with \`--only\`.`,
  );
}

/** A sentence for each rule's code and file. */
export function sayUndone(undone: readonly Undone[]): string[] {
  const groups = new Map<string, Undone[]>();
  for (const one of undone) {
    const key = `${one.problem.path} ${nameOf(one.problem)} ${one.brings ? nameOf(one.brings) : ''}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const [{ problem, brings }] = group as [Undone];
    const more = group.length > 1 ? ` and ${group.length - 1} more like it in the file were` : ' was';
    const what = `The fix of ${nameOf(problem)} at ${placeOf(problem)}${more} undone: `;
    const why = brings
      ? `it would bring ${nameOf(brings)} at ${placeOf(brings)}.`
      : 'what stands around it would no longer be read the same.';
    return what + why;
  });
}

/** A sentence for each file whose fixes were left. */
export function sayRefused(refusals: ReadonlyMap<Path, Refusal>): string[] {
  return [...refusals]
    .flatMap(([path, { kind, reason }]) =>
      kind === 'note' ? [`${path} ${reason}; what is wrong there was not fixed.`] : [],
    )
    .sort();
}

function nameOf({ rule, code }: Problem): string {
  return `${rule}/${code}`;
}

function placeOf({ path, line, column }: Problem): string {
  return `${path}:${line}:${column}`;
}

function listed(names: readonly (string | undefined)[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
