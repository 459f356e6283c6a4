import { once } from '../../../../src/rule.js';
import { after, endOfQuoted, type Lexis, type Special } from '../shared/scan.js';

const prefixed = /[eEnNbBxX]'/y;
const bracketed = once(() => /\[[\p{L}_][^\]\n]{0,127}\]/uy);
const dollar = once(() => /\$[\p{L}_\d]*\$/uy);

/**
 * The tokens of SQL; one such for one source. Where it quotes names by backticks, it is that of MySQL, in which a backslash is
 * an escape and `#` begins a comment. The body of a `DO` is read as well.
 */
export function createLexis(source: string): Lexis {
  const isMysql = source.includes('`');
  let body: string | undefined;
  return {
    lineComments: isMysql ? ['--', '#'] : ['--'],
    blockComments: { open: '/*', close: '*/', nest: true },
    marks: [':=', '::', '<=', '>=', '<>', '!=', '||'],
    special(text, at, before) {
      switch (text[at]) {
        case "'":
          return string(at, isMysql);
        case '"':
        case '`':
          return { kind: 'name', end: endOfDoubled(at, false) };
        case '[':
          return (before?.kind === 'name' && before.end === at) || !matches(bracketed(), at)
            ? undefined
            : { kind: 'name', end: bracketed().lastIndex };
        case '\\':
          return isFirst(at) ? { kind: 'own', end: after(text, '\n', at) - 1 } : undefined;
        case '$':
          return matches(dollar(), at)
            ? quoted(at, dollar().lastIndex, before && text.slice(before.start, before.end))
            : undefined;
      }
      return matches(prefixed, at) ? string(at + 1, isMysql || /e/i.test(text[at] as string)) : undefined;
    },
  };

  /** Commands to the client begin their line with a backslash. */
  function isFirst(at: number): boolean {
    return at === 0 || source[at - 1] === '\n';
  }

  function matches(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(source);
  }

  function string(from: number, escapes: boolean): Special {
    return { kind: 'text', end: endOfDoubled(from, escapes) };
  }

  /** A quote that stands twice is one inside. */
  function endOfDoubled(from: number, escapes: boolean): number {
    let end = endOfQuoted(source, from, { long: true, escapes });
    while (source[end] === source[from] && end < source.length)
      end = endOfQuoted(source, end, { long: true, escapes });
    return end;
  }

  function quoted(at: number, end: number, before = ''): Special {
    const mark = source.slice(at, end);
    if (mark === body) {
      body = undefined;
      return { kind: 'own', end };
    }
    if (body === undefined && before.toLowerCase() === 'do') {
      body = mark;
      return { kind: 'own', end };
    }
    return { kind: 'own', end: after(source, mark, end) };
  }
}
