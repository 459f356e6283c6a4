import { setMaxListeners } from 'node:events';
import { digest, digestOfAnswer, digestOfEntries, digestOfError, digestOfOutput } from './digest.js';
import { runGitAside } from './run-git.js';
import { aboutPaths, type Trace } from './trace.js';
import { world } from './world.js';

/** What would not be seen again, where that is little. */
export interface Changes {
  /** Files, absolute, that hold something else now, each with the digest of what it held. */
  readonly files: ReadonlyMap<string, string>;
  /** Which of the questions to git about the difference to a commit are answered otherwise. */
  readonly git: ReadonlySet<number>;
}

/** Of more files than these, nobody wants to know which they are. */
const most = 20;

/** Whether everything that a run saw would be seen again. */
export async function isUnchanged(trace: Trace): Promise<boolean> {
  const { files, git } = (await changesSince(trace)) ?? {};
  return files?.size === 0 && git?.size === 0;
}

/** What would not be seen again; undefined where that is much, or of another kind. Stops at the first such thing. */
export async function changesSince(trace: Trace): Promise<Changes | undefined> {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const answers = trace.git.map(async ([root, words, options, found]) => {
    const output = await runGitAside(root, words, options ?? {}, stop.signal);
    return digestOfOutput(output) === found;
  });
  const files = differences(trace);
  if (!files) {
    stop.abort();
    return undefined;
  }
  const git = (await Promise.all(answers)).flatMap((isSame, index) => (isSame ? [] : [index]));
  return git.every((index) => trace.git[index]?.[1].includes('diff'))
    ? { files, git: new Set(git) }
    : undefined;
}

function differences(trace: Trace): ReadonlyMap<string, string> | undefined {
  const { root } = trace;
  const changed = new Map<string, string>();
  const digestOf = {
    read: (file: string) => world.read(file, digest),
    list: (directory: string) => digestOfEntries(world.list(directory)),
    kind: (path: string) => digestOfAnswer(world.kind(path)),
    real: (path: string) => digestOfAnswer(world.real(path)),
    isLink: (path: string) => digestOfAnswer(world.isLink(path)),
    target: (path: string) => digestOfAnswer(world.target(path)),
  };
  for (const kind of aboutPaths) {
    const seen = trace[kind];
    for (let index = 0; index < seen.length; index += 2) {
      const name = seen[index] as string;
      const path = name.startsWith(':') ? name.slice(1) : root + name;
      const before = seen[index + 1] as string;
      const now = attempt(digestOf[kind], path);
      if (now === before) continue;
      if (kind !== 'read' || now.startsWith('!') || before.startsWith('!') || changed.size === most)
        return undefined;
      changed.set(path, before);
    }
  }
  return changed;
}

function attempt(look: (path: string) => string, path: string): string {
  try {
    return look(path);
  } catch (error) {
    return digestOfError(error);
  }
}
