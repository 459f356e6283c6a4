import type { Range } from '../model.js';
import { lineStarts } from '../text.js';
import { columns } from './columns.js';
import { excerpt } from './excerpt.js';
import { wrap } from './wrap.js';

/** The text of a file and where its lines start. */
export interface Source {
  readonly text: string;
  readonly starts: readonly number[];
}

interface FrameStyle {
  /** Columns of the line numbers. */
  readonly digits: number;
  /** Columns of the whole frame. */
  readonly width: number;
  /** What the span is underlined with. */
  readonly mark: string;
  paintMark(text: string): string;
  paintGutter(text: string): string;
  /** Safe text, put behind the underline or below it. */
  readonly label?: string;
  paintLabel?(text: string): string;
}

/** Without a byte order mark, which positions do not count. */
export function sourceOf(text: string): Source {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  return { text: clean, starts: lineStarts(clean) };
}

/** A gutter with no line of the file beside it. */
export function gutter(digits: number, sign: string): string {
  return `${' '.repeat(digits)} ${sign}`;
}

/** The lines of a span, three rows of them at the most, underlined; none when the file has no such line. */
export function frame(source: Source, range: Range, style: FrameStyle): string[] {
  const rows: string[] = [];
  const { line: first, last } = linesOf(source, range);
  const room = Math.max(20, style.width - style.digits - 3);
  const blank = style.paintGutter(gutter(style.digits, '│'));
  let underline = '';
  for (const line of last - first > 2 ? [first, undefined, last] : listed(first, last)) {
    if (line === undefined) {
      rows.push(style.paintGutter(gutter(style.digits, '⋮')));
      continue;
    }
    const text = lineOf(source, line);
    const from = Math.min(line === range.line ? range.column - 1 : indentation(text), text.length);
    const to = Math.min(line === range.endLine ? range.endColumn - 1 : text.length, text.length);
    const { row, column, length } = excerpt(text, from, Math.max(from, to), room);
    rows.push(`${style.paintGutter(`${String(line).padStart(style.digits)} │`)} ${row}`.trimEnd());
    underline = line === first || to > from ? ' '.repeat(column) + style.mark.repeat(length) : '';
    if (underline) rows.push(`${blank} ${style.paintMark(underline)}`);
  }
  if (!style.label || rows.length === 0) return rows;
  const paint = style.paintLabel ?? ((text) => text);
  const behind = room - underline.length - 1;
  if (underline && columns(style.label) <= behind) rows.push(`${rows.pop()} ${paint(style.label)}`);
  else rows.push(...wrap(style.label, room).map((text) => `${blank} ${paint(text)}`));
  return rows;
}

/** The lines to show: a span that ends at the start of a line ends before it. */
export function linesOf(source: Source, range: Range): { line: number; last: number } {
  const end = range.endLine > range.line && range.endColumn <= 1 ? range.endLine - 1 : range.endLine;
  return { line: range.line, last: Math.min(end, source.starts.length) };
}

function listed(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** A line without its end. */
export function lineOf({ text, starts }: Source, line: number): string {
  const start = starts[line - 1] ?? text.length;
  let end = starts[line] ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(start, end);
}

function indentation(line: string): number {
  return Math.max(0, line.slice(0, 1000).search(/\S/));
}
