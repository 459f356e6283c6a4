import { memoryCache } from '../cache/memory-cache.js';
import { overlay } from '../host/overlay.js';
import type { Path, Result } from '../model.js';
import type { RunInput } from './input.js';
import { run } from './run.js';

/** Runs over one tree with changing texts; what is the same as in the run before is not worked out again. */
export function runAgain(input: RunInput): (texts: ReadonlyMap<Path, string>) => Result {
  const memory = memoryCache();
  return (texts) => run({ ...input, host: overlay(input.host, texts), memory });
}
