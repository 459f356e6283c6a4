import type { Span } from '../../src/rule.js';
import { endOfLine } from './end-of-line.js';
import type { Block, Claim, Code, Layout } from './facts.js';
import { inside } from './keep-block.js';

/** The lines of a block, with all that is needed to write it anew. */
export function readBlock(
  { start: offset, written: text, value = inside(text) }: Block,
  by: Claim['by'],
): Code {
  const end = text.length;
  const lineEnd = endOfLine(text, 0);
  const lines = value === '' ? [] : value.split(/\r\n|\r|\n/);
  const base = { lines, lead: by === 'first-line' ? leadOf(lines) : 0 };
  const fence = /^[ \t]*(`{3,}|~{3,})/.exec(text.slice(0, lineEnd));
  if (!fence) return { ...base, spans: [] };
  const mark = fence[1] as string;
  const opening: Span = [fence[0].length - mark.length, fence[0].length];
  const newline = text.startsWith('\r\n', lineEnd) ? '\r\n' : '\n';
  const first = lineEnd + newline.length;
  const lastLine = text.lastIndexOf('\n', end - 1) + 1;
  const raw = first <= lastLine ? rawLines(text, first, lastLine) : [];
  const fits =
    raw.length === lines.length &&
    raw.every(([from, to], at) => text.slice(from, to).endsWith(lines[at] as string));
  if (!fits) return { ...base, spans: [] };
  const moved = ([from, to]: Span): Span => [offset + from, offset + to];
  const own = raw.map(([, to], at): Span => [to - (lines[at] as string).length, to]);
  const spans = own.map(moved);
  const closing = closingFence(text, lastLine, end, mark);
  if (!closing || lastLine < first || text.startsWith('\r', lineEnd) !== (newline === '\r\n'))
    return { ...base, spans };
  const filled = lines.findIndex((line) => line.trim() !== '');
  const [from, to] = filled < 0 ? [lastLine, closing[0]] : [raw[filled]?.[0] ?? 0, own[filled]?.[0] ?? 0];
  const layout: Layout = {
    content: moved([first, lastLine]),
    prefix: text.slice(from, to),
    newline,
    mark,
    fences: [moved(opening), moved(closing)],
  };
  return { ...base, spans, layout };
}

/** The path that a block begins with, and blank lines behind it. */
function leadOf(lines: readonly string[]): number {
  const filled = lines.findIndex((line, at) => at > 0 && line.trim() !== '');
  return filled < 0 ? lines.length : filled;
}

function rawLines(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let at = from; at < to; ) {
    const end = endOfLine(text, at);
    spans.push([at, end]);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return spans;
}

function closingFence(text: string, lastLine: number, end: number, mark: string): Span | undefined {
  const match = /^([ \t>]*)(`{3,}|~{3,})[ \t]*$/.exec(text.slice(lastLine, end));
  if (!match?.[2]?.startsWith(mark)) return undefined;
  const at = lastLine + (match[1] as string).length;
  return [at, at + match[2].length];
}
