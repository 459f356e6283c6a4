import type { RenamedHeading } from '../model.js';
import { type HeadingChange, lettersOf, type Replacement } from './heading-change.js';

export interface HeadingPast {
  /** The newest first. */
  readonly changes: readonly HeadingChange[];
  /** The ids of a line that is marked as a heading. */
  idsOf(line: string): readonly string[];
  /** Whether the page has this id today. */
  has(id: string): boolean;
}

/** How many names one heading may have had. */
const mostNames = 10;

/** The id that a heading has today, after every name it had since a link could name it so; undefined where that is not told. */
export function renamedHeading(
  fragment: string,
  wanted: readonly string[],
  past: HeadingPast,
): RenamedHeading | undefined {
  const letters = lettersOf(fragment);
  let ids = wanted;
  let before = past.changes.length;
  let sure = true;
  for (let name = 0; name < mostNames; name++) {
    const replaced = (at: number): Replacement | null | undefined =>
      past.changes[at]?.replacementOf(ids, letters);
    const at = (name === 0 ? newestFirst : oldestFirst)(before, (one) => replaced(one) !== undefined);
    const step = at === undefined ? undefined : replaced(at);
    if (at === undefined || !step) return undefined;
    ids = past.idsOf(step.line);
    sure &&= step.sure;
    before = at;
    const id = ids.find((one) => past.has(one));
    if (id !== undefined) return { id, sure: sure && !hasRepeat(id, past) };
  }
  return undefined;
}

function newestFirst(before: number, fits: (at: number) => boolean): number | undefined {
  for (let at = 0; at < before; at++) if (fits(at)) return at;
  return undefined;
}

function oldestFirst(before: number, fits: (at: number) => boolean): number | undefined {
  for (let at = before - 1; at >= 0; at--) if (fits(at)) return at;
  return undefined;
}

/** Of headings with the same text, the one that is meant may be another. */
function hasRepeat(id: string, past: HeadingPast): boolean {
  return past.has(`${id}-1`) || past.has(`${id}_1`);
}
