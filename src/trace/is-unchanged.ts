import { digest, digestOfAnswer, digestOfEntries, digestOfError, digestOfOutput } from './digest.js';
import { runGitAside } from './run-git.js';
import { aboutPaths, type Trace } from './trace.js';
import { world } from './world.js';

/** Whether everything that a run saw would be seen again. Stops at the first thing that would not. */
export async function isUnchanged(trace: Trace): Promise<boolean> {
  const stop = new AbortController();
  const answers = trace.git.map(async ([root, words, options, found]) => {
    const output = await runGitAside(root, words, options ?? {}, stop.signal);
    return digestOfOutput(output) === found;
  });
  if (!areSame(trace)) {
    stop.abort();
    return false;
  }
  return (await Promise.all(answers)).every(Boolean);
}

function areSame(trace: Trace): boolean {
  const { root } = trace;
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
      if (seen[index + 1] !== attempt(digestOf[kind], path)) return false;
    }
  }
  return true;
}

function attempt(look: (path: string) => string, path: string): string {
  try {
    return look(path);
  } catch (error) {
    return digestOfError(error);
  }
}
