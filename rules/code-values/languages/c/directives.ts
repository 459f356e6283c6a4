import type { Expression } from '../shared/outline.js';
import type { Part } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

export const includedFile: Expression = { unread: 'an included file makes it' };

/** Directives divide too; one that includes a file stands for members that cannot be seen. */
export function betweenDirectives(tokens: Tokens, [from, to]: Part): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && tokens.kind(at) !== 'own') continue;
    if (start < at) parts.push([start, at]);
    if (at < to && /^#\s*include/.test(tokens.word(at))) parts.push([at, at + 1]);
    start = at + 1;
  }
  return parts;
}
