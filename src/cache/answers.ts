import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Changes, changesSince } from '../trace/is-unchanged.js';
import type { Trace } from '../trace/trace.js';
import { cacheDirectory } from './cache-directory.js';
import { readStored } from './stored-file.js';

/** What a command printed, in order, and its exit status. */
export interface Answer {
  /** What the words of its command line mean, sealed. */
  readonly asked: string;
  readonly output: readonly (readonly [stream: 1 | 2, text: string])[];
  readonly status: number;
  /** Which of what standard output was given tells of a problem, by its fingerprint and in order, where that is known. */
  readonly problems?: readonly (readonly [fingerprint: string, start: number, end: number])[];
}

/** What an earlier command with the same key saw and left, and the little that is another now. */
export interface Earlier {
  readonly trace: Trace;
  /** Everything else that was seen has been seen again. */
  readonly changes: Changes;
  /** Plain JSON, for whoever wrote it. */
  left(): unknown;
}

/** The same, with what it printed. */
export interface EarlierAnswer extends Earlier {
  readonly answer: Answer;
}

/** What a command with this key would print now, as an earlier one did that saw the same of the machine; or what is known of that one. */
export async function recallAnswer(
  directory: string,
  key: string,
): Promise<{ readonly answer: Answer } | { readonly earlier: EarlierAnswer } | undefined> {
  const found = readStored(fileOf(directory, key), key);
  if (!found) return undefined;
  const { trace, ...answer } = found.value as Answer & { readonly trace: Trace };
  const changes = await changesSince(trace);
  if (!changes) return undefined;
  const isSame = changes.files.size === 0 && changes.git.size === 0;
  return isSame ? { answer } : { earlier: { trace, changes, answer, left: found.beside } };
}

/** Where the answers for a current directory are: nothing but it is known before a config is looked for. */
export function answersDirectory(cwd: string): string {
  for (let at = cwd; ; at = dirname(at)) {
    if (isThere(join(at, 'node_modules'))) return cacheDirectory(at);
    if (isThere(join(at, '.git')) || dirname(at) === at) return cacheDirectory(cwd);
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The file of an answer. */
export function fileOf(directory: string, key: string): string {
  return join(directory, 'answers', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
}
