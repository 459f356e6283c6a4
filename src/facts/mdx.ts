import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Anchor, Link, Span } from '../model.js';
import { attributeSpan } from './attribute-span.js';

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

const urlAttributes = ['href', 'src', 'to', 'poster'];

function attributesOf(element: JsxElement): [name: string, value: string][] {
  return element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [[attribute.name, attribute.value] as [string, string]]
      : [],
  );
}

/** Links of a JSX element's plain attributes; a value that is an expression cannot be known. */
export function jsxLinks(element: JsxElement, span: Span, text: string): Link[] {
  return attributesOf(element)
    .filter(([name]) => urlAttributes.includes(name))
    .map(([name, url]) => ({
      kind: /^[a-z]/.test(element.name ?? '') ? 'html' : 'jsx',
      url,
      span,
      urlSpan: attributeSpan(text, span, name, url) ?? span,
    }));
}

/** Ids of a JSX element. A component may well not render its `id`, which no reading of the page can tell. */
export function jsxAnchors(element: JsxElement, span: Span): Anchor[] {
  return attributesOf(element)
    .filter(([name, value]) => value !== '' && (name === 'id' || (name === 'name' && element.name === 'a')))
    .map(([name, id]) => ({ id, span, from: name as 'id' | 'name' }));
}

/** Hands over the comments of an MDX expression, whose value stands between its braces. */
export function mdxComment(
  value: string,
  span: Span,
  text: string,
  comment: (content: string, contentStart: number, span: Span) => void,
): void {
  const match = /^\s*\/\*(.*?)\*\/\s*$/s.exec(value);
  if (!match) return;
  const start = text.indexOf('/*', span[0]) + 2;
  comment(match[1] as string, start, span);
}

const importedPage = /^[ \t]*(?:import|export)\b[^'"`\n;]*?\bfrom\s*(['"])([^'"\n]+\.mdx?)\1/gm;

/** Pages that an MDX page imports or exports again, by the path in the statement. */
export function importedPages(value: string, span: Span, text: string): Link[] {
  return [...value.matchAll(importedPage)].map((match) => {
    const url = match[2] as string;
    const at = text.indexOf(url, span[0] + match.index);
    const urlSpan: Span = at < 0 ? span : [at, at + url.length];
    return { kind: 'import', url, span: urlSpan, urlSpan };
  });
}
