import type { Nodes } from 'mdast';
import { type MarkdownDocument, type Span, walk } from '../../src/rule.js';

export interface Prose {
  readonly span: Span;
  /** Entities mean nothing here: code, front matter. */
  readonly literal: boolean;
  /** The block that it is the running text of. */
  readonly block?: Block;
}

/** A run of text that begins and ends by itself. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'item';
  readonly span: Span;
  /** What it begins with, before any word: a term, a link, a name in code; the start of the text where there is none. */
  readonly lead: Span;
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
  const blocks = new Map<Nodes | undefined, Block>();
  let codeDepth = 0;
  walk(document.tree, (node, parent) => {
    const span = spanOf(node);
    const block = blockOf(node, parent) ?? blocks.get(parent);
    if (block) blocks.set(node, block);
    switch (node.type) {
      case 'text':
        if (codeDepth === 0) found.push({ span, literal: false, ...(block ? { block } : {}) });
        else if (include.code) found.push({ span, literal: false });
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

function spanOf(node: Nodes): Span {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function blockOf(node: Nodes, parent: Nodes | undefined): Block | undefined {
  const made = (kind: Block['kind'], children: readonly Nodes[]): Block => {
    const span = spanOf(node);
    const marked = children.findIndex(
      ({ type }) => !/^(?:strong|emphasis|link|linkReference|inlineCode)$/.test(type),
    );
    const last = children[(marked < 0 ? children.length : marked) - 1];
    return { kind, span, lead: [span[0], last ? spanOf(last)[1] : span[0]] };
  };
  switch (node.type) {
    case 'heading':
      return made('heading', node.children);
    case 'tableCell':
      return made('cell', node.children);
    case 'paragraph':
      return made(
        parent?.type === 'listItem' && parent.children[0] === node ? 'item' : 'paragraph',
        node.children,
      );
    default:
      return undefined;
  }
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
