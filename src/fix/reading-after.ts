import type { Root } from 'mdast';
import { UserError } from '../errors.js';
import type { Parser } from '../markdown/parse.js';
import type { Edit, Path } from '../model.js';
import { applyEdits } from './apply-edits.js';
import { offsetShifts } from './offset-shifts.js';
import { outline, type Part } from './outline.js';

/** How a file is read after edits. */
export interface Reading {
  /**
   * Whether it is read as before, what the edits touch left aside: a page has the same elements in the same places,
   * and JSON is still JSON.
   */
  readonly isKept: boolean;
  /** Whether it has as many elements of each kind as before, what the edits touch among them. */
  readonly isAlike: boolean;
}

/** Compares a file with itself after edits, which are sorted and do not overlap. Reads it once for any number of them. */
export function readingAfter(
  path: Path,
  text: string,
  parser: Pick<Parser, 'parse'>,
): (edits: readonly Edit[]) => Reading {
  const both = (is: boolean): Reading => ({ isKept: is, isAlike: is });
  if (/\.json$/i.test(path)) {
    const wasJson = isJson(text);
    return (edits) => both(!wasJson || isJson(applyEdits(text, edits)));
  }
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return () => both(true);
  const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
  const parse = (one: string): Root | undefined => parsed(() => parser.parse(one, syntax));
  const known = new Map<string, number>();
  const old = parse(text);
  const before = old && outline(old, known);
  return (edits) => {
    const now = parse(applyEdits(text, edits));
    if (!before || !now || Boolean(old.data?.mdxError) !== Boolean(now.data?.mdxError)) return both(false);
    const after = outline(now, known);
    return { isKept: isSame(before, after, edits), isAlike: isEven(chainsOf(before), chainsOf(after)) };
  };
}

function chainsOf(parts: readonly Part[]): number[] {
  return parts.map(({ chain }) => chain);
}

/** Whether what no edit touches is the same in the same places. */
function isSame(before: readonly Part[], after: readonly Part[], edits: readonly Edit[]): boolean {
  const shifts = offsetShifts(edits);
  const put = offsetShifts(shifts.put);
  const keyOf = ({ chain, detail }: Part, start: number, end: number) => `${start} ${end} ${chain} ${detail}`;
  return isEven(
    before
      .filter(({ start, end }) => !shifts.touches(start, end))
      .map((part) => keyOf(part, shifts.after(part.start), shifts.after(part.end))),
    after
      .filter(({ start, end }) => !put.touches(start, end))
      .map((part) => keyOf(part, part.start, part.end)),
  );
}

/** Whether both hold the same values, each as often. */
function isEven<T>(one: readonly T[], other: readonly T[]): boolean {
  const counts = new Map<T, number>();
  for (const value of one) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const value of other) counts.set(value, (counts.get(value) ?? 0) - 1);
  return [...counts.values()].every((difference) => difference === 0);
}

function parsed(parse: () => Root): Root | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
