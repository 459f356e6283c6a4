import { availableParallelism } from 'node:os';
import type { Path } from '../model.js';
import { answerJob, type Job, type Loaded } from './answer-job.js';
import { expected } from './expected.js';
import type { Checked, RunInput } from './input.js';
import { findingsPart, isKnown } from './page-parts.js';
import type { Plan } from './plan.js';
import { unwatched } from './watch.js';

/** Less than this many characters a thread do not pay for its start. */
const worthThread = 250_000;

/**
 * Checks pages by the slow rules on several threads, where there are threads and enough to do. What is not in the
 * result, the run checks by itself, with the same findings.
 */
export async function checkAhead(
  input: RunInput,
  plan: Plan,
  pages: readonly Path[],
): Promise<NonNullable<RunInput['ahead']>> {
  const jobs = plan.slowTasks.length === 0 ? [] : pages.flatMap((path) => jobsOf(path, input, plan));
  const ahead = new Map<string, Map<Path, Checked>>();
  const count = threadsFor(jobs);
  if (count < 2) return ahead;
  const here = (job: Job) => answerJob(job, loadedOf(job.id, input));
  const { watch = unwatched } = input;
  const rule = [...new Set(jobs.map(({ id }) => id))].join(', ');
  const done = (answered: number): void => input.progress?.(answered, jobs.length);
  const { shareOut } = await import('./share-out.js');
  const outcomes = await watch({ phase: 'rule', rule }, () => shareOut(jobs, count, here, done));
  for (const [{ id, path, text }, outcome] of outcomes) {
    ahead.set(id, (ahead.get(id) ?? new Map<Path, Checked>()).set(path, { text, ...outcome }));
  }
  return ahead;
}

function loadedOf(id: string, { rules, libraries }: RunInput): Loaded {
  return { rule: rules.get(id) as Loaded['rule'], library: libraries?.get(id) as undefined };
}

/** As many as there are processors, or as `DOCS_LINT_THREADS` says whatever there is to do. */
function threadsFor(jobs: readonly Job[]): number {
  const told = Number.parseInt(process.env.DOCS_LINT_THREADS ?? '', 10);
  if (told >= 0) return Math.min(told, jobs.length);
  const characters = jobs.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(availableParallelism(), jobs.length, Math.floor(characters / worthThread));
}

function jobsOf(path: Path, input: RunInput, plan: Plan): Job[] {
  return plan.fileTasks(path).flatMap((task) => {
    const { id, rule, options } = task;
    if (!rule.isSlow || input.plugins?.has(id)) return [];
    const rules = plan.tasks(path).map((one) => one.id);
    const config = expected(() => input.configured?.get(id)?.get(options)?.(path));
    if (rule.configure && config === undefined) return [];
    const text = expected(() => input.configTexts.get(path) ?? input.host.read(path, 'checked'));
    if (text === undefined || isKnown(path, text, findingsPart(task, config, rules, input), input)) return [];
    return [{ id, path, text, syntax: /\.mdx$/i.test(path) ? 'mdx' : 'md', options, config, rules } as const];
  });
}
