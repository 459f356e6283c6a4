import type { Code } from './facts.js';
import { fold, trimmed } from './fold.js';
import type { Copy } from './pick-part.js';

/** The first line by which a block and what it copies differ: an index into each, as far as they have one. */
export interface Difference {
  readonly here?: number;
  readonly there?: number;
}

/** Undefined where they are the same but for indentation, line ends and blank lines around. */
export function difference({ lines, lead }: Code, copy: Copy): Difference | undefined {
  const own = lines.slice(lead);
  const [ours, theirs] = [trimmed(own), trimmed(copy.lines)];
  const here = fold(own.slice(...ours));
  const there = fold(copy.lines.slice(...theirs));
  const length = Math.max(here.length, there.length);
  for (let at = 0; at < length; at++) {
    if (here[at] === there[at]) continue;
    return {
      ...(at < here.length ? { here: lead + ours[0] + at } : {}),
      ...(at < there.length ? { there: theirs[0] + at } : {}),
    };
  }
  return undefined;
}
