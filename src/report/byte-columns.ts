import type { Source } from './frame.js';

/** Where a place is, in bytes of UTF-8 from the start of its line, from 1. */
type ByteColumn = (line: number, column: number) => number;

/** Code units between two places of a line whose bytes are kept: a line may be megabytes long, and full of problems. */
const step = 1024;

/**
 * Columns in bytes, of a file whose positions count UTF-16 code units. `mark` says that the file begins with a byte
 * order mark.
 */
export function byteColumns({ text, starts }: Source, mark = false): ByteColumn {
  const kept = new Map<number, number[]>();
  return (line, column) => {
    const start = starts[line - 1] ?? text.length;
    const at = Math.min(start + column - 1, starts[line] ?? text.length);
    const sums = kept.get(line) ?? [mark && line === 1 ? 4 : 1];
    kept.set(line, sums);
    const whole = Math.max(0, Math.floor((at - start) / step));
    while (sums.length <= whole) {
      const from = start + (sums.length - 1) * step;
      sums.push((sums.at(-1) as number) + bytesOf(text, from, from + step));
    }
    return (sums[whole] as number) + bytesOf(text, start + whole * step, at);
  };
}

/** Each half of a pair stands for two of its four bytes. */
function bytesOf(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
