import { discover } from '../host/discover.js';
import type { Path } from '../model.js';
import { checkAhead } from './check-ahead.js';
import { expected } from './expected.js';
import type { RunInput } from './input.js';
import { findingsPart, isKnown } from './page-parts.js';
import { plan as makePlan, type Plan } from './plan.js';
import { unwatched } from './watch.js';

/**
 * Does what has to be awaited before a run: imports what those rules need that run on some page, lets them read what
 * the workspace configures, and checks pages by slow rules. Before a single run, nothing is imported for pages whose
 * findings are known from an earlier one.
 */
export async function prepare<T extends RunInput>(
  input: T,
  { isSingle = true }: { readonly isSingle?: boolean } = {},
): Promise<T> {
  const { watch = unwatched } = input;
  const look = () => discover(input.host, input.roots, (path) => input.isPage(path));
  const found = input.found ?? watch({ phase: 'find' }, look);
  const all = [...new Set([...found.pages, ...(input.extraPages ?? [])])];
  const pages = all.filter((path) => (input.only?.has(path) ?? true) && (input.part?.(path) ?? true));
  const plan = makePlan(input.rules, pages, (path) => input.settings(path));
  const configured = await configure(input, plan, pages);
  const read = { ...input, configured };
  const isNew =
    isSingle && input.cache ? (path: Path, task: FileTask) => !isOld(path, task, read, plan) : () => true;
  const ready = {
    ...read,
    libraries: await load(input, plan, pages, configured, isNew),
    isUnchanged: isSingle && input.cache !== undefined,
  };
  return { ...ready, found, ahead: await checkAhead(ready, plan, pages) };
}

/** Whether an earlier run has found what the task would find on a page. */
function isOld(path: Path, task: FileTask, input: RunInput, plan: Plan): boolean {
  const { id, rule, options } = task;
  const text = expected(() => input.configTexts.get(path) ?? input.host.read(path, 'checked'));
  if (text === undefined) return false;
  const config = expected(() => input.configured?.get(id)?.get(options)?.(path));
  if (rule.configure && config === undefined) return true;
  const rules = plan.tasks(path).map((one) => one.id);
  return isKnown(path, text, findingsPart(task, config, rules, input), input);
}

type FileTask = ReturnType<Plan['fileTasks']>[number];

/** What runs on some page and is wanted, with the pages it runs on. */
function pagesByTask(
  plan: Plan,
  pages: readonly Path[],
  isWanted: (rule: FileTask['rule']) => boolean,
): ReadonlyMap<FileTask, readonly Path[]> {
  const found = new Map<FileTask, Path[]>();
  for (const page of pages) {
    for (const task of plan.fileTasks(page)) {
      if (!isWanted(task.rule)) continue;
      const known = found.get(task);
      if (known) known.push(page);
      else found.set(task, [page]);
    }
  }
  return found;
}

async function load(
  { watch = unwatched }: RunInput,
  plan: Plan,
  pages: readonly Path[],
  configured: NonNullable<RunInput['configured']>,
  isNew: (path: Path, task: FileTask) => boolean,
): Promise<ReadonlyMap<string, unknown>> {
  const libraries = new Map<string, unknown>();
  const isWanted = (rule: FileTask['rule']): boolean => Boolean(rule.load ?? rule.prepare);
  for (const [task, all] of pagesByTask(plan, pages, isWanted)) {
    const { id, rule, options } = task;
    const its = all.filter((path) => isNew(path, task));
    if (its.length === 0) continue;
    const loading = async (): Promise<unknown> => rule.load?.();
    if (rule.load && !libraries.has(id)) libraries.set(id, await watch({ phase: 'rule', rule: id }, loading));
    for (const page of rule.prepare ? its : []) {
      const config = expected(() => configured.get(id)?.get(options)?.(page)) as undefined;
      if (config !== undefined) await rule.prepare?.(config, libraries.get(id) as undefined);
    }
  }
  return libraries;
}

async function configure(
  input: RunInput,
  plan: Plan,
  pages: readonly Path[],
): Promise<NonNullable<RunInput['configured']>> {
  const { watch = unwatched } = input;
  const configured = new Map<string, Map<unknown, (page: Path) => unknown>>();
  const isWanted = (rule: FileTask['rule']): boolean => rule.configure !== undefined;
  for (const [{ id, rule, options }, its] of pagesByTask(plan, pages, isWanted)) {
    const work = async () => rule.configure?.(input.workspace, options, its);
    const pageConfig = (await watch({ phase: 'rule', rule: id }, work)) as (page: Path) => unknown;
    const byOptions = configured.get(id) ?? new Map<unknown, (page: Path) => unknown>();
    configured.set(id, byOptions.set(options, pageConfig));
  }
  return configured;
}
