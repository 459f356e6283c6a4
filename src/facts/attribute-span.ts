import type { Span } from '../model.js';

/** An element's own attributes come before those of what it holds. */
const mostTries = 20;

/** Where an attribute of the element at `element` writes this url, be it one of several; undefined when it does not to the letter. */
export function attributeSpan(text: string, element: Span, attribute: string, url: string): Span | undefined {
  if (url === '') return undefined;
  const names = new RegExp(`(?<![\\w-])${attribute}\\s*=\\s*`, 'gi');
  names.lastIndex = element[0];
  for (let tries = 0; tries < mostTries; tries++) {
    const match = names.exec(text);
    if (!match || match.index >= element[1]) return undefined;
    const start = match.index + match[0].length;
    const at = urlIn(text, [start, valueEnd(text, start, element[1])], url);
    if (at !== undefined) return [at, at + url.length];
  }
  return undefined;
}

/** Quotes are left in: they part a url from what is around it as well as white space does. */
function valueEnd(text: string, start: number, end: number): number {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") {
    const length = text.slice(start, end).search(/[\s>]/);
    return length < 0 ? end : start + length;
  }
  const close = text.indexOf(quote, start + 1);
  return close < 0 || close >= end ? end : close + 1;
}

function urlIn(text: string, [start, end]: Span, url: string): number | undefined {
  const isEdge = (at: number): boolean => at < start || at >= end || /["'\s,]/.test(text[at] as string);
  for (let at = text.indexOf(url, start); at >= 0 && at + url.length <= end; at = text.indexOf(url, at + 1)) {
    if (isEdge(at - 1) && isEdge(at + url.length)) return at;
  }
  return undefined;
}
