import type { Edit } from '../model.js';

/** A run of a text: kept from the original, or put in, in place of nothing. */
type Piece = { readonly start: number; readonly end: number } | { readonly put: string };

/**
 * The edits that make of a text in one step what two lots make of it one after the other. Both lots are sorted
 * and do not overlap; so are the edits that come out, and none of them touches another.
 */
export function composeEdits(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const path = (first[0] ?? second[0])?.path ?? '';
  const pieces = edited(piecesOf(text.length, first), second);
  const edits: Edit[] = [];
  let at = 0;
  let put = '';
  const flush = (end: number): void => {
    if (end > at || put !== '') edits.push({ path, start: at, end, text: put });
    put = '';
  };
  for (const piece of pieces) {
    if ('put' in piece) put += piece.put;
    else if (piece.end > piece.start) {
      flush(piece.start);
      at = piece.end;
    }
  }
  flush(text.length);
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

function piecesOf(length: number, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    pieces.push({ start: at, end: start }, { put: text });
    at = end;
  }
  return [...pieces, { start: at, end: length }];
}

/** Pieces after edits whose offsets count in what the pieces make together. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  let index = 0;
  let from = 0;
  let at = 0;
  /** Takes the next characters; keeps or leaves them. */
  const take = (until: number, isKept: boolean): void => {
    while (at < until) {
      const piece = pieces[index];
      if (!piece) return;
      const length = lengthOf(piece);
      const count = Math.min(until - at, length - from);
      if (isKept && count > 0) result.push(part(piece, from, from + count));
      at += count;
      from += count;
      if (from === length) {
        index++;
        from = 0;
      }
    }
  };
  for (const { start, end, text } of edits) {
    take(start, true);
    take(end, false);
    result.push({ put: text });
  }
  take(Number.POSITIVE_INFINITY, true);
  return result;
}

function lengthOf(piece: Piece): number {
  return 'put' in piece ? piece.put.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  if ('put' in piece) return { put: piece.put.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}
