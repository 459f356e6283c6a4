import type { Edit, Path } from '../../../src/rule.js';
import type { Item } from '../layout.js';

/**
 * Counts the items of an ordered list on from a position, after one has been put in or taken out. None where all have
 * the same number; undefined where a longer number would move what stands below an item.
 */
export function renumber(
  path: Path,
  items: readonly Item[],
  position: number,
  by: 1 | -1,
): readonly Edit[] | undefined {
  const [first, second] = items;
  if (first?.number === undefined || first.number === second?.number) return [];
  const edits: Edit[] = [];
  for (const { number, span, isLong } of items.slice(position)) {
    if (number === undefined) return undefined;
    const [old, text] = [String(number), String(number + by)];
    if (isLong && old.length !== text.length) return undefined;
    edits.push({ path, start: span[0], end: span[0] + old.length, text });
  }
  return edits;
}
