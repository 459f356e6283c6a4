import type { Heading as HeadingNode, Html, Nodes, Root } from 'mdast';
import type {
  Anchor,
  Document,
  Facts,
  Heading,
  Inline,
  Link,
  Span,
  Suppression,
  UndefinedReference,
} from '../model.js';
import { lineStarts } from '../text.js';
import { attributeId, listBelow } from './attribute-lists.js';
import { frontMatterFault } from './front-matter.js';
import { type FrontMatterKeys, frontMatterKeys } from './front-matter-keys.js';
import { headingContent } from './heading-content.js';
import { htmlReader } from './html-reader.js';
import { includes } from './includes.js';
import { importedPages, jsxAnchors, jsxLinks, mdxComment } from './mdx.js';
import { ownAnchor, ownHeading, ownLink } from './own-text.js';
import { refs } from './refs.js';
import { readSuppression } from './suppressions.js';
import { undefinedReferences } from './undefined-references.js';
import { hasUnknownIds } from './unknown-ids.js';
import { urlSpan } from './url-span.js';

export type CoreFacts = Omit<Facts, 'byRule' | 'findings'>;

interface Collected {
  readonly headings: Heading[];
  readonly anchors: Anchor[];
  readonly links: Link[];
  readonly undefinedReferences: UndefinedReference[];
  readonly suppressions: Suppression[];
  readonly faults: { offset: number; message: string }[];
}

/** What links, anchors and suppressions a document holds. Pure. */
export function extractFacts(document: Document): CoreFacts {
  const starts = lineStarts(document.text);
  const collected: Collected = {
    headings: [],
    anchors: [],
    links: [],
    undefinedReferences: [],
    suppressions: [],
    faults: [],
  };
  if (isHtml(document.path)) collectHtml(document.text, collected);
  if (document.kind === 'markdown') collect(document.tree, document.text, starts, collected);
  return {
    path: document.path,
    kind: document.kind,
    length: document.text.length,
    lineStarts: starts,
    hasUnknownIds: bringsUnknownIds(document),
    frontMatter: document.kind === 'markdown' ? placeKeys(document.tree) : {},
    ...collected,
    links: collected.links.map((link) => ownLink(asWritten(link, document.text))),
    headings: collected.headings.map(ownHeading),
    anchors: collected.anchors.map(ownAnchor),
  };
}

function asWritten(link: Link, text: string): Link {
  return text.slice(...link.urlSpan) === link.url ? link : { ...link, verbatim: false };
}

function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

function bringsUnknownIds(document: Document): boolean {
  if (isHtml(document.path)) return /\{\{|\{%|<%|<\?php/.test(document.text);
  return document.kind === 'markdown' && hasUnknownIds(document);
}

function placeKeys({ children: [first] }: Root): FrontMatterKeys {
  const syntax: string | undefined = first?.type;
  return first && 'value' in first && (syntax === 'yaml' || syntax === 'toml')
    ? frontMatterKeys(first.value, syntax)
    : {};
}

/** A page that is HTML already has the anchors of its ids, and no heading that a generator would number. */
function collectHtml(text: string, into: Collected): void {
  const sink = { ...into, headings: [], links: [], comment: () => undefined };
  htmlReader(text, sink).node({ type: 'html', value: text }, [0, text.length]);
}

function collect(root: Root, text: string, starts: readonly number[], into: Collected): void {
  const comment = (content: string, contentStart: number, span: Span): void => {
    const suppression = readSuppression(content, contentStart, span, text, starts);
    if (suppression) into.suppressions.push(suppression);
  };
  const html = htmlReader(text, { ...into, comment });
  const mayLackDefinitions = text.includes('][');
  visit(root);
  for (const link of [...includes(text), ...refs(text)]) into.links.push(link);

  function visit(node: Nodes, next?: Nodes): void {
    const span = spanOf(node);
    switch (node.type) {
      case 'yaml': {
        const fault = frontMatterFault(node.value);
        if (fault) into.faults.push({ ...fault, offset: text.indexOf('\n', span[0]) + 1 + fault.offset });
        return;
      }
      case 'html':
        html.node(node as Html, span);
        return;
      case 'text':
      case 'inlineCode':
        html.text(node.value);
        return;
      case 'code':
        return;
      case 'paragraph': {
        const anchor = attributeId(node, text);
        if (anchor) into.anchors.push(anchor);
        break;
      }
      case 'heading':
        addHeading(node, span, next);
        break;
      case 'link':
      case 'image':
      case 'definition':
        into.links.push({ kind: linkKind(node, text), url: node.url, span, urlSpan: urlSpan(node, text) });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        into.links.push(...jsxLinks(node, span, text));
        into.anchors.push(...jsxAnchors(node, span));
        break;
      case 'mdxjsEsm':
        into.links.push(...importedPages(node.value, span, text));
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        mdxComment(node.value, span, text, comment);
        return;
    }
    if (mayLackDefinitions && 'children' in node && node.type !== 'link')
      for (const one of undefinedReferences(node, text)) into.undefinedReferences.push(one);
    if ('children' in node)
      for (const [index, child] of node.children.entries()) visit(child, node.children[index + 1]);
    if (node.type === 'heading') html.endHeading();
  }

  function addHeading(node: HeadingNode, span: Span, next: Nodes | undefined): void {
    const below = listBelow(next, span[1], text);
    const content: readonly Inline[] = [...headingContent(node), ...below];
    const [first] = content;
    const written =
      node.children.length === 0
        ? ''
        : text.slice(spanOf(node.children[0] as Nodes)[0], spanOf(node.children.at(-1) as Nodes)[1]);
    const raw = content.length === 1 && first === written ? {} : { raw: [written, ...below].join('') };
    into.headings.push({ depth: node.depth, span, content, ...raw, from: 'markdown' });
    html.startHeading();
  }
}

function linkKind(node: Nodes, text: string): Link['kind'] {
  if (node.type === 'image' || node.type === 'definition') return node.type;
  return text[spanOf(node)[0]] === '[' ? 'link' : 'autolink';
}

function spanOf(node: Nodes): Span {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
