import type { Paragraph } from 'mdast';
import type { Piece, Value } from '../facts.js';
import { leadingCodes } from './leading-values.js';
import { foldSpace, pieces } from './pieces.js';

/** Whether a paragraph begins as a definition does, with a colon. */
export function isDefinition(paragraph: Paragraph): boolean {
  const [first] = pieces(paragraph);
  return first?.kind === 'text' && /^:\s/.test(first.text);
}

/** The terms of a paragraph that goes on with a definition: its lines before the one that begins with a colon. */
export function termLines(paragraph: Paragraph, source: string): Value[] {
  const lines = linesOf(pieces(paragraph), source);
  const definition = lines.findIndex(([first]) => first?.kind === 'text' && /^\s*:\s/.test(first.text));
  if (definition <= 0) return [];
  return lines.slice(0, definition).flatMap((line) => {
    const codes = leadingCodes(line, paragraph, source);
    return codes.length > 0 ? codes : textValue(line, source);
  });
}

function linesOf(all: readonly Piece[], source: string): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of all) {
    if (piece.kind === 'code') {
      lines.at(-1)?.push(piece);
      continue;
    }
    const isBreak = piece.text === ' ' && /[\r\n]/.test(source.slice(...piece.span));
    const isVerbatim = source.slice(...piece.span) === piece.text;
    let at = piece.span[0];
    for (const [index, text] of (isBreak ? ['', ''] : piece.text.split('\n')).entries()) {
      if (index > 0) lines.push([]);
      const span: Piece['span'] = isVerbatim ? [at, at + text.length] : piece.span;
      if (text !== '') lines.at(-1)?.push({ kind: 'text', text, span });
      at += text.length + 1;
    }
  }
  return lines;
}

function textValue(line: readonly Piece[], source: string): Value[] {
  const value = foldSpace(line.map(({ text }) => text).join(''));
  const [first, last] = [line[0], line.at(-1)];
  if (value === '' || !first || !last) return [];
  const span: Value['span'] = [first.span[0], last.span[1]];
  return [{ value, span, ...(source.slice(...span) === value ? { write: 'text' } : {}) }];
}
