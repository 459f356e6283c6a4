import type { Tokens } from '../shared/tokens.js';

const ends = [',', ';', ')', ']', '}'];
/** What may begin a statement, and cannot go on with an expression. */
const begins = ['{', '@', '#', '!', '~', '++', '--'];
const goesOn = ['in', 'instanceof', 'of'];
const wantsMore = new Set(
  'return typeof case in of delete void throw new instanceof await yield extends'.split(' '),
);

/** Whether an expression ends before a token, also where nobody wrote a semicolon. */
export function endsBefore(tokens: Tokens, at: number): boolean {
  if (at >= tokens.size || tokens.is(at, ...ends)) return true;
  if (!tokens.breaks(at) || (tokens.kind(at) === 'name' && tokens.is(at, ...goesOn))) return false;
  const isBeginning = tokens.kind(at) !== 'mark' || tokens.is(at, ...begins);
  return isBeginning && mayEndWith(tokens, at - 1);
}

function mayEndWith(tokens: Tokens, last: number): boolean {
  if (tokens.kind(last) === 'name') return !wantsMore.has(tokens.word(last));
  return tokens.kind(last) !== 'mark' || tokens.is(last, ')', ']', '}', '++', '--', '!');
}
