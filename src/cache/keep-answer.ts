import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Trace } from '../trace/trace.js';
import { type Answer, fileOf } from './answers.js';
import { replaceFile } from './replace-file.js';
import { headOf } from './stored-file.js';

/** Command lines of one directory that are remembered; the oldest gives way. */
const most = 12;
/** Of characters: a longer answer is worked out again. */
const longest = 1 << 24;

/** Keeps an answer for the next command with this key, and what else is left to it. Never fails. */
export function keepAnswer(
  directory: string,
  key: string,
  answer: Answer,
  trace: Trace,
  left?: unknown,
): void {
  if (answer.output.reduce((length, [, text]) => length + text.length, 0) > longest) return;
  const file = fileOf(directory, key);
  const isMore = !existsSync(file);
  const body = [{ ...answer, trace }, left].flatMap((one) => JSON.stringify(one) ?? []).join('\n');
  replaceFile(file, [`${headOf(key, [body])}\n`, body]);
  if (!isMore) return;
  try {
    const files = readdirSync(dirname(file))
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(dirname(file), name));
    const ages = files.map((name) => ({ name, time: statSync(name).mtimeMs }));
    for (const { name } of ages.sort((a, b) => b.time - a.time).slice(most)) rmSync(name, { force: true });
  } catch {
    // Another command tidies the same directory, or nobody may.
  }
}
