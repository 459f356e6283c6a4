import type { Facts, Path, Project } from '../model.js';
import { face, type Seen } from '../project/face.js';
import { type GitMemory, gitMemory } from '../project/git-memory.js';
import type { Noticing } from '../project/noticing.js';
import type { Site } from '../site/site.js';
import type { RunInput } from './input.js';
import type { Before, KeptTask, PageBefore } from './kept.js';
import { lateMap } from './late-map.js';
import { nameSources } from './name-sources.js';
import { corePart, factsPart } from './page-parts.js';
import type { Plan } from './plan.js';

type ProjectTask = Plan['projectTasks'][number];

/** A tree of which only some pages are others than an earlier run saw, and none of them looks other to the rest. */
export interface Resumed {
  readonly before: Before;
  readonly files: ReadonlyMap<Path, Facts>;
  readonly project: Project;
  readonly memory: GitMemory;
  /** Keys of tasks that take other facts from one of the changed pages. */
  readonly differing: ReadonlySet<string>;
}

interface Tree {
  readonly input: RunInput;
  readonly plan: Plan;
  readonly pages: readonly Path[];
  readonly sites: readonly Site[];
  readonly noticing: Noticing;
  readonly read: (path: Path, tasks: readonly ProjectTask[]) => Facts | undefined;
  readonly build: (files: ReadonlyMap<Path, Facts>, memory: GitMemory) => Project;
  readonly forMkdocs: (path: Path) => boolean;
}

/** Takes up what an earlier run left; undefined where the change reaches further than the pages themselves. */
export function resume(before: Before, tree: Tree): Resumed | undefined {
  const { kept, changed } = before;
  const { input, plan, sites, read } = tree;
  const pages = new Set(tree.pages);
  const isOwn = (path: Path): boolean =>
    pages.has(path) && /\.(?:md|mdx|markdown)$/i.test(path) && !input.configTexts.has(path);
  if (![...changed].every(isOwn) || kept.beside.some((path) => changed.has(path))) return undefined;
  const byKey = new Map(plan.projectTasks.map((task) => [task.key, task]));
  if (byKey.size !== Object.keys(kept.tasks).length) return undefined;
  const more = new Map(kept.more.map(([path, keys]) => [path, keys.flatMap((key) => byKey.get(key) ?? [])]));

  const fresh = new Map<Path, Facts>();
  const differing = new Set<string>();
  for (const path of changed) {
    const was = before.was(path);
    const old = was && pageBefore(was, tree.forMkdocs(path), plan.projectTasks, input);
    const facts = old && read(path, plan.projectTasks);
    if (!facts || facts.faults.length > 0 || face(old.seen, sites) !== face(facts, sites)) return undefined;
    for (const { key } of plan.projectTasks)
      if (JSON.stringify(old.byRule[key]) !== JSON.stringify(facts.byRule[key])) differing.add(key);
    fresh.set(path, facts);
  }

  const files = lateMap(
    () => [...tree.pages, ...more.keys()],
    (path) => fresh.get(path) ?? read(path, more.get(path) ?? plan.projectTasks),
    (path) => pages.has(path) || more.has(path),
  );
  const memory = gitMemory(before.hasGit ? kept.git : undefined);
  const project = tree.build(files, memory);
  for (const task of plan.projectTasks) {
    const known = kept.tasks[task.key];
    if (!known) return undefined;
    const isKnown = !isAbout(known, changed) && (before.hasGit || !known.asksGit);
    if (!task.rule.isByPage && isKnown && !differing.has(task.key)) continue;
    const { sources, asksGit } = nameSources(task, project, files, tree.noticing, changed);
    if (task.rule.isByPage && asksGit) return undefined;
    const places = task.rule.isByPage ? changed : [''];
    for (const place of places) if (!areSame(sources[place], known.sources[place])) return undefined;
  }
  return { before, files, project, memory, differing };
}

/** Whether a task looked at one of the pages. */
export function isAbout({ touched }: Pick<KeptTask, 'touched'>, pages: ReadonlySet<Path>): boolean {
  return touched === null || touched.some((path) => pages.has(path));
}

function areSame(some: readonly Path[] = [], others: readonly Path[] = []): boolean {
  const [a, b] = [new Set(some), new Set(others)];
  return a.size === b.size && [...a].every((path) => b.has(path));
}

/** Undefined where a part of it is not known. */
function pageBefore(
  was: PageBefore,
  hasBlocks: boolean,
  tasks: readonly ProjectTask[],
  input: RunInput,
): { readonly seen: Seen; readonly byRule: Facts['byRule'] } | undefined {
  if ('facts' in was) return { seen: was.facts, byRule: was.facts.byRule };
  const seen = was.parts[corePart(hasBlocks).name];
  if (seen === undefined) return undefined;
  const byRule: Record<string, Facts['byRule'][string]> = {};
  for (const task of tasks.filter(({ rule }) => rule.extract)) {
    const part = was.parts[factsPart(task, input).name];
    if (!Array.isArray(part)) return undefined;
    const [its] = part;
    if (its !== undefined) byRule[task.key] = its;
  }
  return { seen: seen as unknown as Seen, byRule };
}
