import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { GitOptions } from './trace.js';

const load = createRequire(import.meta.url);
/** Loaded when git is asked: it takes its time. */
const childProcess = () => load('node:child_process') as typeof import('node:child_process');

/** No program of its own, no colours, no network, no name in quotation marks, and nothing written, whatever the user's configuration says. */
const plainly = [
  '--no-pager',
  ...[
    'core.quotePath=false',
    'core.fsmonitor=false',
    'protocol.allow=never',
    'log.showSignature=false',
    'log.showRoot=true',
  ].flatMap((setting) => ['-c', setting]),
];

/** What git prints; undefined when it fails, as it does outside of a work tree. */
export function runGit(root: string, words: readonly string[], options: GitOptions = {}): Buffer | undefined {
  if (!isInRepository(root) || words.some((word) => word.includes('\0'))) return undefined;
  const { input = '', alsoFine = [], atMost } = options;
  const ran = childProcess().spawnSync('git', [...plainly, ...words], {
    ...settingsOf(root, options),
    input,
  });
  const code = (ran.error as NodeJS.ErrnoException | undefined)?.code;
  const isCut = atMost !== undefined && (code === 'ETIMEDOUT' || code === 'ENOBUFS');
  const isFine = isCut || ran.status === 0 || alsoFine.includes(ran.status ?? -1);
  return isFine ? ran.stdout : undefined;
}

/** The same beside other work, except that what is cut off is no answer. */
export function runGitAside(
  root: string,
  words: readonly string[],
  options: GitOptions,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  if (!isInRepository(root)) return Promise.resolve(undefined);
  const { input = '', alsoFine = [] } = options;
  const settings = { ...settingsOf(root, options), signal, encoding: 'buffer' as const };
  return new Promise((resolve) => {
    const child = childProcess().execFile('git', [...plainly, ...words], settings, (error, output) => {
      const isFine = !error || alsoFine.includes(Number(error.code));
      resolve(isFine ? output : undefined);
    });
    child.stdin?.on('error', () => undefined).end(input);
  });
}

function settingsOf(root: string, { atMost }: GitOptions) {
  return {
    cwd: root,
    maxBuffer: atMost?.bytes ?? 1 << 30,
    ...(atMost ? { timeout: Math.ceil(atMost.seconds * 1000), killSignal: 'SIGKILL' as const } : {}),
    env: {
      ...surroundings(root, process.env, process.cwd()),
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
    },
  };
}

/** False where git has nothing to look at, which is known long before a process of its own has started. */
function isInRepository(directory: string): boolean {
  return process.env.GIT_DIR !== undefined || topOf(directory) !== undefined;
}

/**
 * What a hook of git inherits is in terms of where the hook was started, and git is started elsewhere: the index
 * keeps its place, and the repository is the one that the directory lies in.
 */
function surroundings(root: string, env: NodeJS.ProcessEnv, cwd: string): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_INDEX_FILE: index, GIT_WORK_TREE } = env;
  if (GIT_DIR === undefined && index === undefined && GIT_WORK_TREE === undefined) return env;
  const top = topOf(root);
  if (top === undefined || top === '') return env;
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_PREFIX: _prefix, ...rest } = env;
  if (index === undefined) return rest;
  const place = [resolve(cwd, index), resolve(top, index)].find((one) => existsSync(one));
  return { ...rest, GIT_INDEX_FILE: place ?? index };
}

/** The nearest directory at or above this one in which git keeps something; empty where that cannot be told. */
function topOf(directory: string): string | undefined {
  try {
    for (let at = realpathSync(directory); ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) return at;
      if (dirname(at) === at) return undefined;
    }
  } catch {
    return '';
  }
}
