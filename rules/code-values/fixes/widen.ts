import type { Edit, Path } from '../../../src/rule.js';
import type { Grid, Item } from '../layout.js';

/** Makes a column of an aligned table wider, in all of its rows but one; undefined when it has no such column. */
export function widen(
  path: Path,
  items: readonly Item[],
  { aligns, header, delimiter, open, close }: Grid,
  column: number,
  by: number,
  except?: Item,
): readonly Edit[] | undefined {
  const rule = delimiter[column];
  if (!rule) return undefined;
  const isOpen = close === '' && column === delimiter.length - 1;
  const isRight = aligns[column] === 'right' && (open !== '' || column > 0);
  const rows = [header, ...items.flatMap((item) => (item === except ? [] : [item.cells ?? []]))];
  const cells = rows.flatMap((row) =>
    row.length === delimiter.length && !isOpen ? (row[column] ?? []) : [],
  );
  const spaces = cells.map(({ start, end }) => {
    const at = isRight ? start : end;
    return { path, start: at, end: at, text: ' '.repeat(by) };
  });
  return [...spaces, { path, start: rule.dash, end: rule.dash, text: '-'.repeat(by) }];
}
