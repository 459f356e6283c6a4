import type { Span } from '../../src/rule.js';

const longest = 300;

/** Paths of Markdown files in any text, with their fragments: those that name a directory too, and hold no placeholder. */
export function pathsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/\.(?:mdx?|markdown)(?![\w/*{$%<[-]|\.\w)/g)) {
    const end = endOf(text, match.index + match[0].length);
    let start = match.index;
    while (
      start > 0 &&
      match.index - start <= longest &&
      /[\p{L}\p{M}\p{N}_./+~@%-]/u.test(text[start - 1] as string)
    )
      start--;
    const path = text.slice(start, match.index);
    const before = text[start - 1] ?? ' ';
    const isBounded = /[\s"'`(,|=«“‘]/.test(before) && match.index - start <= longest;
    if (end !== undefined && isBounded && isPath(path)) found.push([start, end]);
  }
  return found;
}

/** Behind a query and a fragment; undefined where a placeholder follows. */
function endOf(text: string, from: number): number | undefined {
  const rest =
    /^(?:\?[\w=&]{1,40})?(?:#[^\s"'`<>|\\(){}[\],;*$]{1,200})?/.exec(text.slice(from, from + 260))?.[0] ?? '';
  const end = from + rest.length;
  if (/^[{$*<[]/.test(text.slice(end, end + 1)) || /%(?![0-9a-f]{2})/i.test(rest)) return undefined;
  return from + rest.replace(/[.:!?#]+$/, '').length;
}

function isPath(path: string): boolean {
  if (!path.includes('/') || /^[~@/]|\/\/|\.{3}|%(?![0-9a-f]{2})/i.test(path)) return false;
  return !/(?:^|\/)[.-]*$/.test(path);
}
