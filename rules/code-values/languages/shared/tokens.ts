import type { Span } from '../../../../src/rule.js';

/**
 * `text` is a string literal, its quotes included. `head`, `middle` and `tail` are the pieces of a string around the
 * expressions that stand in it. `own` is what only its language knows.
 */
export type Kind =
  | 'name'
  | 'text'
  | 'head'
  | 'middle'
  | 'tail'
  | 'character'
  | 'number'
  | 'mark'
  | 'own'
  | 'end';

export interface Token {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** Whether a line ends between the token before it and this one. */
  readonly breaks: boolean;
}

/** The tokens of a source by index. Beyond the last one stands an `end` of no length. */
export interface Tokens {
  readonly source: string;
  readonly size: number;
  kind(at: number): Kind;
  span(at: number): Span;
  /** A token as it is written; empty for the end. */
  word(at: number): string;
  /** Whether the token is a name or a mark that is written so. */
  is(at: number, ...words: readonly string[]): boolean;
  breaks(at: number): boolean;
  /** The index of the bracket that closes the one at an index; where nothing does, of what ends it, or the size. */
  close(at: number): number;
  /** What is written between two indices, the second one exclusive. */
  between(from: number, to: number): string;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function tokensOf(source: string, tokens: readonly Token[]): Tokens {
  const closing = matchBrackets(source, tokens);
  const end: Token = { kind: 'end', start: source.length, end: source.length, breaks: true };
  const token = (at: number): Token => tokens[at] ?? end;
  return {
    source,
    size: tokens.length,
    kind: (at) => token(at).kind,
    span: (at) => [token(at).start, token(at).end],
    word: (at) => source.slice(token(at).start, token(at).end),
    is(at, ...words) {
      const { kind, start, end } = token(at);
      if (kind !== 'name' && kind !== 'mark') return false;
      return words.some((word) => end - start === word.length && source.startsWith(word, start));
    },
    breaks: (at) => token(at).breaks,
    close: (at) => closing.get(at) ?? at,
    between: (from, to) => (from < to ? source.slice(token(from).start, token(to - 1).end) : ''),
  };
}

/** Every opening bracket's end. A bracket that does not fit ends those inside of the one that it closes. */
function matchBrackets(source: string, tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: { readonly at: number; readonly wants: string }[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, by: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + by);
  for (const [at, { kind, start }] of tokens.entries()) {
    const mark = kind === 'head' || kind === 'tail' ? kind : kind === 'mark' ? (source[start] as string) : '';
    const wants = mark === 'head' ? 'tail' : pairs[mark];
    if (wants !== undefined) {
      open.push({ at, wants });
      count(wants, 1);
    } else if ((waiting.get(mark) ?? 0) > 0) {
      for (let top = open.pop(); top; top = open.pop()) {
        closing.set(top.at, at);
        count(top.wants, -1);
        if (top.wants === mark) break;
      }
    }
  }
  for (const { at } of open) closing.set(at, tokens.length);
  return closing;
}
