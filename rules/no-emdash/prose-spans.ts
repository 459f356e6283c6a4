import type { MarkdownDocument, Span } from '../../src/rule.js';
import { walk } from '../../src/rule.js';

export interface Prose {
  readonly span: Span;
  /** Entities mean nothing here: code, front matter. */
  readonly literal: boolean;
}

const codeTag = /^<(\/?)(?:code|pre|kbd|samp|var|script|style)(?=[\s>/])/i;

/**
 * Where a page speaks to its reader, in document order: text, alternatives of images, titles of links,
 * text in raw HTML; on demand code and front matter. Never urls, tags and comments.
 */
export function proseSpans(
  document: MarkdownDocument,
  include: { readonly code: boolean; readonly frontMatter: boolean },
): Prose[] {
  const { text } = document;
  const found: Prose[] = [];
  let codeDepth = 0;
  walk(document.tree, (node) => {
    const span: Span = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    switch (node.type) {
      case 'text':
        if (codeDepth === 0 || include.code) found.push({ span, literal: false });
        break;
      case 'link':
        if (node.title) found.push(...locate(text, node.title, span));
        return !isAutolink(text, span);
      case 'image':
        if (node.alt) found.push(...locate(text, node.alt, span));
        if (node.title) found.push(...locate(text, node.title, span));
        break;
      case 'imageReference':
        if (node.alt) found.push(...locate(text, node.alt, span));
        break;
      case 'html': {
        const tag = codeTag.exec(node.value);
        const isInline = tag && node.value.indexOf('>') === node.value.length - 1;
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
    return undefined;
  });
  return found;
}

/** An attribute of a node whose place the tree does not give; the whole node when escapes hide it. */
function locate(text: string, value: string, span: Span): Prose[] {
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
