import { type SourcePiece, type Span, sourcePieces } from '../../src/rule.js';
import type { Mention } from './facts.js';
import { pathsIn } from './paths-in.js';
import { urlsIn } from './urls-in.js';

/** How many mentions of one file are kept; a file that holds more is data. */
export const most = 5000;

/** What of a source file may point at a page, in order. Templates and what only begins a url are left out. */
export function readMentions(text: string, path: string): Mention[] {
  const urls = urlsIn(text);
  const isInUrl = ([start]: Span): boolean => urls.some(({ span }) => span[0] <= start && start < span[1]);
  const candidates = [
    ...urls.flatMap(({ span, isWhole }) => (isWhole ? [{ kind: 'url' as const, span }] : [])),
    ...pathsIn(text).flatMap((span) => (isInUrl(span) ? [] : [{ kind: 'path' as const, span }])),
  ].sort((a, b) => a.span[0] - b.span[0]);
  if (candidates.length === 0) return [];
  const pieces = sourcePieces(text, path);
  const isPlain = /\.ya?ml$/i.test(path);
  const found: Mention[] = [];
  for (const { kind, span } of candidates) {
    const piece = pieces && pieceAt(pieces, span);
    // What stands between quotes in other files stands without them in YAML; in code it is no text at all.
    const place = !pieces ? 'text' : piece ? placeOf(piece) : isPlain ? 'string' : 'text';
    if (place === undefined || (kind === 'path' && pieces && !piece && !isPlain)) continue;
    if (piece && isJoined(text, piece, span)) continue;
    const alone =
      place === 'string' && (!piece || (span[0] - piece.span[0] <= 4 && piece.span[1] - span[1] <= 4));
    found.push({
      kind,
      text: text.slice(...span),
      span,
      in: place,
      ...(alone ? { alone } : {}),
      ...(isPointed(text, span) ? { pointed: true as const } : {}),
      ...(isExample(text, span) ? { example: true as const } : {}),
    });
    if (found.length > most) break;
  }
  return found;
}

function placeOf({ kind }: SourcePiece): Mention['in'] | undefined {
  return kind === 'pattern' ? undefined : kind;
}

/** By binary search: the piece that holds the beginning. */
function pieceAt(pieces: readonly SourcePiece[], [start]: Span): SourcePiece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as SourcePiece;
    if (piece.span[1] <= start) low = middle + 1;
    else if (piece.span[0] > start) high = middle - 1;
    else return piece;
  }
  return undefined;
}

/** Whether a program puts something before or behind what stands at the edge of a string. */
function isJoined(text: string, { kind, span: [start, end] }: SourcePiece, span: Span): boolean {
  if (kind !== 'string') return false;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 60);
  const atStart = span[0] - start <= 4;
  const atEnd = end - span[1] <= 4;
  if (atStart && /(?:[+&.]|<<|\b[\w.]*join\w*\s*\((?:[^()]*,)?)\s*$|["'`]\s*$/i.test(before)) return true;
  return (
    atEnd &&
    (/^\s*(?:[+&%]|<<|\.{2}|\.\s*(?:concat|format|replace)\b|["'`])/.test(behind) ||
      (/join\w*\s*\([^()]*$/i.test(before) && /^\s*,/.test(behind)))
  );
}

const pointers =
  /\b(?:see|also|read|cf|refer to|consult|check|visit|docs?|documentation|documented|described|explained|details?|guide|info|information|more|help|instructions|update|edit|sync with|step with|from|in|at|per|follow)\b[\s:,("'`[]{0,4}(?:the\s)?$/i;

function isPointed(text: string, [start]: Span): boolean {
  return pointers.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether the words around it call it an example, or tell what it would become. */
function isExample(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (/^["'`)]*\s*(?:->|=>|→|becomes?\b|would\b)/.test(text.slice(end, end + 20))) return true;
  return /(?:\be\.g\.|\bfor (?:example|instance)|\bsuch as|\bexamples?\s*:|\blike|->|→|=>)[\s,:(`'"]*$/i.test(
    before,
  );
}
