import type { Root } from 'mdast';
import { UserError } from '../errors.js';
import type { Parser } from '../markdown/parse.js';
import type { Edit, Path } from '../model.js';
import { applyEdits } from './apply-edits.js';
import { offsetShifts } from './offset-shifts.js';
import { outline, type Part } from './outline.js';

/**
 * Whether a file is read the same afterwards, what the edits touch left aside: a page has the same elements in
 * the same places, and JSON is still JSON. The edits are sorted and do not overlap.
 */
export function keepsStructure(
  path: Path,
  text: string,
  edits: readonly Edit[],
  parser: Pick<Parser, 'parse'>,
): boolean {
  const after = applyEdits(text, edits);
  if (/\.json$/i.test(path)) return isJson(after) || !isJson(text);
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return true;
  const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
  const [old, now] = [text, after].map((one) => parsed(() => parser.parse(one, syntax)));
  if (!old || !now || Boolean(old.data?.mdxError) !== Boolean(now.data?.mdxError)) return false;
  const known = new Map<string, number>();
  return isSame(outline(old, known), outline(now, known), edits);
}

function isSame(before: readonly Part[], after: readonly Part[], edits: readonly Edit[]): boolean {
  const counts = new Map<string, number>();
  const count = ({ kind, start, end }: Part, by: number): void => {
    const key = `${start} ${end} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const shifts = offsetShifts(edits);
  for (const part of before) {
    if (shifts.touches(part.start, part.end)) continue;
    count({ ...part, start: shifts.after(part.start), end: shifts.after(part.end) }, 1);
  }
  const put = offsetShifts(shifts.put);
  for (const part of after) if (!put.touches(part.start, part.end)) count(part, -1);
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
