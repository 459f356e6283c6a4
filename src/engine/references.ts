import type { Reference } from '../rule.js';
import { factsOf } from './facts-of.js';
import type { Survey } from './survey.js';

/** What points at files and anchors in ways that rules alone know; each place once. */
export function references({ project, plan }: Pick<Survey, 'project' | 'plan'>): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const task of plan.projectTasks) {
    const { rule, options } = task;
    for (const one of rule.references?.(project, options, factsOf(project.files, task)) ?? [])
      found.set(`${one.path} ${one.span[0]} ${one.span[1]}`, one);
  }
  return [...found.values()];
}
