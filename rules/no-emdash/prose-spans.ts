import type { MarkdownDocument, Span } from '../../src/rule.js';

export interface Prose {
  readonly span: Span;
  /** Entities mean nothing here: code, front matter. */
  readonly literal: boolean;
  /** Of running text. */
  readonly node?: number;
}

const speaking = ['text', 'link', 'image', 'imageReference', 'html', 'inlineCode', 'code', 'yaml'] as const;
const codeTag = /^<(\/?)(?:code|pre|kbd|samp|var|script|style)(?=[\s>/])/i;

/**
 * Where a page speaks to its reader, in document order: text, alternatives of images, titles of links,
 * text in raw HTML; on demand code and front matter. Never urls, tags and comments.
 */
export function proseSpans(
  document: MarkdownDocument,
  include: { readonly code: boolean; readonly frontMatter: boolean },
): Prose[] {
  const { nodes, text } = document;
  const found: Prose[] = [];
  let codeDepth = 0;
  let next = 0;
  for (const node of nodes.of(speaking)) {
    if (node < next) continue;
    const span: Span = [nodes.start(node), nodes.end(node)];
    switch (nodes.type(node)) {
      case 'text':
        if (codeDepth === 0) found.push({ span, literal: false, node });
        else if (include.code) found.push({ span, literal: false });
        break;
      case 'link':
        found.push(...locate(text, nodes.text(node, 'title'), span));
        if (isAutolink(text, span)) next = nodes.after(node);
        break;
      case 'image':
      case 'imageReference':
        found.push(...locate(text, nodes.text(node, 'alt'), span));
        found.push(...locate(text, nodes.text(node, 'title'), span));
        break;
      case 'html': {
        const value = nodes.text(node, 'value');
        const tag = codeTag.exec(value);
        const isInline = tag && value.indexOf('>') === value.length - 1;
        if (isInline) codeDepth = Math.max(0, codeDepth + (tag[1] === '/' ? -1 : 1));
        else found.push(...htmlProse(text, span, include.code));
        break;
      }
      case 'inlineCode':
      case 'code':
        if (include.code) found.push({ span, literal: true });
        break;
      case 'yaml':
        if (include.frontMatter) found.push({ span, literal: true });
        break;
    }
  }
  return found;
}

/** An attribute of a node whose place is not known, if it has one; the whole node when escapes hide it. */
function locate(text: string, value: string, span: Span): Prose[] {
  if (value === '') return [];
  const at = text.indexOf(value, span[0]);
  const found = at >= 0 && at + value.length <= span[1];
  return [{ span: found ? [at, at + value.length] : span, literal: false }];
}

function isAutolink(text: string, [start]: Span): boolean {
  return text[start] !== '[';
}

/** What stands between the tags of raw HTML, comments and code left out. */
function htmlProse(text: string, [start, end]: Span, includeCode: boolean): Prose[] {
  const found: Prose[] = [];
  let codeDepth = 0;
  let at = start;
  while (at < end) {
    const open = text.indexOf('<', at);
    const stop = open < 0 || open >= end ? end : open;
    if (stop > at && (codeDepth === 0 || includeCode)) found.push({ span: [at, stop], literal: false });
    if (stop === end) break;
    const isComment = text.startsWith('<!--', stop);
    const close = text.indexOf(isComment ? '-->' : '>', stop + (isComment ? 4 : 1));
    if (close < 0 || close >= end) break;
    const tag = codeTag.exec(text.slice(stop, stop + 10));
    if (tag) codeDepth = Math.max(0, codeDepth + (tag[1] === '/' ? -1 : 1));
    at = close + (isComment ? 3 : 1);
  }
  return found;
}
