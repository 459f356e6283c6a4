import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What `replaceFile` writes before it takes the place of another file. */
const temporary = /\.\d+\.[0-9a-f]{8}\.tmp$/;
/** Milliseconds. A file is written in seconds: what is older is of a process that was killed, and no run at work misses it. */
const old = 24 * 60 * 60 * 1000;

/** Takes away what killed processes left in the directories of a cache. Never fails. */
export function removeLeftovers(...directories: readonly string[]): void {
  for (const directory of directories) {
    for (const name of namesIn(directory)) {
      if (!temporary.test(name)) continue;
      const file = join(directory, name);
      try {
        const found = lstatSync(file);
        if (found.isFile() && Date.now() - found.mtimeMs > old) rmSync(file, { force: true });
      } catch {
        // Another run was quicker, or nobody may.
      }
    }
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
