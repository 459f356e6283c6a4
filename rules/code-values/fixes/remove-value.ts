import { code, type Fix } from '../../../src/rule.js';
import type { Listed, Listing } from '../listing.js';
import { renumber } from './renumber.js';

/** Takes out the whole item, row or line of a value that stands in it alone, unless it is the last one left. */
export function removeValue({ layout, values, place }: Listing, { value, item }: Listed): Fix | undefined {
  const own = layout && item !== undefined ? layout.items[item] : undefined;
  if (!layout || !own || item === undefined || place.kind !== 'page') return undefined;
  const isAlone = values.filter((one) => one.item === item).length === 1;
  if (!isAlone || values.length === 1 || own.lead === undefined) return undefined;
  const numbers = renumber(place.path, layout.items, item + 1, -1);
  const span =
    own.gap === undefined ? withGapBefore(layout.items, item) : [own.line, own.span[1] + own.gap.length];
  const [start, end] = span ?? [];
  if (start === undefined || end === undefined || !numbers) return undefined;
  const what = layout.grid ? 'the row of ' : '';
  return {
    safe: false,
    description: `Remove ${what}${code(value)}`,
    edits: [{ path: place.path, start, end, text: '' }, ...numbers],
  };
}

/** The last item goes with what stands before it. */
function withGapBefore(
  items: NonNullable<Listing['layout']>['items'],
  index: number,
): readonly number[] | undefined {
  const [before, own] = [items[index - 1], items[index]];
  return index === items.length - 1 && before?.gap !== undefined && own
    ? [before.span[1], own.span[1]]
    : undefined;
}
