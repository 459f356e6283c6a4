import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { MarkdownDocument, PageNodes } from '../model.js';
import { once } from '../once.js';
import type { NodeType } from '../page-nodes.js';
import { isHarmless } from './harmless-components.js';
import { withoutIcons } from './heading-content.js';
import { standsAlone } from './stands-alone.js';
import { hasTemplateIds, templateEnds } from './template-ids.js';

/** What a page of Markdown must hold for any of this to matter; spares the walk on nearly every one. */
const marks = ['<%', ':::', 'v-html', ':id=', '<!-- md:', '# <!--'];
const bracedMarks = ['{{', '{%', '`{', 'id={'];
const elements = /<(?:[A-Z]|\/?[a-z]\w*-|component\b|slot\b)/;
/** What holds blocks, so that raw HTML in it is one. */
const blocks = new Set<string>(['root', 'blockquote', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement']);
const sources: readonly NodeType[] = [
  ...(['code', 'html', 'heading', 'paragraph'] as const),
  ...(['mdxFlowExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement'] as const),
];
/** Comments by which Material for MkDocs documents a setting, at an id of its name. */
const documented = /<!-- md:(?:option|setting) /;
const comment = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const component = /<([A-Z][\w.]*|[a-z]\w*(?:-\w+)+|component|slot)((?:\s+[^<>]*)?)>/g;

/** A page, and what is looked up on all of it at most once. */
interface Page {
  readonly text: string;
  /** Components that are pages: their ids are found by the import. */
  readonly imported: ReadonlySet<string>;
  readonly hasShortcodes: () => boolean;
  readonly ends: () => ReadonlySet<string>;
  readonly containerEnds: () => ReadonlySet<string>;
}

/**
 * Whether something on the page may bring ids that reading it cannot tell: a component that is not known to be
 * mere presentation, a bound id, a template call that stands for text of its own. Files that are put in by
 * an include or an import are links, and their ids are found there.
 */
export function hasUnknownIds({ nodes, text, syntax }: MarkdownDocument): boolean {
  if (syntax === 'md' && !mayBring(text)) return false;
  if (documented.test(text)) return true;
  const page: Page = {
    text,
    imported: importedPageNames(nodes),
    hasShortcodes: once(() => /\{\{[<%]/.test(text)),
    ends: once(() => templateEnds(text)),
    containerEnds: once(() => containerEnds(text)),
  };
  return nodes.of(sources).some((node) => isSource(nodes, node, page));
}

function mayBring(text: string): boolean {
  const has = (mark: string): boolean => text.includes(mark);
  return marks.some(has) || (has('{') && bracedMarks.some(has)) || (has('<') && elements.test(text));
}

function isSource(nodes: PageNodes, node: number, page: Page): boolean {
  const { text, ends } = page;
  switch (nodes.type(node)) {
    case 'code':
      return (
        /^\{(?:include|eval-rst|auto|glossary)/.test(nodes.text(node, 'lang')) ||
        isHiddenHeading(nodes, node, page)
      );
    case 'html': {
      if (!blocks.has(nodes.type(nodes.parent(node)))) return false;
      const html = withoutComments(nodes.text(node, 'value'));
      return bringsIds(html) || hasTemplateIds(html, ends);
    }
    case 'heading':
      return /\{\{|\{%|<%|^#+[ \t]+<!--[^>]*-->\s*$/.test(withoutIcons(sourceOf(nodes, node, text)));
    case 'paragraph': {
      if (!/[<{=]|^:::/.test(sourceOf(nodes, node, text))) return false;
      const prose = proseOf(nodes, node, text);
      return bringsIds(prose) || hasTemplateIds(prose, ends) || isFilledIn(prose, page);
    }
    default:
      return isMdxSource(nodes.whole(node), page);
  }
}

function isMdxSource(node: Nodes, page: Page): boolean {
  switch (node.type) {
    case 'mdxFlowExpression':
      return /<\w|\(/.test(node.value.replaceAll(comment, ''));
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return hasBoundId(node) || (node.type === 'mdxJsxFlowElement' && isOpaque(node, page));
    default:
      return false;
  }
}

/**
 * A heading that is taken for indented code, on a page with shortcodes: a generator takes those out before it reads the
 * Markdown around them, whose lists they do not end then.
 */
function isHiddenHeading(nodes: PageNodes, node: number, { text, hasShortcodes }: Page): boolean {
  return (
    hasShortcodes() &&
    !/[`~]/.test(text[nodes.start(node)] ?? '') &&
    /^[ \t]*#{1,6}[ \t]/m.test(nodes.text(node, 'value'))
  );
}

function sourceOf(nodes: PageNodes, node: number, text: string): string {
  return text.slice(nodes.start(node), nodes.end(node));
}

/** The source of a paragraph, with a word in place of code and of a comment. */
function proseOf(nodes: PageNodes, paragraph: number, text: string): string {
  let at = nodes.start(paragraph);
  let prose = '';
  const after = nodes.after(paragraph);
  for (let node = paragraph + 1; node < after; node++) {
    const type = nodes.type(node);
    if (type !== 'inlineCode' && !(type === 'html' && nodes.text(node, 'value').startsWith('<!--'))) continue;
    prose += `${text.slice(at, nodes.start(node))}x`;
    at = nodes.end(node);
  }
  return prose + text.slice(at, nodes.end(paragraph));
}

/** An unclosed comment reaches to the end. */
function withoutComments(html: string): string {
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    text += html.slice(at, open);
    const close = html.indexOf('-->', open);
    if (close < 0) return text;
    at = close + '-->'.length;
  }
  return text + html.slice(at);
}

/** Raw HTML with an id that a framework fills in, or with a component that shows nothing of the page itself. */
function bringsIds(html: string): boolean {
  if (/\s(?::|v-bind:)id=|\sv-html=|\sid=\{/.test(html)) return true;
  for (const match of html.matchAll(component)) {
    const [tag, name = '', rest = ''] = match;
    if (isHarmless(name)) continue;
    const end = endOf(html, name, match.index + tag.length, rest.endsWith('/'));
    if (end !== undefined && standsAlone(html, match.index, end)) return true;
  }
  return false;
}

/** Where an element without content ends; undefined for one that has some. */
function endOf(html: string, name: string, behind: number, isClosed: boolean): number | undefined {
  if (isClosed) return behind;
  let at = behind;
  while (/\s/.test(html[at] ?? '')) at++;
  return html.startsWith(`</${name}`, at) ? at + name.length + 3 : undefined;
}

function hasBoundId(node: MdxJsxFlowElement | MdxJsxTextElement): boolean {
  return node.attributes.some(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' &&
      (attribute.name === 'dangerouslySetInnerHTML' ||
        (attribute.name === 'id' && typeof attribute.value === 'object' && attribute.value !== null)),
  );
}

/** A component without text of the page, or one around a table whose rows it may name. */
function isOpaque(node: MdxJsxFlowElement, { imported }: Page): boolean {
  const name = node.name ?? '';
  if (!/^[A-Z]|[-.]/.test(name) || imported.has(name) || isHarmless(name)) return false;
  return !node.children.some(holdsText) || node.children.some(({ type }) => type === 'table');
}

function holdsText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return false;
  return 'children' in node ? node.children.some(holdsText) : node.type !== 'html';
}

function importedPageNames(nodes: PageNodes): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes.of(['mdxjsEsm'])) {
    const importing = /\bimport\s+(\w+)\s+from\s+['"][^'"\n]+\.mdx?['"]/g;
    for (const match of nodes.text(node, 'value').matchAll(importing)) names.add(match[1] as string);
  }
  return names;
}

/** `::: package.module`, which MkDocs fills from source code. A container of the same look has an end. */
function isFilledIn(piece: string, { containerEnds: ends }: Page): boolean {
  const name = /^:::[ \t]+([\w.:-]+)[ \t]*(?:$|\n)/.exec(piece)?.[1];
  if (name === undefined || name.endsWith('-end')) return false;
  return name.includes('.') || !(ends().has('') || ends().has(name));
}

/** What ends containers: `:::` ends any, `::: name-end` one of that name. */
function containerEnds(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/^[ \t]*:::+(?:[ \t]+([\w.-]+)-end)?[ \t]*$/gm)].map(
    ([, name = '']) => name,
  );
  return new Set(names);
}
