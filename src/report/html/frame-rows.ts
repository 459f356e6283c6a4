import type { Range } from '../../model.js';
import { lineOf, linesOf, type Source } from '../frame.js';
import { visible } from '../safe.js';

/** A line as it is shown, and which part of it is marked; none is marked of a line that is there for orientation. */
interface ShownLine {
  readonly line: number;
  readonly text: string;
  readonly mark?: readonly [from: number, to: number];
}

/** What is shown of a line: a line may be megabytes long. */
const room = 240;
/** Lines of a span that are shown. */
const most = 6;

/** The lines of a range, and one before and behind it; none when the file has no such line. */
export function frameRows(source: Source, range: Range): ShownLine[] {
  const { line: first, last } = linesOf(source, range);
  if (first > last) return [];
  const rows: ShownLine[] = [];
  for (let line = Math.max(1, first - 1); line <= Math.min(last + 1, source.starts.length); line++) {
    const text = lineOf(source, line);
    if (line < first || line > last) {
      if (text.trim() !== '') rows.push({ line, text: shown(text, 0, 0).text });
      continue;
    }
    if (line - first >= most - 1 && line < last) continue;
    const from = line === range.line ? range.column - 1 : 0;
    const to = line === range.endLine ? range.endColumn - 1 : text.length;
    rows.push(marked(line, text, Math.min(from, text.length), Math.min(Math.max(from, to), text.length)));
  }
  return rows;
}

function marked(line: number, text: string, from: number, to: number): ShownLine {
  const { text: whole, before, inside } = shown(text, from, to);
  return { line, text: whole, mark: [before, before + inside] };
}

/** As much as there is room for, from a little before the span on. */
function shown(line: string, from: number, to: number): { text: string; before: number; inside: number } {
  const left = line.length <= room ? 0 : Math.max(0, Math.min(from - room / 4, line.length - room));
  const right = Math.min(line.length, left + room);
  const before = `${left > 0 ? '…' : ''}${readable(line.slice(left, from))}`;
  const inside = readable(line.slice(Math.max(left, from), Math.min(to, right)));
  const after = readable(line.slice(Math.min(to, right), right));
  const text = before + inside + after + (right < line.length ? '…' : '');
  return { text, before: before.length, inside: inside.length };
}

function readable(text: string): string {
  return visible(text.replaceAll('\t', '    '));
}
