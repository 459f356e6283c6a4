import type { Edit, Link } from '../model.js';

/**
 * The edit of a url that raw HTML writes without quotes, where it needs them from now on: not every reader of Markdown
 * takes a tag for one whose bare value has a slash. Undefined where the url can be written as it was.
 */
export function quotedEdit(link: Link, url: string, text: string): Omit<Edit, 'path'> | undefined {
  const [start, end] = link.urlSpan;
  if (link.kind !== 'html' || link.verbatim === false || text.slice(start, end) !== link.url)
    return undefined;
  const isBare = /=\s*$/.test(text.slice(Math.max(link.span[0], start - longestGap), start));
  const needsQuotes = /[/=]/.test(url) && !/[/=]/.test(link.url);
  return isBare && needsQuotes ? { start, end, text: `"${url}"` } : undefined;
}

const longestGap = 20;
