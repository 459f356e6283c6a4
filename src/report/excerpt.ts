import { clusters, columns } from './columns.js';
import { breaks, visible } from './safe.js';

/** A piece of a line as a terminal shows it, and the columns of a span in it, from 0. */
interface Excerpt {
  readonly row: string;
  readonly column: number;
  /** At least 1. */
  readonly length: number;
}

/** What stands together in the terminal's grid. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly column: number;
  readonly width: number;
}

const tabSize = 4;
/** Marks and halves of characters: a line with them may have fewer columns than code units. */
const mayHideWidth = /[\p{M}\u1160-\u11ff\u{10000}-\u{10ffff}]/u;

/** A piece of a line in the columns of a terminal. */
interface Grid {
  readonly columns: number;
  /** The columns of a span, by offsets into the line; nothing where it ends before it begins. */
  span(from: number, to: number): readonly [begin: number, end: number];
  /** What stands in these columns as a whole. */
  between(first: number, end: number): string;
}

/** Shows a line, or as much around `from` to `to` (offsets into it) as fits into `width` columns. */
export function excerpt(line: string, from: number, to: number, width: number): Excerpt {
  const [first, last] = inView(line, from, to, width);
  const text = line.slice(first, last);
  const grid = isPlainText(text) ? plainGrid(text, first) : cellGrid(text, first);
  const total = grid.columns;
  const [begin, close] = grid.span(from, to);

  const fits = first === 0 && last === line.length && Math.max(total, begin + 1) <= width;
  const lead = Math.max(width >> 3, (width - (close - begin)) >> 1);
  const left = fits ? 0 : Math.max(0, Math.min(begin - lead, total - width));
  const right = left + width;
  const cutLeft = first > 0 || left > 0;
  const cutRight = last < line.length || total > right;

  const inner = left + (cutLeft ? 1 : 0);
  const outer = right - (cutRight ? 1 : 0);
  const row = `${cutLeft ? '…' : ''}${grid.between(inner, outer)}${cutRight ? '…' : ''}`;
  const start = Math.min(Math.max(begin, inner), right - 1);
  return { row, column: start - left, length: Math.max(1, Math.min(close, outer) - start) };
}

/** Whether each character takes one column, and is shown as it is: ASCII, dashes and quotation marks. */
function isPlainText(text: string): boolean {
  return /^[ -~\u2010-\u2027]*$/.test(text) && breaks(text, false).length === 0;
}

function plainGrid(text: string, offset: number): Grid {
  const columnOf = (at: number): number => Math.min(Math.max(0, at - offset), text.length);
  return {
    columns: text.length,
    span: (from, to) => [columnOf(from), columnOf(Math.max(from, to))],
    between: (first, end) => text.slice(first, end),
  };
}

function cellGrid(text: string, offset: number): Grid {
  const cells = cellsOf(text, offset);
  const tail = cells.at(-1);
  const total = tail ? tail.column + tail.width : 0;
  return {
    columns: total,
    span(from, to) {
      const marked = cells.filter((cell) => cell.end > from && cell.start < to);
      const begin = (marked[0] ?? cells.find((cell) => cell.start >= from))?.column ?? total;
      return [begin, marked.reduce((_, cell) => cell.column + cell.width, begin)];
    },
    between(first, end) {
      const shown = cells.filter((cell) => cell.column >= first && cell.column + cell.width <= end);
      const gap = Math.max(0, (shown[0]?.column ?? first) - first);
      return ' '.repeat(gap) + shown.map((cell) => cell.shown).join('');
    },
  };
}

/** A line may be megabytes long: only what can come into view is looked at, more where some has no width. */
function inView(line: string, from: number, to: number, width: number): [first: number, last: number] {
  const reaching = (reach: number): [number, number] => [
    wholeCharacter(line, Math.max(0, from - reach)),
    wholeCharacter(line, Math.min(line.length, Math.min(to, from + reach) + reach)),
  ];
  const near = reaching(width);
  return mayHideWidth.test(line.slice(...near)) ? reaching(width * 4) : near;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(line: string, at: number): number {
  return at > 0 && (line.codePointAt(at - 1) as number) > 0xffff ? at - 1 : at;
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  const escaped = new Set(breaks(text, false));
  let column = 0;
  let at = 0;
  for (const part of clusters(text)) {
    const mark = escaped.has(at) ? '\\' : '';
    const shown = mark + (isPlain(part) ? part : shownOf(part, column + mark.length));
    const width = isPlain(part) ? shown.length : columns(shown);
    cells.push({ start: offset + at, end: offset + at + part.length, shown, column, width });
    column += width;
    at += part.length;
  }
  return cells;
}

/** One character of ASCII that is no control character, as most are. */
function isPlain(part: string): boolean {
  const code = part.charCodeAt(0);
  return part.length === 1 && code >= 0x20 && code < 0x7f;
}

function shownOf(part: string, column: number): string {
  return part === '\t' ? ' '.repeat(tabSize - (column % tabSize)) : visible(part);
}
