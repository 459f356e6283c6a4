import type { Code, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { walk } from '../walk.js';
import { isHarmless } from './harmless-components.js';
import { hasTemplateIds } from './template-ids.js';

/** What a page must hold for any of this to matter; spares the walk on nearly every page. */
const marks =
  /\{\{|\{%|<%|^[ \t]*:::|`\{|<[A-Z]|<\/?[a-z]\w*-|<component\b|v-html|\s(?::|v-bind:)id=|<slot\b|\bid=\{|dangerouslySetInnerHTML|^[ \t]*\{/m;
const comment = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const component = /<([A-Z][\w.]*|[a-z]\w*(?:-\w+)+|component|slot)((?:\s+[^<>]*)?)>/g;

/**
 * Whether something on the page may bring ids that reading it cannot tell: a component that is not known to be
 * mere presentation, a bound id, a template call that stands for text of its own. Files that are put in by
 * an include or an import are links, and their ids are found there.
 */
export function hasUnknownIds(root: Root, text: string): boolean {
  if (!marks.test(text)) return false;
  let found = false;
  const pages = importedPageNames(root);
  walk(root, (node) => {
    found ||= isSource(node, text, pages);
    return !found && node.type !== 'code';
  });
  return found || hasBareContainer(text);
}

function isSource(node: Nodes, text: string, pages: ReadonlySet<string>): boolean {
  switch (node.type) {
    case 'code':
      return /^\{(?:include|eval-rst|auto)/.test(node.lang ?? '') || isHiddenHeading(node, text);
    case 'html':
      return bringsIds(node.value) || hasTemplateIds(node.value, text);
    case 'heading':
      return /\{\{|\{%|<%/.test(sourceOf(node, text));
    case 'paragraph':
      return hasTemplateIds(sourceOf(node, text), text);
    case 'mdxFlowExpression':
      return /<\w|\(/.test(node.value.replaceAll(comment, ''));
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return hasBoundId(node) || (node.type === 'mdxJsxFlowElement' && isOpaque(node, pages));
    default:
      return false;
  }
}

/**
 * A heading that is taken for indented code, on a page with shortcodes: a generator takes those out before it reads the
 * Markdown around them, whose lists they do not end then.
 */
function isHiddenHeading(node: Code, text: string): boolean {
  return (
    /\{\{[<%]/.test(text) && !/^[`~]/.test(sourceOf(node, text)) && /^[ \t]*#{1,6}[ \t]/m.test(node.value)
  );
}

function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Raw HTML with an id that a framework fills in, or with a component that shows nothing of the page itself. */
function bringsIds(html: string): boolean {
  if (/\s(?::|v-bind:)id=|\sv-html=|\sid=\{/.test(html)) return true;
  for (const match of html.matchAll(component)) {
    const [tag, name = '', rest = ''] = match;
    if (isHarmless(name)) continue;
    const behind = html.slice(match.index + tag.length);
    if (rest.endsWith('/') || behind.trimStart().startsWith(`</${name}`)) return true;
  }
  return false;
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
function isOpaque(node: MdxJsxFlowElement, pages: ReadonlySet<string>): boolean {
  const name = node.name ?? '';
  if (!/^[A-Z]|[-.]/.test(name) || pages.has(name) || isHarmless(name)) return false;
  return !node.children.some(holdsText) || node.children.some(({ type }) => type === 'table');
}

function holdsText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return false;
  return 'children' in node ? node.children.some(holdsText) : node.type !== 'html';
}

/** Components that are pages: their ids are found by the import. */
function importedPageNames(root: Root): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of root.children) {
    if (node.type !== 'mdxjsEsm') continue;
    for (const match of node.value.matchAll(/\bimport\s+(\w+)\s+from\s+['"][^'"\n]+\.mdx?['"]/g))
      names.add(match[1] as string);
  }
  return names;
}

/** `::: package.module`, which MkDocs fills from source code. A container of the same look has an end. */
function hasBareContainer(text: string): boolean {
  if (/^[ \t]*:::[ \t]+\w+(?:[.:]\w+)+[ \t]*$/m.test(text)) return true;
  return /^:::[ \t]+[\w-]+[ \t]*$/m.test(text) && !/^[ \t]*:::+[ \t]*$/m.test(text);
}
