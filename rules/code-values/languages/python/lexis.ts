import { after, endOfQuoted, type Lexis } from '../shared/scan.js';

const opening = /([a-zA-Z]{0,3})("""|'''|"|')/y;
const prefix = /^(?:[rbuft]|rb|br|fr|rf|tr|rt)?$/i;
/** Characters of an expression in a string beyond which its end is not looked for. */
const longest = 2000;

export const lexis: Lexis = {
  lineComments: ['#'],
  joinsLines: 'outside of comments',
  marks: '**= //= >>= <<= ... ** // << -> := == != <= >= += -= *= /= |= &= ^= @='.split(' '),
  special(source, at) {
    opening.lastIndex = at;
    const match = opening.exec(source);
    if (!match) return undefined;
    const [whole, letters = '', quote = ''] = match;
    if (!prefix.test(letters)) return undefined;
    const end = /[ft]/i.test(letters)
      ? endOfFormatted(source, at + whole.length, quote)
      : endOfString(source, at + whole.length, quote);
    return { kind: 'text', end };
  },
};

function endOfString(source: string, from: number, quote: string): number {
  if (quote.length === 1) return endOfQuoted(source, from - 1);
  for (let end = from; end < source.length; end++) {
    if (source[end] === '\\') end++;
    else if (source.startsWith(quote, end)) return end + quote.length;
  }
  return source.length;
}

/** Expressions in braces may hold the quote that the string has. */
function endOfFormatted(source: string, from: number, quote: string): number {
  for (let end = from; end < source.length; end++) {
    const character = source[end];
    if (character === '\\') end++;
    else if (source.startsWith(quote, end)) return end + quote.length;
    else if (character === '\n' && quote.length === 1) return end;
    else if (character === '{') end = source[end + 1] === '{' ? end + 1 : endOfBraces(source, end, quote) - 1;
  }
  return source.length;
}

/** Behind the brace that closes the one at `from`; behind that itself where none does. */
function endOfBraces(source: string, from: number, quote: string): number {
  let level = 0;
  for (let end = from; end < Math.min(source.length, from + longest); end++) {
    const character = source[end];
    if (character === '{') level++;
    else if (character === '}' && --level === 0) return end + 1;
    else if (character === '\n' && quote.length === 1) break;
    else if (character === '"' || character === "'") {
      const close = after(source, character, end + 1);
      if (source.slice(end, close).includes('\n')) break;
      end = close - 1;
    }
  }
  return from + 1;
}
