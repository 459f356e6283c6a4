import type { Link, Span } from '../model.js';

const shortcode =
  /\{\{[<%]-?[ \t]*(?:rel)?ref[ \t]+(?:path[ \t]*=[ \t]*)?(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`<>%{}=]+))([^{}\n]*)\}\}/g;

/**
 * Pages that Hugo's `ref` and `relref` name. Hugo fills shortcodes in before it reads Markdown, in code too, unless
 * they are written as comments. One for another language or another form of a page is left alone.
 */
export function refs(text: string): Link[] {
  if (!text.includes('{{') || !text.includes('ref')) return [];
  return [...text.matchAll(shortcode)].flatMap((match): Link[] => {
    const [all, double, raw, bare, rest = ''] = match;
    const url = (double ?? raw ?? bare) as string;
    if (/\b(?:lang|outputFormat)\b/i.test(rest)) return [];
    const at = match.index + all.indexOf(url, all.indexOf('ref') + 'ref'.length);
    const span: Span = [match.index, match.index + all.length];
    return [{ kind: 'ref', url, span, urlSpan: [at, at + url.length] }];
  });
}
