import type { Json, Path, Project } from '../model.js';
import type { Task } from './plan.js';

/** What a rule's own `extract` returned, by file. */
export function factsOf(project: Project, { key, rule }: Task): ReadonlyMap<Path, Json> {
  const facts = new Map<Path, Json>();
  if (rule.scope !== 'project' || !rule.extract) return facts;
  for (const [path, { byRule }] of project.files) {
    const its = byRule[key];
    if (its !== undefined) facts.set(path, its);
  }
  return facts;
}
