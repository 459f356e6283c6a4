import { standsAlone } from './stands-alone.js';

/** Shortcodes and tags that show what they are given; further ones count as such where they have an end. */
const harmless = new Set(
  `_param align assign avatar badge break button capture card color comment content-ref continue cycle decrement else
   elsif embed endif feed_meta figure gist highlight icon if image img imgproc increment instagram latest link mermaid
   param post_url qr raw ref release relref seo spec_status toc tweet unless version video vimeo when x youtube`.split(
    /\s+/,
  ),
);
/** Tags that put other files in, or repeat their content, whether they end or not. */
const opaque =
  /^(?:include|include_relative|include_cached|remote_include|render|for|tablerow|readfile|md|content)$/;

const shortcode = /\{\{[<%]-?\s*([\w./-]+)(?![\w./-])(?:[^{}]|\{(?!\{))*?[>%]\}\}/g;
const tag = /\{%-?\s*([\w./-]+)(?![\w./-])(?:[^{}]|\{(?!\{))*?-?%\}/g;
const call = /^[ \t]*\{\{(?![<%#])([^{}\n]*)\}\}[ \t]*$/gm;
const embedded = /^[ \t]*<%/m;
const preprocessor =
  /\{\{#(?!include\b|rustdoc_include\b|playground\b|playpen\b|title\b|tabs?\b|endtabs?\b)\w+/;

/**
 * Whether a piece of the page calls a template that may render headings: one that stands alone on its line, has no end
 * and is not known to be harmless. In the middle of a sentence it can be but words, and what `{{< x >}}` of Hugo brings
 * is no Markdown, unless it puts a file in.
 */
export function hasTemplateIds(piece: string, ends: () => ReadonlySet<string>): boolean {
  if (!/\{\{|\{%|<%/.test(piece)) return false;
  if (embedded.test(piece) || preprocessor.test(piece)) return true;
  if ([...piece.matchAll(call)].some(([, inner = '']) => inner.includes('('))) return true;
  for (const pattern of [shortcode, tag]) {
    for (const match of piece.matchAll(pattern)) {
      const name = match[1] as string;
      if (name.startsWith('/') || name.startsWith('end')) continue;
      if (!standsAlone(piece, match.index, match.index + match[0].length)) continue;
      if (opaque.test(name)) return true;
      const isRaw = match[0].startsWith('{{<');
      if (!isRaw && !harmless.has(name) && !ends().has(name)) return true;
    }
  }
  return false;
}

/** The names of shortcodes and tags that have an end somewhere on the page. */
export function templateEnds(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(/\{\{[<%]-?\s*\/\s*([\w./-]+)|\{%-?\s*end([\w.-]+)/g))
    names.add((match[1] ?? match[2]) as string);
  return names;
}
