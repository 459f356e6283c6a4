import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isUnchanged } from '../trace/is-unchanged.js';
import type { Trace } from '../trace/trace.js';
import { cacheDirectory } from './cache-directory.js';
import { readStored, writeStored } from './stored-file.js';

/** What a command printed, in order, and its exit status. */
export interface Answer {
  readonly output: readonly (readonly [stream: 1 | 2, text: string])[];
  readonly status: number;
}

/** Command lines of one directory that are remembered; the oldest gives way. */
const most = 12;
/** Of characters: a longer answer is worked out again. */
const longest = 1 << 24;

/** What a command with this key would print now, as an earlier one did that saw the same of the machine. */
export async function recallAnswer(directory: string, key: string): Promise<Answer | undefined> {
  const found = readStored(fileOf(directory, key), key) as (Answer & { readonly trace: Trace }) | undefined;
  return found && (await isUnchanged(found.trace)) ? found : undefined;
}

/** Keeps an answer for the next command with this key. Never fails. */
export function keepAnswer(directory: string, key: string, answer: Answer, trace: Trace): void {
  if (answer.output.reduce((length, [, text]) => length + text.length, 0) > longest) return;
  const file = fileOf(directory, key);
  writeStored(file, key, { ...answer, trace });
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

function fileOf(directory: string, key: string): string {
  return join(directory, 'answers', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
}
