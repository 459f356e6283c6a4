import type { Problem } from '../model.js';

/** Problems that were not there before: of a kind of which a file has more than it had, those on lines that are new. */
export function addedProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const left = new Map<string, number>();
  for (const one of before) left.set(kindOf(one), (left.get(kindOf(one)) ?? 0) + 1);
  for (const one of after) left.set(kindOf(one), (left.get(kindOf(one)) ?? 0) - 1);
  const more = after.filter((one) => (left.get(kindOf(one)) as number) < 0);
  if (more.length === 0) return [];
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const fresh = more.filter(({ fingerprint }) => !known.has(fingerprint));
  return fresh.length > 0 ? fresh : more;
}

function kindOf({ path, rule, code }: Problem): string {
  return `${rule}/${code} ${path}`;
}
