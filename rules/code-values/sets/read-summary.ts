import type { Link, List, ListItem, Nodes, Root } from 'mdast';
import type { Entry } from '../facts.js';
import { plainText } from '../places/pieces.js';
import { spanOf } from '../span-of.js';

/** The entries of a `SUMMARY.md`: its links, in lists or by themselves, below headings that name its parts. */
export function readSummary({ children }: Root, source: string): Entry[] {
  const entries: Entry[] = [];
  let part: number | undefined;
  for (const node of children) {
    if (node.type === 'heading') {
      part = entries.length;
      entries.push({ title: plainText(node), span: spanOf(node), isPart: true });
    } else if (node.type === 'list') addList(node, part);
    else if (node.type === 'paragraph') for (const link of linksIn(node)) add(link, link, part);
  }
  return entries;

  function addList({ children }: List, parent: number | undefined): void {
    for (const item of children) addItem(item, parent);
  }

  function addItem({ children }: ListItem, parent: number | undefined): void {
    const own = entries.length;
    const [first] = children;
    const isText = first?.type === 'paragraph';
    if (isText) add(linksIn(first)[0], first, parent);
    for (const child of children) if (child.type === 'list') addList(child, isText ? own : parent);
  }

  function add(link: Link | undefined, node: Nodes, parent: number | undefined): void {
    const of = link ?? node;
    const [only] = 'children' in of ? of.children : [];
    const title = plainText(of);
    const place = only ?? of;
    const isVerbatim = place.type === 'text' && source.slice(...spanOf(place)) === title;
    entries.push({
      ...(title === '' ? {} : { title }),
      ...(link?.url ? { path: decoded(link.url) } : {}),
      span: isVerbatim ? spanOf(place) : spanOf(of),
      ...(isVerbatim ? { write: 'text' } : {}),
      ...(parent === undefined ? {} : { parent }),
    });
  }
}

function linksIn({ children }: Extract<Nodes, { type: 'paragraph' }>): Link[] {
  return children.filter((child) => child.type === 'link');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
