import type { GitOptions } from './trace.js';

/**
 * Whether git was asked for objects by their whole hashes, and had all of them: what they hold can be no other, unless
 * git is told to take another object for one.
 */
export function asksByHash(
  [command, how, ...more]: readonly string[],
  { input = '' }: GitOptions = {},
  output: Buffer | undefined,
): boolean {
  if (command !== 'cat-file' || how !== '--batch' || more.length > 0 || !output) return false;
  const hashes = input.split('\n').slice(0, -1);
  if (!input.endsWith('\n') || !hashes.every((hash) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hash)))
    return false;
  let at = 0;
  for (const hash of hashes) {
    const end = output.indexOf(10, at);
    const [found, , size] = output.toString('latin1', at, Math.max(at, end)).split(' ');
    if (end < 0 || found !== hash || !/^\d+$/.test(size ?? '')) return false;
    at = end + 1 + Number(size) + 1;
  }
  return at === output.length;
}
