import type { Table, TableRow } from 'mdast';
import type { Cell, Grid, Item, Layout } from '../layout.js';
import { spanOf } from '../span-of.js';
import { leadingValues } from './leading-values.js';
import { gapBetween, lineEndAt, lineOf } from './lines.js';
import { plainText } from './pieces.js';
import type { Place } from './place.js';
import { type Row, splitRow } from './split-row.js';

/** A table: what the cells of a column begin with, its header left out. */
export const table: Place = {
  form: 'table',
  name: 'table',
  whole: true,
  read(node, source) {
    if (node.type !== 'table') return [];
    const [header, ...rows] = node.children;
    const columns = (header?.children ?? []).map((cell, index) => ({
      name: plainText(cell),
      values: rows.flatMap(({ children }, item) => {
        const cell = children[index];
        return cell ? leadingValues(cell, source).map((value) => ({ ...value, item })) : [];
      }),
    }));
    const layout = header && layoutOf(node, header, rows, source);
    return [{ form: 'table', span: spanOf(node), columns, ...(layout ? { layout } : {}) }];
  },
};

function layoutOf(
  node: Table,
  header: TableRow,
  rows: readonly TableRow[],
  source: string,
): Layout | undefined {
  const top = splitRow(source, ...spanOf(header));
  const rule = delimiterRow(source, spanOf(header)[1]);
  const count = header.children.length;
  if (!rule || rule.cells.length !== count || top.cells.length !== count) return undefined;
  const items = rows.map((row, index) => {
    const next = rows[index + 1];
    return itemOf(row, next && spanOf(next)[0], source);
  });
  const eol = lineEndAt(source, spanOf(node)[0]);
  return { items, eol, grid: gridOf(node, top, rule, items, source) };
}

function gridOf({ align }: Table, top: Row, rule: Row, items: readonly Item[], source: string): Grid {
  const widths = rule.cells.map(({ start, end }) => end - start);
  // How wide other characters are, only a screen knows.
  const isAligned = [top.cells, ...items.map(({ cells = [] }) => cells)].every((cells) =>
    cells.every(
      ({ start, end }, index) =>
        end - start === widths[index] ||
        cells.length !== widths.length ||
        (rule.close === '' && index === widths.length - 1) ||
        /[^ -~]/.test(source.slice(start, end)),
    ),
  );
  return {
    ...(isAligned ? { widths } : {}),
    aligns: rule.cells.map((_, index) => align?.[index] ?? null),
    header: top.cells,
    delimiter: rule.cells.map((cell) => ({ ...cell, dash: source.indexOf('-', cell.start) })),
    open: rule.open,
    close: rule.close,
    pad: source[(top.cells.at(-1) as Cell).start] === ' ' ? ' ' : '',
  };
}

function itemOf(row: TableRow, next: number | undefined, source: string): Item {
  const span = spanOf(row);
  const line = lineOf(source, span[0]);
  const lead = source.slice(line, span[0]);
  const gap = next === undefined ? undefined : gapBetween(source, span[1], next);
  const { cells } = splitRow(source, ...span);
  return {
    span,
    line,
    ...(/^[ \t>]*$/.test(lead) ? { lead } : {}),
    ...(gap === undefined ? {} : { gap }),
    ...(cells.length === row.children.length ? { cells } : {}),
  };
}

/** The row of hyphens on the line behind a header. */
function delimiterRow(source: string, from: number): Row | undefined {
  const match = /[ \t]*(?:\r\n|\n|\r)[ \t>]*([-:| \t]+)/y;
  match.lastIndex = from;
  const found = match.exec(source);
  if (!found?.[1]?.includes('-')) return undefined;
  const written = found[1].trimEnd();
  const start = match.lastIndex - found[1].length;
  return splitRow(source, start, start + written.length);
}
