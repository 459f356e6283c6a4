import type { Code, InlineCode } from 'mdast';
import { type MarkdownDocument, type Span, walk } from '../../src/rule.js';
import type { CodeLine, CodePiece } from './kinds/kind.js';

/** The code spans and the code blocks of a page, in order. */
export function codePieces({ tree, text }: MarkdownDocument): CodePiece[] {
  const pieces: CodePiece[] = [];
  walk(tree, (node) => {
    if (node.type === 'inlineCode') pieces.push({ lines: spanLines(node, text) });
    if (node.type === 'code') {
      pieces.push({ language: (node.lang ?? '').toLowerCase(), lines: blockLines(node, text) });
    }
    return undefined;
  });
  return pieces;
}

/** A code span as it is written, so that it holds all that its value does. */
function spanLines(node: InlineCode, source: string): CodeLine[] {
  const [start, end] = spanOf(node);
  const written = source.slice(start, end);
  const ticks = /^`*/.exec(written)?.[0].length ?? 0;
  return [{ text: written.slice(ticks, written.length - ticks), start: start + ticks }];
}

function blockLines(node: Code, source: string): CodeLine[] {
  const [start, end] = spanOf(node);
  const isFenced = /^(?:`{3}|~{3})/.test(source.slice(start, start + 3));
  const values = node.value.split(/\r\n|\n|\r/);
  const written = source.slice(start, end).split(/(\r\n|\n|\r)/);
  const lines: CodeLine[] = [];
  let at = start;
  for (let index = 0, next = isFenced ? -1 : 0; index < written.length; index += 2, next++) {
    const raw = written[index] as string;
    const value = values[next];
    // A line of the block ends as that of the page does; what stands before it belongs to a list or a quote.
    if (next >= 0 && value !== undefined && raw.endsWith(value)) {
      lines.push({ text: value, start: at + raw.length - value.length });
    }
    at += raw.length + (written[index + 1]?.length ?? 0);
  }
  return lines;
}

function spanOf(node: Code | InlineCode): Span {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
