import type { Opened } from './facts.js';
import { findLines } from './find-lines.js';
import { linesOf, trimmed } from './fold.js';

/** Where the lines that a block shows stand in the source now: in one place, and not where the claim says. */
export interface MovedRange {
  readonly first: number;
  readonly last: number;
  /** As the claim would name them. */
  readonly text: string;
}

/** Undefined for a block that claims no lines, and for one so short that it may stand there by chance. */
export function movedRange({ block, source }: Opened, text: string): MovedRange | undefined {
  if (!source.range) return undefined;
  const own = block.lines.slice(block.lead);
  const shown = own.slice(...trimmed(own));
  if (shown.filter((line) => /\w/.test(line)).length < 2) return undefined;
  const [at, ...others] = findLines(shown, linesOf(text));
  if (at === undefined || others.length > 0) return undefined;
  const [first, last] = [at + 1, at + shown.length];
  return { first, last, text: writeRange(source.range.text, first, last) };
}

/** A range as another one is written: `10-20`, `L10-L20`, `L10-20`, `lines-10:20`. */
export function writeRange(like: string, first: number, last: number): string {
  const before = /^[^\d]*/.exec(like)?.[0] ?? '';
  const usual = before === 'lines-' ? ':' : `-${before}`;
  const between = /\d([-:][A-Za-z]*)\d/.exec(like)?.[1] ?? usual;
  return first === last ? `${before}${first}` : `${before}${first}${between}${last}`;
}
