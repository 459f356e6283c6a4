import type { Json, Path, Project } from '../model.js';
import type { Task } from './plan.js';

/** What a rule's own `extract` returned, by file. */
export function factsOf(project: Project, { key }: Task): ReadonlyMap<Path, Json> {
  const facts = new Map<Path, Json>();
  for (const [path, { byRule }] of project.files) {
    const its = byRule[key];
    if (its !== undefined) facts.set(path, its);
  }
  return facts;
}
