import type { Answer } from '../cache/answers.js';
import { keepAnswer } from '../cache/keep-answer.js';
import type { Trace } from '../trace/trace.js';
import { place } from './answer.js';
import { seal } from './seal.js';
import type { Asked } from './start.js';

/** Keeps what was printed, what it depends on, and what a run in which little has changed can take up. */
export async function rememberAnswer(
  answer: Omit<Answer, 'asked'>,
  asked: Asked,
  trace: Trace,
  left?: unknown,
): Promise<void> {
  const at = await place();
  if (!at) return;
  keepAnswer(at.directory, at.key, { ...answer, asked: seal(asked, at.secret) }, trace, left);
}
