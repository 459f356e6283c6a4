import type { Span } from '../../src/rule.js';

interface Found {
  readonly span: Span;
  /** Whether it is a url to the end, and no template or pattern. */
  readonly isWhole: boolean;
}

const longest = 2000;

/** Urls in any text. */
export function urlsIn(text: string): Found[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(/https?:\/\/[^\s"'`<>{}[\]|\\^]{1,2001}/gi)].map((match) => {
    const start = match.index;
    const behind = text.slice(start + match[0].length, start + match[0].length + 2);
    const url = withoutEnd(match[0]);
    const isCut = url.length === match[0].length && isTemplateMark(behind);
    const isWhole = !isCut && url.length <= longest && !isTemplate(url);
    return { span: [start, start + url.length] as const, isWhole };
  });
}

/** Without what belongs to the sentence, the comment or the link around it. */
function withoutEnd(url: string): string {
  const comment = url.indexOf('*/');
  let end = comment < 0 ? url.length : comment;
  let open = 0;
  for (let at = 0; at < end; at++) {
    if (url[at] === '(') open++;
    else if (url[at] === ')' && --open < 0) end = at;
  }
  while (/[.,;:!?']/.test(url[end - 1] ?? '')) end--;
  return url.slice(0, end);
}

/** What goes on behind a url as a placeholder does; `\n` and a quote in backslashes end it. */
function isTemplateMark(behind: string): boolean {
  return /^(?:[<{[]|\\[({])/.test(behind);
}

/** Whether a program, a reader or a pattern is to put something in. */
function isTemplate(url: string): boolean {
  return /[$*…]|\.{3}|%(?![0-9a-f]{2})|\/:[a-z]|\(\?/i.test(url) || /\/[A-Z]+_[A-Z_]+(?:\/|$)/.test(url);
}
