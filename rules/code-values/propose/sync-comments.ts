import type { Path } from '../../../src/rule.js';

/** A comment in code that asks whoever changes it to change a page too. */
export interface SyncComment {
  /** Of the source, from 1. */
  readonly line: number;
  /** The page that it names, as it is written. */
  readonly page: Path;
}

const wish = /\b(?:in[ -]sync|in step|sync with|synchroni[sz]ed|(?:also|please) update|up[ -]to[ -]date)\b/i;
const page = /(?:https?:\/\/[^\s"'`<>)]*?\/)?([\w.@-]+(?:\/[\w.@-]+)*\.mdx?)\b/;

/** Finds comments that name a page, with words for keeping step on the same line or up to two lines before. */
export function syncComments(text: string): readonly SyncComment[] {
  if (!/\.mdx?\b/.test(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (line.length > 1000 || !/\.mdx?\b/.test(line) || !/(?:\/\/|#|\*|--|<!--)/.test(line)) return [];
    const around = lines.slice(Math.max(0, index - 2), index + 2).join('\n');
    const named = page.exec(line)?.[1];
    return named !== undefined && around.length < 4000 && wish.test(around)
      ? [{ line: index + 1, page: named }]
      : [];
  });
}
