import { overlay } from '../host/overlay.js';
import type { Path, Result } from '../model.js';
import type { RunInput } from './input.js';
import { run } from './run.js';

/** Runs over one tree with changing texts; what is the same as in the run before is not read again. */
export function runAgain(input: RunInput): (texts: ReadonlyMap<Path, string>) => Result {
  const memory: NonNullable<RunInput['memory']> = new Map();
  return (texts) => run({ ...input, host: overlay(input.host, texts), memory });
}
