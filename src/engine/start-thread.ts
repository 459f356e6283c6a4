import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Job } from './answer-job.js';
import type { Outcome } from './input.js';
import { besideCode } from './registry.js';

/** What a thread says to jobs; `fault` is what nobody expected. */
export type Answer = { readonly outcomes: readonly Outcome[] } | { readonly fault: unknown };

export interface Thread {
  /** Undefined when the thread has ended before it was done. */
  ask(jobs: readonly Job[]): Promise<Answer | undefined>;
  end(): Promise<unknown>;
}

/** A thread that is ready; undefined where there can be none. What it prints is not ours, and is dropped. */
export async function startThread(): Promise<Thread | undefined> {
  const file = besideCode('src/engine/thread.cjs');
  if (!existsSync(file)) return undefined;
  try {
    const worker = new Worker(file, { stdout: true, stderr: true });
    worker.stdout.resume();
    worker.stderr.resume();
    await once(worker, 'message');
    // Its end is seen by whoever asks.
    worker.on('error', () => {});
    return { ask: (jobs) => ask(worker, jobs), end: () => worker.terminate() };
  } catch {
    return undefined;
  }
}

function ask(worker: Worker, jobs: readonly Job[]): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | undefined): void => {
      worker.off('message', settle);
      worker.off('exit', end);
      resolve(answer);
    };
    const end = (): void => settle(undefined);
    worker.on('message', settle);
    worker.on('exit', end);
    worker.postMessage(jobs);
  });
}
