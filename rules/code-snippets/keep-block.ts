import type { Span } from '../../src/rule.js';
import { endOfLine } from './end-of-line.js';
import type { Block } from './facts.js';

/** A code block that holds `value`: as few objects as can be, since most claims name a file that nobody has. */
export function keepBlock(text: string, [start, end]: Span, value: string): Block {
  const written = text.slice(start, end);
  return value === inside(written) ? { start, written } : { start, written, value };
}

/** What stands between the first and the last line. */
export function inside(written: string): string {
  const lineEnd = endOfLine(written, 0);
  const newline = written.startsWith('\r\n', lineEnd) ? 2 : 1;
  return written.slice(lineEnd + newline, written.lastIndexOf('\n') + 1 - newline);
}
