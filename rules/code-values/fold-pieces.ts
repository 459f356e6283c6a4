import type { Piece, Value } from './facts.js';

/** A text with white space folded, and where in its pieces each of its characters is. */
export interface Folded {
  readonly text: string;
  readonly places: readonly { readonly piece: number; readonly offset: number }[];
}

/** The text of inline content as a reader sees it. */
export function foldPieces(pieces: readonly Piece[]): Folded {
  const units: string[] = [];
  const places: { piece: number; offset: number }[] = [];
  for (const [piece, { text }] of pieces.entries()) {
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text[offset] as string;
      const isSpace = /\s/.test(unit);
      if (isSpace && (units.length === 0 || units.at(-1) === ' ')) continue;
      units.push(isSpace ? ' ' : unit);
      places.push({ piece, offset });
    }
  }
  return { text: units.join(''), places };
}

/** Where a part of the folded text is on the page, and how it can be written there anew. */
export function spanIn(
  pieces: readonly Piece[],
  { text, places }: Folded,
  from: number,
  length: number,
): Pick<Value, 'span' | 'write'> | undefined {
  const [first, last] = [places[from], places[from + length - 1]];
  const [a, b] = [pieces[first?.piece ?? -1], pieces[last?.piece ?? -1]];
  if (!first || !last || !a || !b) return undefined;
  const start = a.span[0] + (a.write === 'text' ? first.offset : 0);
  const end = b.write === 'text' ? b.span[0] + last.offset + 1 : b.span[1];
  const isExact =
    a === b &&
    a.write === 'text' &&
    a.text.slice(first.offset, last.offset + 1) === text.slice(from, from + length);
  return { span: [start, end], ...(isExact ? { write: 'text' } : {}) };
}
