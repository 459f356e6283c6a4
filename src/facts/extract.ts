import type { Nodes } from 'mdast';
import type {
  Anchor,
  Document,
  Facts,
  Heading,
  Link,
  PageNodes,
  Span,
  Suppression,
  UndefinedReference,
} from '../model.js';
import { ownText } from '../own-text.js';
import type { NodeType } from '../page-nodes.js';
import { lineStarts } from '../text.js';
import { attributeId, innerIds, isPlaceAlone, listBelow, targets } from './attribute-lists.js';
import { contentTabs } from './content-tabs.js';
import { frontMatterFault } from './front-matter.js';
import { type FrontMatterKeys, frontMatterKeys } from './front-matter-keys.js';
import { headingContent, withoutIcons } from './heading-content.js';
import { htmlReader } from './html-reader.js';
import { includes } from './includes.js';
import { importedPages, jsxAnchors, jsxLinks, mdxComment } from './mdx.js';
import { refs } from './refs.js';
import { outside, shortcodeCode } from './shortcode-code.js';
import { readSuppression } from './suppressions.js';
import { toctrees } from './toctrees.js';
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

const nothing: readonly never[] = [];

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
  const code = document.kind === 'markdown' ? shortcodeCode(document.text) : nothing;
  const tabs = document.kind === 'markdown' ? contentTabs(document.text, collected.headings) : [];
  return {
    path: document.path,
    kind: document.kind,
    length: document.text.length,
    lineStarts: starts,
    hasUnknownIds: bringsUnknownIds(document),
    frontMatter: document.kind === 'markdown' ? placeKeys(document.nodes) : {},
    hasFrontMatter: document.kind === 'markdown' && beginsWithData(document.nodes),
    headings: trimmed(collected.headings),
    anchors: trimmed(collected.anchors),
    ...(tabs.length > 0 && { tabs }),
    links: trimmed(outside(collected.links, code)),
    undefinedReferences: trimmed(outside(collected.undefinedReferences, code)),
    suppressions: trimmed(collected.suppressions),
    faults: trimmed(collected.faults),
  };
}

/** The same list without room for more: what was pushed to has room for twice as much, and facts are kept. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

/** A link that says whether it is written as it reads, and keeps nothing of the page around it in memory. */
function settled(link: Link, text: string): Link {
  const { url, urlSpan } = link;
  const own = { ...link, url: ownText(url) };
  return isWritten(url, urlSpan, text) ? own : { ...own, verbatim: false };
}

function isWritten(url: string, [start, end]: Span, text: string): boolean {
  return end - start === url.length && text.startsWith(url, start);
}

function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

function bringsUnknownIds(document: Document): boolean {
  if (isHtml(document.path)) return /\{\{|\{%|<%|<\?php/.test(document.text);
  return document.kind === 'markdown' && hasUnknownIds(document);
}

function firstType(nodes: PageNodes): string | undefined {
  return nodes.count > 1 ? nodes.type(1) : undefined;
}

function beginsWithData(nodes: PageNodes): boolean {
  return ['yaml', 'toml'].includes(firstType(nodes) ?? '');
}

function placeKeys(nodes: PageNodes): FrontMatterKeys {
  const syntax = firstType(nodes);
  return syntax === 'yaml' || syntax === 'toml' ? frontMatterKeys(nodes.text(1, 'value'), syntax) : {};
}

/** A page that is HTML already has the anchors of its ids, and no heading that a generator would number. */
function collectHtml(text: string, into: Collected): void {
  const sink = { ...into, headings: [], link: () => undefined, comment: () => undefined };
  htmlReader(text, sink).node(text, [0, text.length]);
}

function collect(nodes: PageNodes, text: string, starts: readonly number[], into: Collected): void {
  const comment = (content: string, contentStart: number, span: Span): void => {
    const suppression = readSuppression(content, contentStart, span, text, starts);
    if (suppression) into.suppressions.push(suppression);
  };
  const link = (found: Link): void => {
    into.links.push(settled(found, text));
  };
  const html = htmlReader(text, { ...into, link, comment });
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
        if (!isPlaceAlone(nodes, node, text)) into.links.push(readLink(nodes, node, span, text));
        break;
      default:
        collectMdx(nodes.whole(node), span, text, { ...into, link, comment });
    }
  }
  for (const anchor of [...innerIds(text), ...targets(text)]) into.anchors.push(anchor);
  for (const one of undefinedReferences(nodes, text)) into.undefinedReferences.push(one);
  for (const found of [...includes(text), ...refs(text), ...toctrees(nodes, text)]) link(found);
}

function collectMdx(node: Nodes, span: Span, text: string, into: Parameters<typeof htmlReader>[1]): void {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      for (const link of jsxLinks(node, span, text)) into.link(link);
      for (const { id, ...anchor } of jsxAnchors(node, span))
        into.anchors.push({ id: ownText(id), ...anchor });
      break;
    case 'mdxjsEsm':
      for (const link of importedPages(node.value, span, text)) into.link(link);
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
  const own = headingContent(nodes, node);
  const content = below.length === 0 ? own : own.concat(below);
  const last = nodes.lastChild(node);
  const written = last < 0 ? '' : text.slice(nodes.start(node + 1), nodes.end(last));
  const span: Span = [nodes.start(node), nodes.end(node)];
  const heading: Heading = { depth: nodes.depth(node), span, content, from: 'markdown' };
  if (content.length === 1 && content[0] === written) return heading;
  return { ...heading, raw: ownText(withoutIcons([written, ...below].join(''))) };
}

function readLink(nodes: PageNodes, node: number, span: Span, text: string): Link {
  const type = nodes.type(node);
  const kind = type === 'image' || type === 'definition' ? type : text[span[0]] === '[' ? 'link' : 'autolink';
  const url = nodes.text(node, 'url');
  const place = urlSpan(nodes, node, text);
  const link: Link = { kind, url, span, urlSpan: place };
  return isWritten(url, place, text) ? link : { ...link, verbatim: false };
}
