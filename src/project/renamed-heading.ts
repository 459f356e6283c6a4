import type { Hunk } from '../host/parse-patches.js';
import type { RenamedHeading } from '../model.js';
import { nearest } from '../nearest.js';

export interface HeadingPast {
  /** The lines that gave way to others, a list a commit, the newest first. */
  readonly changes: readonly (readonly Hunk[])[];
  /** The ids of the heading that a line writes; none when it writes no heading. */
  idsOf(line: string): readonly string[];
  /** Whether the page has this id today. */
  has(id: string): boolean;
}

interface Step {
  /** Which of the changes it was. */
  readonly at: number;
  readonly line: string;
  readonly sure: boolean;
}

/** How many names one heading may have had. */
const mostNames = 10;

/** The id that a heading has today, after every name it had since it had one of these; undefined where that is not told. */
export function renamedHeading(wanted: readonly string[], past: HeadingPast): RenamedHeading | undefined {
  let ids = wanted;
  let before = past.changes.length;
  let sure = true;
  for (let name = 0; name < mostNames; name++) {
    const step = nextName(ids, past, name === 0 ? newestFirst(before) : newestFirst(before).reverse());
    if (!step) return undefined;
    ids = past.idsOf(step.line);
    sure &&= step.sure;
    before = step.at;
    const id = ids.find((one) => past.has(one));
    if (id !== undefined) return { id, sure: sure && !hasRepeat(id, past) };
  }
  return undefined;
}

function newestFirst(before: number): number[] {
  return [...Array(before).keys()];
}

/** The first of some changes that took the heading away, and the heading that stands there instead. */
function nextName(ids: readonly string[], past: HeadingPast, order: readonly number[]): Step | undefined {
  const writes = (line: string): boolean => past.idsOf(line).some((id) => ids.includes(id));
  for (const at of order) {
    const hunks = past.changes[at] ?? [];
    if (hunks.some(({ added }) => added.some(writes))) continue;
    for (const hunk of hunks) {
      const lost = hunk.removed.find(writes);
      if (lost === undefined) continue;
      const found = replacement(lost, hunk, hunks, past);
      return found && { at, ...found };
    }
  }
  return undefined;
}

/** What stands for a line of a hunk: its counterpart when as many headings came as went, else the one most like it. */
function replacement(
  lost: string,
  hunk: Hunk,
  hunks: readonly Hunk[],
  past: HeadingPast,
): Omit<Step, 'at'> | undefined {
  const { removed, added } = hunk;
  if (!/^\s*[#<]/.test(lost)) return underlined(lost, hunk);
  const isHeading = (line: string): boolean => past.idsOf(line).length > 0;
  const went = removed.filter(isHeading);
  const came = added.filter(isHeading);
  if (went.length === came.length) {
    const line = came[went.indexOf(lost)];
    if (line === undefined) return undefined;
    const isAlone = removed.length === 1 && added.length === 1 && !isTextNew(hunk, hunks);
    return { line, sure: depthOf(line) === depthOf(lost) && (isAlone || isAlike(lost, line)) };
  }
  const like = came.find((line) => isAlike(lost, line));
  return like === undefined ? undefined : { line: like, sure: false };
}

/** Of a heading that is marked by the line below it, its counterpart has no mark either. */
function underlined(lost: string, { removed, added }: Hunk): Omit<Step, 'at'> | undefined {
  const at = removed.indexOf(lost);
  const line = added[at]?.trim() ?? '';
  if (removed.length !== added.length || line === '') return undefined;
  return {
    line: `# ${line}`,
    sure: removed.every((one, index) => index === at || /^(?:-+|=+)\s*$/.test(one)),
  };
}

/** Whether the text right below a heading went in the same change, so that it may be another section. */
function isTextNew({ line }: Hunk, hunks: readonly Hunk[]): boolean {
  return hunks.some((other) => other.removed.length > 0 && other.line > line && other.line <= line + 2);
}

function depthOf(line: string): number {
  return /^\s*(#*)/.exec(line)?.[1]?.length ?? 0;
}

/** Near by its letters, or with half of its words. */
function isAlike(a: string, b: string): boolean {
  if (nearest(a, [b]) !== undefined) return true;
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 0 && 2 * shared >= Math.max(words.size, others.size);
}

function wordsOf(line: string): ReadonlySet<string> {
  return new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Of headings with the same text, the one that is meant may be another. */
function hasRepeat(id: string, past: HeadingPast): boolean {
  return past.has(`${id}-1`) || past.has(`${id}_1`);
}
