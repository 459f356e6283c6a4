import { code, type Edit, type Fix } from '../../../src/rule.js';
import type { Named } from '../compare.js';
import type { Item } from '../layout.js';
import type { Listed, Listing } from '../listing.js';
import { newItem } from './new-item.js';
import { newRow } from './new-row.js';
import { renumber } from './renumber.js';
import { whereToAdd } from './where-to-add.js';

/** Text for a new item or row, and what has to change beside it. */
export interface Added {
  readonly text: string;
  /** Whether it looks like every other one, so that nothing is left to write. */
  readonly isComplete: boolean;
  readonly edits: readonly Edit[];
}

/** Adds a value to the list, the table or the code block that holds the others; undefined where that is not plain. */
export function addValue(listing: Listing, named: Named, order: readonly Named[]): Fix | undefined {
  const { place, layout, values } = listing;
  if (!layout || place.kind !== 'page') return undefined;
  const spot = whereToAdd(values, named, order, place.ordered);
  const index = spot?.beside.item;
  if (!spot || index === undefined) return undefined;
  const item = layout.items[index];
  const pattern = patternFor(layout.items, values, index);
  if (!item || !pattern) return undefined;
  const position = spot.side === 'behind' ? index + 1 : index;
  const added = layout.grid
    ? newRow(listing, pattern, named.name)
    : newItem(listing, pattern, named.name, position);
  const edit = added && insertion(place.path, layout, position, added.text);
  const numbers = renumber(place.path, layout.items, position, 1);
  if (!added || !edit || !numbers) return undefined;
  const what = layout.grid ? 'a row for ' : '';
  return {
    safe: added.isComplete,
    description: `Add ${what}${code(named.name)}`,
    edits: [...added.edits, edit, ...numbers],
  };
}

/** The nearest item that holds one value alone and begins its line: what a new one is made after. */
function patternFor(items: readonly Item[], values: readonly Listed[], index: number): Pattern | undefined {
  const counts = new Map<number, Listed[]>();
  for (const value of values) {
    if (value.item !== undefined) counts.set(value.item, [...(counts.get(value.item) ?? []), value]);
  }
  const found = [...counts].flatMap(([at, held]): Pattern[] => {
    const [value, other] = held;
    const item = items[at];
    return value && !other && item?.lead !== undefined ? [{ index: at, item, value }] : [];
  });
  const far = (one: Pattern) => Math.abs(one.index - index);
  return found.reduce<Pattern | undefined>(
    (best, one) => (best && far(best) <= far(one) ? best : one),
    undefined,
  );
}

export interface Pattern {
  readonly index: number;
  readonly item: Item;
  readonly value: Listed;
}

/** Puts a text before the item at a position, or behind the last one, with the space that the others keep. */
function insertion(
  path: string,
  { items, eol }: NonNullable<Listing['layout']>,
  position: number,
  text: string,
): Edit | undefined {
  const before = items[position - 1];
  if (before) {
    const gap = before.gap ?? (position === items.length ? (items[position - 2]?.gap ?? eol) : undefined);
    const at = before.span[1];
    return gap === undefined ? undefined : { path, start: at, end: at, text: gap + text };
  }
  const [first] = items;
  if (first?.lead === undefined) return undefined;
  return { path, start: first.line, end: first.line, text: text + (first.gap ?? eol) };
}
