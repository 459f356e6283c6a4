import type { Tokens } from './tokens.js';

/** Indices of tokens, the end exclusive. */
export type Part = readonly [from: number, to: number];

/** What stands between commas outside of brackets; nothing behind the last comma is no part. */
export function partsOf(tokens: Tokens, from: number, to: number, mark = ','): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (tokens.is(at, mark)) {
      parts.push([start, at]);
      start = at + 1;
    } else at = Math.min(to, tokens.close(at));
  }
  if (start < to) parts.push([start, to]);
  return parts;
}

/** The first index of a mark outside of brackets, or the end. */
export function findMark(tokens: Tokens, from: number, to: number, ...marks: readonly string[]): number {
  for (let at = from; at < to; at++) {
    if (tokens.is(at, ...marks)) return at;
    at = Math.min(to, tokens.close(at));
  }
  return to;
}

const longestHead = 1000;

/** The bracket that begins a body, looked for behind a head that is not too long; undefined where a mark stands before it. */
export function findBody(
  tokens: Tokens,
  from: number,
  to: number,
  ...ends: readonly string[]
): number | undefined {
  const end = Math.min(to, from + longestHead);
  const open = findMark(tokens, from, end, '{', ...ends);
  return open < end && tokens.is(open, '{') ? open : undefined;
}

const longest = 60;

/** Source as a name in messages: on one line, and short. */
export function labelOf(tokens: Tokens, [from, to]: Part): string {
  const text = tokens
    .between(from, to)
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
