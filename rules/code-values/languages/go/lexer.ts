type Kind = 'name' | 'string' | 'raw' | 'rune' | 'number' | 'mark' | 'end';

export interface Token {
  readonly kind: Kind;
  readonly start: number;
  /** Exclusive; a string that nothing ends ends with its line, a raw string and a comment with the file. */
  readonly end: number;
}

/** A cursor over Go tokens. Its fields speak of the current token, which is not yet any before the first `next`. */
interface Lexer extends Token {
  next(): Kind;
}

const newline = 10;
const quote = 34;
const apostrophe = 39;
const slash = 47;
const backslash = 92;
const backtick = 96;

/** Whether a code unit may stand in a name. Outside of strings and comments Go allows non-ASCII only there. */
function isNameUnit(unit: number): boolean {
  const letter = unit | 32;
  return (letter >= 97 && letter <= 122) || isDigit(unit) || unit === 95 || unit >= 128;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/**
 * Reads Go source token by token, in linear time. Comments are left out; a `;` of no length stands where
 * Go puts one at the end of a line.
 */
export function createLexer(text: string): Lexer {
  let at = 0;
  let endsStatement = false;
  const token = { kind: 'end' as Kind, start: 0, end: 0, next };
  return token;

  function next(): Kind {
    if (skipBlanks()) return take('mark', at, at, false);
    const start = at;
    if (start >= text.length)
      return endsStatement ? take('mark', start, start, false) : take('end', start, start, false);
    const unit = text.charCodeAt(start);
    if (isDigit(unit) || (unit === 46 && isDigit(text.charCodeAt(start + 1)))) {
      return take('number', start, endOfNumber(start + 1), true);
    }
    if (isNameUnit(unit)) return takeName(start);
    if (unit === quote || unit === apostrophe) {
      return take(unit === quote ? 'string' : 'rune', start, endOfQuoted(start + 1, unit), true);
    }
    if (unit === backtick) return take('raw', start, after('`', start + 1), true);
    if ((unit === 43 || unit === 45) && text.charCodeAt(start + 1) === unit)
      return take('mark', start, start + 2, true);
    return take('mark', start, start + 1, unit === 41 || unit === 93 || unit === 125);
  }

  function take(kind: Kind, start: number, end: number, ends: boolean): Kind {
    token.kind = kind;
    token.start = start;
    token.end = end;
    at = end;
    endsStatement = ends;
    return kind;
  }

  function takeName(start: number): Kind {
    let end = start + 1;
    while (end < text.length && isNameUnit(text.charCodeAt(end))) end++;
    return take('name', start, end, true);
  }

  /** Whether a statement ends here: a line ends, in plain sight or inside a comment, behind a token that may end one. */
  function skipBlanks(): boolean {
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === newline && endsStatement) return true;
      if (unit === slash && text.charCodeAt(at + 1) === slash) {
        at = before('\n', at) - 1;
      } else if (unit === slash && text.charCodeAt(at + 1) === 42) {
        const start = at;
        at = after('*/', start + 2);
        if (endsStatement && text.slice(start, at).includes('\n')) return true;
        at--;
      } else if (unit > 32 && unit !== 0xfeff) return false;
    }
    return false;
  }

  function endOfNumber(from: number): number {
    let end = from;
    while (end < text.length && (isNameUnit(text.charCodeAt(end)) || text.charCodeAt(end) === 46)) end++;
    return end;
  }

  function endOfQuoted(from: number, mark: number): number {
    for (let end = from; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === mark) return end + 1;
      if (unit === newline) return end;
      if (unit === backslash && text.charCodeAt(end + 1) !== newline) end++;
    }
    return text.length;
  }

  function after(mark: string, from: number): number {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  }

  function before(mark: string, from: number): number {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found;
  }
}
