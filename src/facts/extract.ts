import type { Nodes } from 'mdast';
import type {
  Anchor,
  Document,
  Facts,
  Heading,
  Inline,
  Link,
  PageNodes,
  Span,
  Suppression,
  UndefinedReference,
} from '../model.js';
import type { NodeType } from '../page-nodes.js';
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

/** The nodes that tell something, in what they are or where they stand. */
const telling: readonly NodeType[] = [
  ...(['yaml', 'html', 'paragraph', 'heading', 'link', 'image', 'definition'] as const),
  ...([
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
    'mdxjsEsm',
    'mdxFlowExpression',
    'mdxTextExpression',
  ] as const),
];

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
  if (document.kind === 'markdown') collect(document.nodes, document.text, starts, collected);
  return {
    path: document.path,
    kind: document.kind,
    length: document.text.length,
    lineStarts: starts,
    hasUnknownIds: bringsUnknownIds(document),
    frontMatter: document.kind === 'markdown' ? placeKeys(document.nodes) : {},
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

function placeKeys(nodes: PageNodes): FrontMatterKeys {
  const syntax: string | undefined = nodes.count > 1 ? nodes.type(1) : undefined;
  return syntax === 'yaml' || syntax === 'toml' ? frontMatterKeys(nodes.text(1, 'value'), syntax) : {};
}

/** A page that is HTML already has the anchors of its ids, and no heading that a generator would number. */
function collectHtml(text: string, into: Collected): void {
  const sink = { ...into, headings: [], links: [], comment: () => undefined };
  htmlReader(text, sink).node(text, [0, text.length]);
}

function collect(nodes: PageNodes, text: string, starts: readonly number[], into: Collected): void {
  const comment = (content: string, contentStart: number, span: Span): void => {
    const suppression = readSuppression(content, contentStart, span, text, starts);
    if (suppression) into.suppressions.push(suppression);
  };
  const html = htmlReader(text, { ...into, comment });
  let before = 0;
  let headingEnd = 0;
  for (const node of nodes.of(telling)) {
    if (html.isOpen()) for (const prose of proseBetween(nodes, before, node)) html.text(prose);
    before = node;
    if (node >= headingEnd) html.endHeading();
    const span: Span = [nodes.start(node), nodes.end(node)];
    switch (nodes.type(node)) {
      case 'yaml': {
        const fault = frontMatterFault(nodes.text(node, 'value'));
        if (fault) into.faults.push({ ...fault, offset: text.indexOf('\n', span[0]) + 1 + fault.offset });
        break;
      }
      case 'html':
        html.node(nodes.text(node, 'value'), span);
        break;
      case 'paragraph': {
        const anchor = attributeId(span, text);
        if (anchor) into.anchors.push(anchor);
        break;
      }
      case 'heading':
        into.headings.push(readHeading(nodes, node, text));
        headingEnd = nodes.after(node);
        html.startHeading();
        break;
      case 'link':
      case 'image':
      case 'definition':
        into.links.push({
          kind: linkKind(nodes.type(node), text[span[0]]),
          url: nodes.text(node, 'url'),
          span,
          urlSpan: urlSpan(nodes, node, text),
        });
        break;
      default:
        collectMdx(nodes.whole(node), span, text, { ...into, comment });
    }
  }
  for (const one of undefinedReferences(nodes, text)) into.undefinedReferences.push(one);
  for (const link of [...includes(text), ...refs(text)]) into.links.push(link);
}

function collectMdx(
  node: Nodes,
  span: Span,
  text: string,
  into: Collected & { comment(content: string, contentStart: number, span: Span): void },
): void {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      into.links.push(...jsxLinks(node, span, text));
      into.anchors.push(...jsxAnchors(node, span));
      break;
    case 'mdxjsEsm':
      into.links.push(...importedPages(node.value, span, text));
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      mdxComment(node.value, span, text, into.comment);
  }
}

/** Text and code between two nodes. */
function* proseBetween(nodes: PageNodes, from: number, to: number): Iterable<string> {
  for (let node = from + 1; node < to; node++) {
    const type = nodes.type(node);
    if (type === 'text' || type === 'inlineCode') yield nodes.text(node, 'value');
  }
}

function readHeading(nodes: PageNodes, node: number, text: string): Heading {
  const below = listBelow(nodes, node, text);
  const content: readonly Inline[] = [...headingContent(nodes, node), ...below];
  const [first] = content;
  const last = nodes.lastChild(node);
  const written = last < 0 ? '' : text.slice(nodes.start(node + 1), nodes.end(last));
  const raw = content.length === 1 && first === written ? {} : { raw: [written, ...below].join('') };
  const span: Span = [nodes.start(node), nodes.end(node)];
  return { depth: nodes.depth(node), span, content, ...raw, from: 'markdown' };
}

function linkKind(type: NodeType, first: string | undefined): Link['kind'] {
  if (type === 'image' || type === 'definition') return type;
  return first === '[' ? 'link' : 'autolink';
}
