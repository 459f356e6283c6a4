import type { Tokens } from '../shared/tokens.js';

/** Whether a token is a word of SQL, in any letter case. */
export function isWord(tokens: Tokens, at: number, ...words: readonly string[]): boolean {
  return tokens.kind(at) === 'name' && words.includes(tokens.word(at).toLowerCase());
}
