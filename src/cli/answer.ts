import { createHash } from 'node:crypto';
import { fstatSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { answersDirectory, type EarlierAnswer, recallAnswer } from '../cache/answers.js';
import { buildId } from '../cache/build-id.js';

/** Of the environment, what differs from command to command and says nothing. */
const idle = new Set(['_', 'OLDPWD', 'PWD', 'SHLVL']);

/** Where the answer to a command line is kept, and under which key. */
interface Place {
  readonly directory: string;
  readonly key: string;
  /** What nobody knows who does not know the command line and the environment. */
  readonly secret: Buffer;
}

/** The place of this command line; undefined where no answer may be kept. */
export async function place(): Promise<Place | undefined> {
  const words = process.argv.slice(2);
  const build = buildId();
  const isFresh = words.includes('--no-cache') || words.includes('--timing');
  if (build === undefined || isFresh || process.env.GITHUB_ACTIONS) return undefined;
  const cwd = currentDirectory();
  if (cwd === undefined) return undefined;
  const environment = Object.entries(process.env).filter(([name]) => !idle.has(name));
  const streams = [await widthOf(1), await widthOf(2)];
  const all = JSON.stringify([build, process.version, cwd, words, streams, environment.sort()]);
  return {
    directory: givenDirectory(words) ?? answersDirectory(cwd),
    // The key is written down, and secrets are in the environment and on command lines.
    key: createHash('sha256').update(all).digest('hex'),
    secret: createHash('sha256').update('secret').update(all).digest(),
  };
}

/** Undefined where it was removed. */
function currentDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** Of a terminal; false for anything else. */
async function widthOf(stream: 1 | 2): Promise<number | boolean> {
  try {
    if (!fstatSync(stream).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  const { isTTY = false, columns } = stream === 1 ? process.stdout : process.stderr;
  return isTTY && (columns ?? true);
}

function givenDirectory(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--cache-dir' || word.startsWith('--cache-dir='));
  const given = words[at]?.includes('=') ? words[at].slice('--cache-dir='.length) : words[at + 1];
  return at < 0 || given === undefined ? undefined : resolve(given);
}

/** What is known of the same command line, and what it was sealed with. */
export interface Known extends EarlierAnswer {
  readonly secret: Buffer;
}

/**
 * Prints what the same command line printed before, and says true, if it would print the same. Else it says what is
 * known of that one. Before a stream is made, `onStream` is called.
 */
export async function answerAgain(onStream: () => void): Promise<true | Known | undefined> {
  const at = await place();
  const found = at && (await recallAnswer(at.directory, at.key));
  if (!found) return undefined;
  if ('earlier' in found) return { ...found.earlier, secret: at.secret };
  const { answer } = found;
  process.exitCode = answer.status;
  for (const [stream, text] of answer.output) print(stream, text, onStream);
  return true;
}

/** At once, as far as the stream takes it; its own object, which is slow to make, does the rest. */
function print(stream: 1 | 2, text: string, onStream: () => void): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(stream, bytes, written);
  } catch {
    onStream();
    (stream === 1 ? process.stdout : process.stderr).write(bytes.subarray(written));
  }
}
