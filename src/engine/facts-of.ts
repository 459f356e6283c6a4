import type { Facts, Json, Path } from '../model.js';
import { lateMap } from './late-map.js';
import type { Task } from './plan.js';

/** What a rule's own `extract` returned, by file. Facts that are not there yet are made for those files alone that are asked for. */
export function factsOf(files: ReadonlyMap<Path, Facts>, { key, rule }: Task): ReadonlyMap<Path, Json> {
  const facts = new Map<Path, Json>();
  if (rule.scope !== 'project' || !rule.extract) return facts;
  if (!(files instanceof Map))
    return lateMap(
      () => files.keys(),
      (path) => files.get(path)?.byRule[key],
    );
  for (const [path, { byRule }] of files) {
    const its = byRule[key];
    if (its !== undefined) facts.set(path, its);
  }
  return facts;
}
