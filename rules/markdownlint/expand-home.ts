import { homedir } from 'node:os';

/** A path as a shell would read it: `~` is the home directory. */
export function expandHome(path: string): string {
  return path.replace(/^~(?=$|[\\/])/, homedir());
}
