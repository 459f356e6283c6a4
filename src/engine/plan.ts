import type { Json, Path } from '../model.js';
import type { FileRule, ProjectRule, Rule, RunRule } from '../rule.js';
import type { RuleSettings } from './input.js';

/** One rule with one set of options: the pages of one override share it. */
export interface Task<R extends Rule = Rule> {
  readonly id: string;
  /** Key of its facts: the rule's id, numbered where options differ between pages. */
  readonly key: string;
  readonly rule: R;
  readonly options: unknown;
}

export interface Plan {
  /** What runs on a page. */
  tasks(path: Path): readonly Task[];
  readonly fileTasks: (path: Path) => readonly Task<FileRule<unknown>>[];
  /** Those of `fileTasks` on some page whose rule is slow. */
  readonly slowTasks: readonly Task<FileRule<unknown>>[];
  readonly projectTasks: readonly Task<ProjectRule<unknown, Json>>[];
  readonly runTasks: readonly Task<RunRule<unknown>>[];
}

/** Numbers the distinct options that pages give each rule, so that each is extracted and checked once. */
export function plan(
  rules: ReadonlyMap<string, Rule>,
  pages: readonly Path[],
  settings: (path: Path) => RuleSettings,
): Plan {
  const byOptions = new Map<string, Map<unknown, Task>>();
  const bySettings = new Map<RuleSettings, readonly Task[]>();

  function taskFor(id: string, rule: Rule, options: unknown): Task {
    const known = byOptions.get(id) ?? new Map<unknown, Task>();
    byOptions.set(id, known);
    const task = known.get(options) ?? {
      id,
      key: known.size === 0 ? id : `${id}#${known.size}`,
      rule,
      options,
    };
    known.set(options, task);
    return task;
  }

  function tasks(path: Path): readonly Task[] {
    const its = settings(path);
    const known = bySettings.get(its);
    if (known) return known;
    const fresh: Task[] = [];
    for (const [id, rule] of rules) {
      const { setting, options } = its.get(id) ?? { setting: 'off' as const, options: undefined };
      if (setting !== 'off') fresh.push(taskFor(id, rule, options));
    }
    bySettings.set(its, fresh);
    return fresh;
  }

  const ofFiles = new Map<readonly Task[], readonly Task<FileRule<unknown>>[]>();
  function fileTasks(path: Path): readonly Task<FileRule<unknown>>[] {
    const its = tasks(path);
    const known = ofFiles.get(its) ?? its.filter(isFileTask);
    ofFiles.set(its, known);
    return known;
  }

  for (const path of ['', ...pages]) tasks(path);
  const all = [...byOptions.values()].flatMap((known) => [...known.values()]);
  return {
    tasks,
    fileTasks,
    slowTasks: all.filter(isFileTask).filter(({ rule }) => rule.isSlow),
    projectTasks: all.filter(isProjectTask),
    runTasks: all.filter(isRunTask),
  };
}

function isFileTask(task: Task): task is Task<FileRule<unknown>> {
  return task.rule.scope === 'file';
}

function isProjectTask(task: Task): task is Task<ProjectRule<unknown, Json>> {
  return task.rule.scope === 'project';
}

function isRunTask(task: Task): task is Task<RunRule<unknown>> {
  return task.rule.scope === 'run';
}
