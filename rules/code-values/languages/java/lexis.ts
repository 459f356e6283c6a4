import { endOfQuoted, type Lexis } from '../shared/scan.js';

export const lexis: Lexis = {
  lineComments: ['//'],
  blockComments: { open: '/*', close: '*/' },
  marks: ':: -> ... == != <= >= && || ++ -- += <<'.split(' '),
  inNames: '$',
  special(source, at) {
    if (source[at] === "'") return { kind: 'character', end: endOfQuoted(source, at) };
    if (source[at] !== '"') return undefined;
    return {
      kind: 'text',
      end: source.startsWith('"""', at) ? endOfBlock(source, at + 3) : endOfQuoted(source, at),
    };
  },
};

function endOfBlock(source: string, from: number): number {
  for (let end = from; end < source.length; end++) {
    if (source[end] === '\\') end++;
    else if (source.startsWith('"""', end)) return end + 3;
  }
  return source.length;
}
