import type { List, ListItem } from 'mdast';
import type { Value } from '../facts.js';
import type { Item, Layout } from '../layout.js';
import { spanOf } from '../span-of.js';
import { holdsText } from './holds-text.js';
import { leadingValues } from './leading-values.js';
import { gapBetween, lineEndAt, lineOf } from './lines.js';
import type { Place } from './place.js';

/** What MkDocs makes a box or a tab of, which to the parser are items as well. */
const opensBlock = /^(?:!!!|\?\?\?|===)/;

/** A list: what its items begin with. Lists inside of its items are lists of their own. */
export const list: Place = {
  form: 'list',
  name: 'list',
  whole: true,
  read(whole, source) {
    if (whole.type !== 'list') return [];
    const node = { ...whole, children: whole.children.filter((item) => isItem(item, source)) };
    if (node.children.length === 0) return [];
    const values = node.children.map(({ children: [first] }, item): Value[] => {
      if (!first || !holdsText(first)) return [];
      return leadingValues(first, source).map((value) => ({ ...value, item }));
    });
    const layout = layoutOf(node, values, source);
    return [{ form: 'list', span: spanOf(node), columns: [{ values: values.flat() }], layout }];
  },
};

function isItem(item: ListItem, source: string): boolean {
  const [start] = spanOf(item);
  return !opensBlock.test(source.slice(start, start + 3));
}

function layoutOf(node: List, values: readonly (readonly Value[])[], source: string): Layout {
  const items = node.children.map((child, index): Item => {
    const next = node.children[index + 1];
    return itemOf(child, values[index] ?? [], next && spanOf(next)[0], source);
  });
  return { items, eol: lineEndAt(source, spanOf(node)[0]) };
}

function itemOf(node: ListItem, values: readonly Value[], next: number | undefined, source: string): Item {
  const [first] = node.children;
  const [start] = spanOf(node);
  const span: Item['span'] = [start, endOf(node)];
  const line = lineOf(source, start);
  const content = first ? spanOf(first)[0] : span[1];
  const isOwnLine = /^[ \t>]*$/.test(source.slice(line, start));
  const marker = /^(\d{1,9})[.)]/.exec(source.slice(start, content));
  const gap = next === undefined ? undefined : gapBetween(source, span[1], next);
  return {
    span,
    line,
    ...(isOwnLine ? { lead: source.slice(line, content) } : {}),
    ...(gap === undefined ? {} : { gap }),
    ...(marker && String(Number(marker[1])) === marker[1] ? { number: Number(marker[1]) } : {}),
    ...(/[\r\n]/.test(source.slice(...span)) ? { isLong: true } : {}),
    ...dressOf(node, values, source),
  };
}

/** The end of what an item holds: its own may take in the marks of an empty line behind it. */
function endOf(node: ListItem): number {
  const last = node.children.at(-1);
  return last ? spanOf(last)[1] : spanOf(node)[1];
}

/** What stands around the only value of an item. */
function dressOf(
  { children }: ListItem,
  [value, other]: readonly Value[],
  source: string,
): Pick<Item, 'wrap' | 'tail'> {
  const [first] = children;
  if (!first || !value || other) return {};
  const [start, end] = spanOf(first);
  const [from, to] = value.inner ?? value.span;
  const wrap = source.slice(start, from);
  const mirrored = [...wrap].reverse().join('');
  const rest = source.slice(to, end);
  if (!/^[*_]*$/.test(wrap) || !rest.startsWith(mirrored)) return {};
  const tail = rest.slice(mirrored.length);
  return { wrap, ...(/^[.,;]?$/.test(tail) && children.length === 1 ? { tail } : {}) };
}
