import type { Path } from '../model.js';
import type { RunInput } from './input.js';
import { nameOfJson } from './name-of-json.js';
import type { Plan } from './plan.js';

type FileTask = ReturnType<Plan['fileTasks']>[number];
type ProjectTask = Plan['projectTasks'][number];

/** A part of what is known of a text, by a name that says all that it depends on beside it. */
export interface PartName {
  readonly name: string;
  /** Whether another run may take it up: code that nobody knows the version of gives what it likes. */
  readonly isLasting: boolean;
}

/** What is known of a file whatever the rules are. */
export function corePart(hasBlocks: boolean): PartName {
  return { name: `core ${hasBlocks ? 'blocks' : ''}`, isLasting: true };
}

/** What a rule over the whole tree takes from a file. */
export function factsPart({ id, options }: ProjectTask, { plugins }: Pick<RunInput, 'plugins'>): PartName {
  return { name: `facts ${id} ${nameOfJson(options)}`, isLasting: !plugins?.has(id) };
}

/** What a file rule finds on a page for which the workspace's own files say `config`. */
export function findingsPart(
  { id, rule, options }: FileTask,
  config: unknown,
  rules: readonly string[],
  { plugins }: Pick<RunInput, 'plugins'>,
): PartName {
  const name = ['findings', id, nameOfJson(options), nameOfJson(config), rules.join()].join(' ');
  return { name, isLasting: !plugins?.has(id) && rule.isLasting?.(config as undefined) !== false };
}

/** Whether an earlier run has found it. */
export function isKnown(
  path: Path,
  text: string,
  { name, isLasting }: PartName,
  { cache }: RunInput,
): boolean {
  return isLasting && cache?.get(path, text)?.[name] !== undefined;
}
