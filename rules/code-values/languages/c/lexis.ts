import { after, endOfName, endOfQuoted, type Lexis } from '../shared/scan.js';

const raw = /(?:u8|[uUL])?R"([^()\\\s]{0,16})\(/y;
const quoted = /(?:u8|[uUL])?["']/y;
const number = /\.?\d(?:'?[\w.]|(?<=[eEpP])[+-])*/y;
const switched = /^[ \t]*#[ \t]*(if|else|elif|endif)/gm;
const off = /#[ \t]*if[ \t]+0\b/y;

/** A directive is one token; what stands between `#if 0` and its end belongs to it. */
export const lexis: Lexis = {
  lineComments: ['//'],
  blockComments: { open: '/*', close: '*/' },
  joinsLines: 'everywhere',
  marks: ':: -> ... == != <= >= && || << ++ -- += -= |='.split(' '),
  special(source, at, before) {
    if (source[at] === '#') {
      return beginsLine(source, at, before?.end ?? 0)
        ? { kind: 'own', end: endOfDirective(source, at) }
        : undefined;
    }
    const start = matchAt(raw, source, at);
    if (start) return { kind: 'text', end: after(source, `)${start[1]}"`, at + start[0].length) };
    const quote = matchAt(quoted, source, at);
    if (quote) {
      const from = at + quote[0].length - 1;
      return { kind: source[from] === '"' ? 'text' : 'character', end: endOfQuoted(source, from) };
    }
    const digits = matchAt(number, source, at);
    return digits
      ? { kind: 'number', end: Math.max(endOfName(source, at), at + digits[0].length) }
      : undefined;
  },
};

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** Whether nothing but blanks and comments stand before an offset on its line, as far as the token before it. */
function beginsLine(source: string, at: number, from: number): boolean {
  let start = at;
  while (start > from && (source[start - 1] === ' ' || source[start - 1] === '\t')) start--;
  return (
    start === 0 ||
    source[start - 1] === '\n' ||
    source[start - 1] === '\ufeff' ||
    source.slice(from, at).includes('\n')
  );
}

function endOfDirective(source: string, from: number): number {
  if (!matchAt(off, source, from)) return endOfLine(source, from);
  let level = 0;
  switched.lastIndex = endOfLine(source, from);
  for (let match = switched.exec(source); match; match = switched.exec(source)) {
    if (match[1] === 'if') level++;
    else if (level === 0) return match.index;
    else if (match[1] === 'endif') level--;
  }
  return source.length;
}

/** A backslash before the line end joins the next line; a comment that goes on over lines does too. */
function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\n') return at;
    if (source[at] === '\\') at += source.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (source.startsWith('//', at)) at = after(source, '\n', at) - 2;
    else if (source.startsWith('/*', at)) at = after(source, '*/', at + 2) - 1;
    else if (source[at] === '"' || source[at] === "'") at = endOfQuoted(source, at) - 1;
  }
  return source.length;
}
