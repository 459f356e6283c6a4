import type { Facts, Path, Project } from '../model.js';
import type { Noticing } from '../project/noticing.js';
import { factsOf } from './facts-of.js';
import type { KeptTask } from './kept.js';
import type { Plan } from './plan.js';

export type Named = Pick<KeptTask, 'sources' | 'touched' | 'asksGit'>;

/** What a rule names as sources; of one that goes page by page, for each file by itself, those that are asked for alone. */
export function nameSources(
  { rule, options, ...task }: Plan['projectTasks'][number],
  project: Project,
  files: ReadonlyMap<Path, Facts>,
  noticing: Noticing,
  asked: Iterable<Path> = project.asked,
): Named {
  if (!rule.sources) return { sources: {}, touched: [], asksGit: false };
  const facts = factsOf(files, { ...task, rule, options });
  const name = (some: readonly Path[] | undefined) =>
    noticing.during(some, () => [...(rule.sources?.(project, options, facts) ?? [])]);
  if (!rule.isByPage) {
    const { result, ...noticed } = name(undefined);
    return { sources: { '': result }, ...noticed };
  }
  const sources: Record<Path, readonly Path[]> = {};
  let asksGit = false;
  for (const path of asked) {
    const { result, ...noticed } = name([path]);
    asksGit ||= noticed.asksGit;
    if (result.length > 0) sources[path] = result;
  }
  return { sources, touched: [], asksGit };
}
