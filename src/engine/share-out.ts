import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Path } from '../model.js';
import type { Outcome } from './input.js';
import { besideCode } from './registry.js';

/** One page for one rule: all that its check is given, as it crosses threads. */
export interface Job {
  readonly id: string;
  readonly path: Path;
  readonly text: string;
  readonly syntax: 'md' | 'mdx';
  readonly options: unknown;
  readonly config: unknown;
  /** All rules of the page. */
  readonly rules: readonly string[];
}

/** What a thread says to a job; `fault` is what nobody expected. */
export type Answer = Outcome | { readonly fault: unknown };

/** Where no thread can be started, jobs are left over: they have no outcome. */
export async function shareOut(jobs: readonly Job[], count: number): Promise<ReadonlyMap<Job, Outcome>> {
  const file = besideCode('src/engine/thread.js');
  const outcomes = new Map<Job, Outcome>();
  if (!existsSync(file)) return outcomes;
  // The longest first: begun last, it would leave the other threads idle.
  const queue = [...jobs].sort((a, b) => b.text.length - a.text.length);
  const work = async (): Promise<void> => {
    let worker: Worker | undefined;
    const askOne = async (job: Job): Promise<Answer | 'died' | undefined> => {
      worker ??= await start(file);
      const answer = worker && (await ask(worker, job));
      if (answer === 'died') worker = undefined;
      return answer;
    };
    try {
      for (let job = queue.shift(); job; job = queue.shift()) {
        let answer = await askOne(job);
        // What a page before has left behind may have ended it.
        if (answer === 'died') answer = await askOne(job);
        if (answer === undefined) return;
        if (answer !== 'died' && 'fault' in answer) throw answer.fault;
        outcomes.set(job, answer === 'died' ? died(job) : answer);
      }
    } finally {
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return outcomes;
}

/** A thread that is ready; undefined where there can be none. What it prints is not ours, and is dropped. */
async function start(file: string): Promise<Worker | undefined> {
  try {
    const worker = new Worker(file, { stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    await once(worker, 'message');
    worker.on('error', () => {});
    return worker;
  } catch {
    return undefined;
  }
}

function ask(worker: Worker, job: Job): Promise<Answer | 'died'> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | 'died'): void => {
      worker.off('message', settle);
      worker.off('exit', end);
      resolve(answer);
    };
    const end = (): void => settle('died');
    worker.on('message', settle);
    worker.on('exit', end);
    worker.postMessage(job);
  });
}

function died({ id }: Job): Outcome {
  return {
    refusal: { message: `${id} ends its thread on the page. Shorten it, or turn the rule off for it.` },
  };
}
