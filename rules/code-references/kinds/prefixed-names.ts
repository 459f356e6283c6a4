import type { Span } from '../../../src/rule.js';

/** A name in a text, and the characters around it. */
export interface PrefixedName {
  readonly name: string;
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** How names of a kind are written. */
export interface Spelling {
  readonly prefixes: readonly string[];
  /** The characters of a name, as they stand in a class of a regular expression. */
  readonly letters: string;
  /** Characters that no name ends with, as in a class. */
  readonly ends?: string;
  readonly anyCase?: true;
}

/** What is longer is no name. */
export const longestName = 200;

/** Finds the words of a text that begin with one of the prefixes. */
export function prefixedNames({
  prefixes,
  letters,
  ends,
  anyCase,
}: Spelling): (text: string) => Iterable<PrefixedName> {
  const start = prefixes.map(escaped).join('|');
  const source = `(?:${start})[${letters}]*`;
  const isLetter = new RegExp(`[${letters}]`);
  const isEnd = ends === undefined ? undefined : new RegExp(`[${ends}]`);
  return function* (text) {
    for (const match of text.matchAll(new RegExp(source, anyCase ? 'gi' : 'g'))) {
      const from = match.index;
      const before = text[from - 1] ?? '';
      if (before !== '' && isLetter.test(before)) continue;
      let to = from + match[0].length;
      while (isEnd?.test(text[to - 1] as string)) to--;
      if (to - from > longestName) continue;
      const name = text.slice(from, to);
      yield {
        name,
        span: [from, to],
        before: text.slice(Math.max(0, from - 10), from),
        after: text.slice(to, to + 4),
      };
    }
  };
}

/** Whether what follows a name says that more of it is left open: `*`, `<name>`, `…`. */
export function isOpen(after: string): boolean {
  return /^(?:[*<{[%$…]|\.\.\.)/.test(after);
}

/** As part of a regular expression. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
