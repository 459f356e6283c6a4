import type { Span } from '../../src/rule.js';
import type { Block, Layout } from './facts.js';

/** A code block that holds `value`, with all that is needed to write it anew. */
export function readBlock(text: string, [start, end]: Span, value: string): Block {
  const lineEnd = endOfLine(text, start);
  const lines = value === '' ? [] : value.split(/\r\n|\r|\n/);
  const base = { span: [start, Math.min(lineEnd, end)] as const, lines, lead: 0 };
  const fence = /^[ \t]*(`{3,}|~{3,})/.exec(text.slice(start, lineEnd));
  if (!fence) return { ...base, spans: [] };
  const mark = fence[1] as string;
  const opening: Span = [start + fence[0].length - mark.length, start + fence[0].length];
  const newline = text.startsWith('\r\n', lineEnd) ? '\r\n' : '\n';
  const first = lineEnd + newline.length;
  const lastLine = text.lastIndexOf('\n', end - 1) + 1;
  const raw = first <= lastLine ? rawLines(text, first, lastLine) : [];
  const fits =
    raw.length === lines.length &&
    raw.every(([from, to], at) => text.slice(from, to).endsWith(lines[at] as string));
  if (!fits) return { ...base, spans: [] };
  const spans = raw.map(([, to], at): Span => [to - (lines[at] as string).length, to]);
  const closing = closingFence(text, lastLine, end, mark);
  if (!closing || lastLine < first || text.startsWith('\r', lineEnd) !== (newline === '\r\n'))
    return { ...base, spans };
  const filled = lines.findIndex((line) => line.trim() !== '');
  const [from, to] = filled < 0 ? [lastLine, closing[0]] : [raw[filled]?.[0] ?? 0, spans[filled]?.[0] ?? 0];
  const layout: Layout = {
    content: [first, lastLine],
    prefix: text.slice(from, to),
    newline,
    mark,
    fences: [opening, closing],
  };
  return { ...base, spans, layout };
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

export function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
