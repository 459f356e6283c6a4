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

const shortcode = /\{\{[<%]-?\s*([\w./-]+)(?:[^{}]|\{(?!\{))*?[>%]\}\}/g;
const tag = /\{%-?\s*([\w./-]+)(?:[^{}]|\{(?!\{))*?-?%\}/g;
const call = /^[ \t]*\{\{(?![<%#])([^{}\n]*)\}\}[ \t]*$/gm;
const embedded = /^[ \t]*<%/m;
const preprocessor =
  /\{\{#(?!include\b|rustdoc_include\b|playground\b|playpen\b|title\b|tabs?\b|endtabs?\b)\w+/;

/**
 * Whether a piece of the page calls a template that may render headings: one that stands alone on its line, has no end
 * and is not known to be harmless. In the middle of a sentence it can be but words, and what `{{< x >}}` of Hugo brings
 * is no Markdown, unless it puts a file in.
 */
export function hasTemplateIds(piece: string, text: string): boolean {
  if (!/\{\{|\{%|<%/.test(piece)) return false;
  if (embedded.test(piece) || preprocessor.test(piece)) return true;
  if ([...piece.matchAll(call)].some(([, inner = '']) => inner.includes('('))) return true;
  for (const pattern of [shortcode, tag]) {
    for (const match of piece.matchAll(pattern)) {
      const name = match[1] as string;
      if (name.startsWith('/') || name.startsWith('end') || !standsAlone(piece, match)) continue;
      if (opaque.test(name)) return true;
      const isRaw = match[0].startsWith('{{<');
      if (!isRaw && !harmless.has(name) && !hasEnd(name, text)) return true;
    }
  }
  return false;
}

function standsAlone(piece: string, { index, 0: all }: RegExpExecArray): boolean {
  const line = piece.lastIndexOf('\n', index - 1) + 1;
  const end = piece.indexOf('\n', index + all.length);
  const around = piece.slice(line, index) + piece.slice(index + all.length, end < 0 ? undefined : end);
  return !/[\p{L}\p{N}]/u.test(around.replaceAll(/<[^<>]*>/g, ''));
}

function hasEnd(name: string, text: string): boolean {
  const written = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`\\{\\{[<%]-?\\s*/\\s*${written}[\\s>%]|\\{%-?\\s*end${written}\\b`).test(text);
}
