import type { Json, Path } from '../model.js';

/** What git said, for a run to which it would say the same. Plain JSON. */
export interface KeptMemory {
  readonly ignored: readonly (readonly [path: Path, isIgnored: boolean])[];
  readonly answers: readonly (readonly [question: string, answer: unknown])[];
}

export interface GitMemory {
  /** Whether git ignores what it was asked about. */
  readonly ignored: Map<Path, boolean>;
  /** The answer to a question that was asked before in the same words, or to one that is asked now. Plain JSON. */
  answer<A>(question: Json, ask: () => A): A;
  kept(): KeptMemory;
}

/** Of questions, since each is of all pages and has others after each edit that matters to it. */
const most = 8;

export function gitMemory(kept?: KeptMemory): GitMemory {
  const ignored = new Map(kept?.ignored);
  const answers = new Map(kept?.answers);
  return {
    ignored,
    answer<A>(question: Json, ask: () => A): A {
      const words = JSON.stringify(question);
      const answer = answers.has(words) ? (answers.get(words) as A) : ask();
      answers.delete(words);
      answers.set(words, answer);
      return answer;
    },
    kept: () => ({ ignored: [...ignored], answers: [...answers].slice(-most) }),
  };
}
