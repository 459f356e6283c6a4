import type { Source } from './frame.js';

/** Where a place is, in bytes of UTF-8 from the start of its line, from 1. */
type ByteColumn = (line: number, column: number) => number;

/**
 * Columns in bytes, of a file whose positions count UTF-16 code units. A line may be megabytes long: what comes behind
 * the place that was asked for last is counted from there. `mark` says that the file begins with a byte order mark.
 */
export function byteColumns({ text, starts }: Source, mark = false): ByteColumn {
  const encoder = new TextEncoder();
  let last = { line: 0, column: 1, bytes: 1 };
  return (line, column) => {
    const begin = mark && line === 1 ? 4 : 1;
    const from = last.line === line && last.column <= column ? last : { line, column: 1, bytes: begin };
    const start = starts[line - 1] ?? text.length;
    const end = starts[line] ?? text.length;
    const part = text.slice(start + from.column - 1, Math.min(start + column - 1, end));
    last = { line, column, bytes: from.bytes + encoder.encode(part).length };
    return last.bytes;
  };
}
