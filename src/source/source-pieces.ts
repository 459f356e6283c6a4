import type { Span } from '../model.js';
import { type Quotes, type Syntax, syntaxOf } from './syntaxes.js';

/** What of a source is no code, with its marks. A `pattern` is a regular expression that stands as a literal. */
export interface SourcePiece {
  readonly kind: 'comment' | 'string' | 'pattern';
  readonly span: Span;
}

/**
 * The comments and literals of a source file, in order, by the language that its name tells; undefined for one that
 * is not known. Linear; what nothing ends goes on to the end of its line or of the file.
 */
export function sourcePieces(text: string, path: string): SourcePiece[] | undefined {
  const syntax = syntaxOf(path);
  if (!syntax) return undefined;
  const opening = openingOf(syntax);
  const pieces: SourcePiece[] = [];
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const piece = pieceAt(text, match.index, match[0], syntax, pieces.at(-1)?.span[1] ?? 0);
    if (!piece) continue;
    pieces.push(piece);
    opening.lastIndex = piece.span[1];
  }
  return pieces;
}

/** Matches all that may begin a piece, the longest first. */
function openingOf({ lineComments, blockComments, quotes, characters, raw, script }: Syntax): RegExp {
  const marks = [
    ...lineComments,
    ...(blockComments ? [blockComments.open] : []),
    ...quotes.map(({ open }) => open),
  ];
  const others = [
    ...(raw === 'rust' ? ['\\bb?r#{0,20}"'] : []),
    ...(raw === 'c++' ? ['R"[^()\\\\\\s"]{0,16}\\('] : []),
  ];
  const plain = [...marks, ...(characters ? ["'"] : []), ...(script ? ['/'] : [])]
    .sort((a, b) => b.length - a.length)
    .map((mark) => mark.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp([...others, ...plain].join('|') || '(?!)', 'g');
}

function pieceAt(
  text: string,
  at: number,
  mark: string,
  syntax: Syntax,
  from: number,
): SourcePiece | undefined {
  const { blockComments: block, lineComments } = syntax;
  if (block?.open === mark) return { kind: 'comment', span: [at, endOfBlock(text, at, block)] };
  if (lineComments.includes(mark)) {
    if (syntax.apart && at > 0 && !/\s/.test(text[at - 1] as string)) return undefined;
    return { kind: 'comment', span: [at, endOfLine(text, at)] };
  }
  const end =
    mark === '/'
      ? endOfPattern(text, at, from)
      : mark === "'" && syntax.characters
        ? endOfCharacter(text, at)
        : endOfString(text, at, mark, syntax);
  if (end === undefined) return undefined;
  return { kind: mark === '/' ? 'pattern' : 'string', span: [at, end] };
}

function endOfString(text: string, at: number, mark: string, syntax: Syntax): number | undefined {
  const quotes = syntax.quotes.find(({ open }) => open === mark);
  if (mark === '`' && syntax.script) return endOfTemplate(text, at);
  if (quotes) return endOfQuotes(text, at, quotes);
  const close = mark.startsWith('R"')
    ? `)${mark.slice(2, -1)}"`
    : `"${/#*/.exec(mark.replace(/^b?r/, ''))?.[0]}`;
  return behind(text, close, at + mark.length);
}

/** Undefined where its line ends before it does. */
function endOfQuotes(
  text: string,
  at: number,
  { open, close = open, escapes, lines, doubled }: Quotes,
): number | undefined {
  for (let index = at + open.length; index < text.length; index++) {
    const character = text[index];
    if (character === '\\' && escapes) index++;
    else if (character === '\n' && !lines) return undefined;
    else if (character === close[0] && text.startsWith(close, index)) {
      if (!doubled || !text.startsWith(close, index + close.length)) return index + close.length;
      index += close.length;
    }
  }
  return lines ? text.length : undefined;
}

/** Of `'`, that begins a lifetime, a label or half of a number too. */
function endOfCharacter(text: string, at: number): number | undefined {
  if (at > 0 && /\w/.test(text[at - 1] as string)) return undefined;
  const match = /^'(?:\\[^\n]{1,12}?|[^'\\\n]{1,4})'/u.exec(text.slice(at, at + 20));
  return match ? at + match[0].length : undefined;
}

/** Through the expressions in it, and the strings and templates in those. */
function endOfTemplate(text: string, at: number): number {
  /** What is open: a template, or an expression with so many open braces. */
  const open: ('template' | number)[] = ['template'];
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] as string;
    const inner = open.at(-1);
    if (inner === 'template') {
      if (character === '\\') index++;
      else if (character === '`') open.pop();
      else if (text.startsWith('${', index)) {
        open.push(0);
        index++;
      }
      if (open.length === 0) return index + 1;
    } else if (inner !== undefined) {
      if (character === '`') open.push('template');
      else if (character === '{') open[open.length - 1] = inner + 1;
      else if (character === '}' && inner > 0) open[open.length - 1] = inner - 1;
      else if (character === '}') open.pop();
      else if (character === '"' || character === "'")
        index = (endOfQuotes(text, index, { open: character, escapes: true }) ?? index + 1) - 1;
    }
  }
  return text.length;
}

/** Undefined for a division; `from` is where the piece before ends. */
function endOfPattern(text: string, at: number, from: number): number | undefined {
  const before = text.slice(Math.max(from, at - 200), at);
  const isOperand =
    /(?:[\w$)\]}]\s*|<)$/.test(before) &&
    !/\b(?:return|typeof|case|in|of|do|else|void|await|yield)\s*$/.test(before);
  if (isOperand || (before.trim() === '' && from > 0 && !before.includes('\n'))) return undefined;
  let inClass = false;
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '\n') return undefined;
    if (character === '\\') index++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) return index + 1;
  }
  return undefined;
}

function endOfBlock(
  text: string,
  at: number,
  { open, close, nest }: NonNullable<Syntax['blockComments']>,
): number {
  if (!nest) return behind(text, close, at + open.length);
  let depth = 1;
  for (let index = at + open.length; index < text.length; index++) {
    if (text.startsWith(close, index)) {
      depth--;
      index += close.length - 1;
    } else if (text.startsWith(open, index)) {
      depth++;
      index += open.length - 1;
    }
    if (depth === 0) return index + 1;
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
