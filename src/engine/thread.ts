import { parentPort } from 'node:worker_threads';
import type { Rule } from '../rule.js';
import { answerJob, type Job, type Loaded } from './answer-job.js';
import type { Outcome } from './input.js';
import { loadRule } from './registry.js';
import type { Answer } from './start-thread.js';

const loaded = new Map<string, Promise<Loaded>>();

parentPort?.on('message', async (jobs: readonly Job[]) => parentPort?.postMessage(await answer(jobs)));
parentPort?.postMessage('ready');

async function answer(jobs: readonly Job[]): Promise<Answer> {
  try {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      const known = loaded.get(job.id) ?? load(job.id);
      loaded.set(job.id, known);
      outcomes.push(await answerJob(job, await known));
    }
    return { outcomes };
  } catch (fault) {
    return { fault };
  }
}

async function load(id: string): Promise<Loaded> {
  const rule: Rule = await loadRule(id);
  if (rule.scope !== 'file') throw new Error(`${id} looks at more than one page`);
  return { rule, library: (await rule.load?.()) as undefined };
}
