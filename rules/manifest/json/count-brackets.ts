import { tokenize } from './tokens.js';

/** How many more openers than closers a text has, of each kind; strings and comments do not count. */
export function countBrackets(text: string): { '{': number; '[': number } {
  const surplus = { '{': 0, '[': 0 };
  const tokens = tokenize(text);
  for (let token = tokens.next(); token.kind !== 'end'; token = tokens.next()) {
    if (token.kind === '{' || token.kind === '[') surplus[token.kind]++;
    else if (token.kind === '}') surplus['{']--;
    else if (token.kind === ']') surplus['[']--;
  }
  return surplus;
}
