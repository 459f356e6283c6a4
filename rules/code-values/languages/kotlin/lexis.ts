import { endOfQuoted, type Lexis, type Special } from '../shared/scan.js';

/** The tokens of Kotlin; one such for one source. A string may hold expressions, and these strings again. */
export function createLexis(): Lexis {
  const stack: ('{' | '"' | '"""')[] = [];
  let source = '';
  return {
    lineComments: ['//'],
    blockComments: { open: '/*', close: '*/', nest: true },
    marks: ':: -> .. ?. ?: !! && || == === != !== <= >= ++ -- +='.split(' '),
    special(text, at) {
      source = text;
      switch (source[at]) {
        case '"':
          return source.startsWith('"""', at) ? piece(at + 3, '"""', true) : piece(at + 1, '"', true);
        case "'":
          return { kind: 'character', end: endOfQuoted(source, at) };
        case '`':
          return { kind: 'name', end: endOfQuoted(source, at, { escapes: false }) };
        case '@':
          return { kind: 'mark', end: at + 1 };
        case '{':
          stack.push('{');
          return { kind: 'mark', end: at + 1 };
        case '}':
          return closed(at, stack.pop());
      }
      return undefined;
    },
  };

  function closed(at: number, inside: '{' | '"' | '"""' | undefined): Special {
    return inside === undefined || inside === '{'
      ? { kind: 'mark', end: at + 1 }
      : piece(at + 1, inside, false);
  }

  /** To the next expression in braces, or to the end of the string. */
  function piece(from: number, quote: '"' | '"""', isFirst: boolean): Special {
    const isRaw = quote === '"""';
    for (let end = from; end < source.length; end++) {
      if (source[end] === '\\' && !isRaw) end++;
      else if (source[end] === '\n' && !isRaw) return { kind: isFirst ? 'text' : 'tail', end };
      else if (source.startsWith(quote, end)) {
        while (isRaw && source[end + quote.length] === '"') end++;
        return { kind: isFirst ? 'text' : 'tail', end: end + quote.length };
      } else if (source[end] === '$' && source[end + 1] === '{') {
        stack.push(quote);
        return { kind: isFirst ? 'head' : 'middle', end: end + 2 };
      }
    }
    return { kind: isFirst ? 'text' : 'tail', end: source.length };
  }
}
