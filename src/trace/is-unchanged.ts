import { closeSync, openSync, readSync } from 'node:fs';
import { digest, digestOfAnswer, digestOfEntries, digestOfError, digestOfOutput } from './digest.js';
import { aboutPaths, type Trace } from './trace.js';
import { world } from './world.js';

/** Whether everything that a run saw would be seen again. Stops at the first thing that would not. */
export function isUnchanged(trace: Trace): boolean {
  const { root } = trace;
  const room = Buffer.allocUnsafe(1 << 20);
  const digestOf = {
    read: (file: string) => digestOfFile(file, room),
    list: (directory: string) => digestOfEntries(world.list(directory)),
    kind: (path: string) => digestOfAnswer(world.kind(path)),
    real: (path: string) => digestOfAnswer(world.real(path)),
    isLink: (path: string) => digestOfAnswer(world.isLink(path)),
  };
  for (const kind of aboutPaths) {
    const seen = trace[kind];
    for (let index = 0; index < seen.length; index += 2) {
      const name = seen[index] as string;
      const path = name.startsWith(':') ? name.slice(1) : root + name;
      if (seen[index + 1] !== attempt(digestOf[kind], path)) return false;
    }
  }
  return trace.git.every(
    ([at, words, options, found]) => digestOfOutput(world.git(at, words, options ?? undefined)) === found,
  );
}

function attempt(look: (path: string) => string, path: string): string {
  try {
    return look(path);
  } catch (error) {
    return digestOfError(error);
  }
}

/** By way of one room for all files; a file that it does not hold is read whole. */
function digestOfFile(file: string, room: Buffer): string {
  const handle = openSync(file, 'r');
  let length = 0;
  try {
    for (let got = -1; got !== 0 && length < room.length; length += got)
      got = readSync(handle, room, length, room.length - length, null);
  } finally {
    closeSync(handle);
  }
  return digest(length < room.length ? room.subarray(0, length) : world.read(file));
}
