import type { Job } from './answer-job.js';
import type { Outcome } from './input.js';
import { startThread, type Thread } from './start-thread.js';
import { takeTurn } from './take-turn.js';

/** So many characters are given to a thread at once, if they are of more than one page. */
const handful = 60_000;

/**
 * Does jobs in so many threads, of which one is this. Those threads begin with the longest pages, this one with the
 * shortest, for between two of them it has to listen. Where no thread can be started, jobs are left over: they have no
 * outcome.
 */
export async function shareOut(
  jobs: readonly Job[],
  threads: number,
  here: (job: Job) => Promise<Outcome>,
  done: (answered: number) => void,
): Promise<ReadonlyMap<Job, Outcome>> {
  const outcomes = new Map<Job, Outcome>();
  const answer: Answering = (job, outcome) => {
    outcomes.set(job, outcome);
    done(outcomes.size);
  };
  const queue = [...jobs].sort((a, b) => b.text.length - a.text.length);
  const others = threads - 1;
  await Promise.all([
    ...Array.from({ length: others }, () => workElsewhere(queue, answer)),
    workHere(queue, answer, others, here),
  ]);
  return outcomes;
}

type Answering = (job: Job, outcome: Outcome) => void;

async function workElsewhere(queue: Job[], answer: Answering): Promise<void> {
  let thread: Thread | undefined;
  const ask = async (jobs: readonly Job[]): Promise<readonly Outcome[] | undefined> => {
    const given = await thread?.ask(jobs);
    if (!given) thread = await startThread();
    if (given && 'fault' in given) throw given.fault;
    return given?.outcomes;
  };
  try {
    thread = await startThread();
    while (thread && queue.length > 0) {
      const jobs = take(queue);
      const found = await ask(jobs);
      for (const [index, job] of jobs.entries()) {
        // What was left behind by a page before may have ended it, so each is tried again by itself.
        const outcome = found?.[index] ?? (await ask([job]))?.[0];
        if (!outcome && !thread) return;
        answer(job, outcome ?? ended(job));
      }
    }
  } finally {
    await thread?.end();
  }
}

async function workHere(
  queue: Job[],
  answer: Answering,
  others: number,
  here: (job: Job) => Promise<Outcome>,
): Promise<void> {
  while (queue.length > others) {
    const job = queue.pop() as Job;
    answer(job, await here(job));
    await takeTurn();
  }
}

function take(queue: Job[]): Job[] {
  const jobs: Job[] = [];
  for (let characters = 0; queue.length > 0 && characters < handful; ) {
    const job = queue.shift() as Job;
    characters += job.text.length;
    jobs.push(job);
  }
  return jobs;
}

function ended({ id }: Job): Outcome {
  return {
    refusal: { message: `${id} ends its thread on the page. Shorten it, or turn the rule off for it.` },
  };
}
