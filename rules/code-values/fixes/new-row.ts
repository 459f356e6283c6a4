import type { Edit } from '../../../src/rule.js';
import type { Grid, Item } from '../layout.js';
import type { Listing } from '../listing.js';
import type { Added, Pattern } from './add-value.js';
import { widen } from './widen.js';
import { writeValue } from './write-value.js';

/** A row of a table with a value in its column and nothing in the others, as wide as they are. */
export function newRow(
  { layout, place, column = 0 }: Listing,
  { item, value }: Pattern,
  name: string,
): Added | undefined {
  const grid = layout?.grid;
  const written = writeValue(name, value.write ?? 'cell');
  if (!grid || written === undefined || item.lead === undefined || place.kind !== 'page') return undefined;
  const { pad, widths, open, close } = grid;
  const content = `${open === '' && column === 0 ? '' : pad}${written}${pad}`;
  const more = widths ? lengthOf(content) - (widths[column] ?? 0) : 0;
  const edits: readonly Edit[] | undefined =
    more > 0 ? widen(place.path, layout.items, grid, column, more) : [];
  if (!edits) return undefined;
  const cells = grid.delimiter.map((_, index) => {
    const width = (widths?.[index] ?? 0) + (index === column ? Math.max(0, more) : 0);
    if (index === column) return aligned(content, width, grid, index);
    // An empty cell at the very beginning would be an indentation.
    return open === '' && index === 0
      ? `|${' '.repeat(Math.max(width - 1, 1))}`
      : ' '.repeat(Math.max(width, 1));
  });
  const text = `${item.lead}${open}${cells.join('|')}${close}`;
  return {
    text: close === '' ? text.trimEnd() : text,
    edits,
    isComplete: isOnlyColumn(grid, layout.items, column),
  };
}

/** Characters as a terminal without wide ones would count them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function aligned(content: string, width: number, { aligns, open }: Grid, column: number): string {
  const space = Math.max(0, width - lengthOf(content));
  const align = open === '' && column === 0 ? 'left' : aligns[column];
  const before = align === 'right' ? space : align === 'center' ? space >> 1 : 0;
  return `${' '.repeat(before)}${content}${' '.repeat(space - before)}`;
}

/** Whether no other cell of any row says anything. */
function isOnlyColumn({ delimiter }: Grid, items: readonly Item[], column: number): boolean {
  return items.every(
    ({ cells }) =>
      cells?.length === delimiter.length &&
      cells.every(({ start, text }, index) => index === column || start === text),
  );
}
