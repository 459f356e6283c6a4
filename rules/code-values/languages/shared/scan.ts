import { type Kind, type Token, type Tokens, tokensOf } from './tokens.js';

/** What sets the tokens of one language apart. */
export interface Lexis {
  /** What begins a comment that goes on to the end of its line. */
  readonly lineComments: readonly string[];
  readonly blockComments?: { readonly open: string; readonly close: string; readonly nest?: true };
  /** Marks of more than one character. */
  readonly marks?: readonly string[];
  /** Where a backslash at the end of a line joins it to the next one. */
  readonly joinsLines?: 'everywhere' | 'outside of comments';
  /** Further characters that names may hold, as `$`. */
  readonly inNames?: string;
  /** The token at an offset, where the common rules do not give the right one. It may keep a state of its own. */
  special?(source: string, at: number, before: Token | undefined): Special | undefined;
}

export interface Special {
  readonly kind: Kind;
  /** Exclusive, and behind the offset. */
  readonly end: number;
}

const newline = 10;

/** Reads a source token by token, in linear time, without comments. What nothing ends goes on to the end of the source. */
export function scan(source: string, lexis: Lexis): Tokens {
  const tokens: Token[] = [];
  const marks = [...(lexis.marks ?? [])].sort((a, b) => b.length - a.length);
  let at = 0;
  let breaks = false;
  while (skipBlanks()) {
    const { kind, end } = lexis.special?.(source, at, tokens.at(-1)) ?? common();
    tokens.push({ kind, start: at, end: Math.min(source.length, Math.max(end, at + 1)), breaks });
    at = Math.max(end, at + 1);
    breaks = false;
  }
  return tokensOf(source, tokens);

  /** False at the end of the source. */
  function skipBlanks(): boolean {
    while (at < source.length) {
      const unit = source.charCodeAt(at);
      if (unit === newline || unit === 0x2028 || unit === 0x2029) breaks = true;
      if (isBlank(unit)) at++;
      else if (unit === 92 && lexis.joinsLines && /^\r?\n/.test(source.slice(at + 1, at + 3)))
        at = after(source, '\n', at);
      else if (!skipComment()) return true;
    }
    return false;
  }

  function skipComment(): boolean {
    const from = at;
    if (lexis.lineComments.some((mark) => source.startsWith(mark, from))) {
      at = endOfLine(source, at, lexis.joinsLines === 'everywhere');
      return true;
    }
    const block = lexis.blockComments;
    if (!block || !source.startsWith(block.open, at)) return false;
    at = block.nest
      ? endOfNested(source, at, block.open, block.close)
      : after(source, block.close, at + block.open.length);
    breaks ||= source.slice(from, at).includes('\n');
    return true;
  }

  function common(): Special {
    const unit = source.charCodeAt(at);
    if (isDigit(unit) || (unit === 46 && isDigit(source.charCodeAt(at + 1)))) {
      return { kind: 'number', end: endOfNumber(source, at) };
    }
    if (isInName(unit, lexis.inNames)) return { kind: 'name', end: endOfName(source, at, lexis.inNames) };
    const mark = marks.find((one) => source.startsWith(one, at));
    return { kind: 'mark', end: at + (mark?.length ?? 1) };
  }
}

/** Whether a code unit may stand in a name: letters, digits, `_`, and all that is not ASCII and no blank. */
function isInName(unit: number, more = ''): boolean {
  const letter = unit | 32;
  if ((letter >= 97 && letter <= 122) || isDigit(unit) || unit === 95) return true;
  return unit >= 128 ? !isBlank(unit) : more !== '' && more.includes(String.fromCharCode(unit));
}

export function endOfName(source: string, from: number, more?: string): number {
  let end = from;
  while (end < source.length && isInName(source.charCodeAt(end), more)) end++;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isBlank(unit: number): boolean {
  if (unit <= 32 || unit === 0x7f) return true;
  if (unit < 128) return false;
  return (
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x3000
  );
}

/** A dot belongs to a number only before a digit, so that `1..2` and `1.max` are not swallowed. */
function endOfNumber(source: string, from: number): number {
  let end = from + 1;
  for (; end < source.length; end++) {
    const unit = source.charCodeAt(end);
    const isSign =
      (unit === 43 || unit === 45) &&
      /[eE]/.test(source[end - 1] as string) &&
      !/^0[xX]/.test(source.slice(from, from + 2));
    if (!isInName(unit) && !isSign && !(unit === 46 && isDigit(source.charCodeAt(end + 1)))) break;
  }
  return end;
}

/** The offset behind the next mark, or the end. */
export function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function before(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found;
}

/** A comment in a language that joins lines goes on behind a backslash at the end of its line. */
function endOfLine(source: string, from: number, joins: boolean): number {
  let end = before(source, '\n', from);
  while (joins && end < source.length && /\\\r?$/.test(source.slice(end - 2, end)))
    end = before(source, '\n', end + 1);
  return end;
}

function endOfNested(source: string, from: number, open: string, close: string): number {
  let [level, end] = [0, from];
  while (end < source.length) {
    if (source.startsWith(open, end)) {
      level++;
      end += open.length;
    } else if (source.startsWith(close, end)) {
      end += close.length;
      if (--level === 0) return end;
    } else end++;
  }
  return source.length;
}

/** The offset behind a quoted text whose quote stands at `from`. One that its line does not end ends there, without `long`. */
export function endOfQuoted(source: string, from: number, { long = false, escapes = true } = {}): number {
  const quote = source.charCodeAt(from);
  for (let end = from + 1; end < source.length; end++) {
    const unit = source.charCodeAt(end);
    if (unit === quote) return end + 1;
    if (unit === newline && !long) return end;
    if (escapes && unit === 92) end += source.startsWith('\r\n', end + 1) ? 2 : 1;
  }
  return source.length;
}
