import type { GitOptions } from '../trace/trace.js';
import type { World } from '../trace/world.js';

/** What git prints, as text; undefined when it fails, as it does outside of a work tree. */
export function git(
  world: World,
  root: string,
  words: readonly string[],
  options?: GitOptions,
): string | undefined {
  return world.git(root, words, options)?.toString('utf8');
}
