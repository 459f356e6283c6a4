import { code, type Edit, type Fix } from '../../../src/rule.js';
import type { Named } from '../compare.js';
import type { Listed, Listing } from '../listing.js';
import { lengthOf } from './new-row.js';
import { widen } from './widen.js';
import { writeValue } from './write-value.js';

/** Writes the value that was meant, in the way in which the wrong one is written. */
export function correctValue(
  listing: Listing,
  { span, inner = span, write, value, path, item }: Listed,
  { name }: Named,
  isSure: boolean,
): Fix | undefined {
  const written = write && writeValue(name, write);
  if (written === undefined || !write) return undefined;
  const old = writeValue(value, write);
  const by = old === undefined ? 0 : lengthOf(written) - lengthOf(old);
  const [start, end] = inner;
  return {
    // A line of code that begins with a mark may be a comment.
    safe: isSure && !(write === 'line' && /^[^\p{L}\p{N}]/u.test(value)),
    description: `Write ${code(name)}`,
    edits: [{ path, start, end, text: written }, ...realign(listing, item, by)],
  };
}

/** Keeps the bars of a table below each other, as far as they are. */
function realign(
  { layout, place, column = 0 }: Listing,
  index: number | undefined,
  by: number,
): readonly Edit[] {
  const grid = layout?.grid;
  const item = layout?.items[index ?? -1];
  const cell = item?.cells?.[column];
  if (!grid?.widths || !cell || by === 0 || place.kind !== 'page') return [];
  const isLeft = grid.aligns[column] === null || grid.aligns[column] === 'left';
  const isOpen = grid.close === '' && column === grid.delimiter.length - 1;
  if (!isLeft || isOpen) return [];
  const { path } = place;
  if (by < 0) return [{ path, start: cell.end, end: cell.end, text: ' '.repeat(-by) }];
  const spare = Math.min(by, Math.max(0, cell.end - cell.text - lengthOf(grid.pad)));
  const taken = spare > 0 ? [{ path, start: cell.end - spare, end: cell.end, text: '' }] : [];
  const wider = spare < by ? widen(path, layout?.items ?? [], grid, column, by - spare, item) : [];
  return wider ? [...taken, ...wider] : [];
}
