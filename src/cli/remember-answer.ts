import type { Answer } from '../cache/answers.js';
import { keepAnswer } from '../cache/keep-answer.js';
import type { Trace } from '../trace/trace.js';
import { place } from './answer.js';

/** Keeps what was printed, what it depends on, and what a run in which little has changed can take up. */
export async function rememberAnswer(answer: Answer, trace: Trace, left?: unknown): Promise<void> {
  const at = await place();
  if (at) keepAnswer(at.directory, at.key, answer, trace, left);
}
