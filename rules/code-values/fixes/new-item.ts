import type { Edit } from '../../../src/rule.js';
import type { Item } from '../layout.js';
import type { Listing } from '../listing.js';
import type { Added, Pattern } from './add-value.js';
import { writeValue } from './write-value.js';

/** An item of a list, or a line of a code block, after the pattern of another one. */
export function newItem(
  { layout, place }: Listing,
  { item, value }: Pattern,
  name: string,
  position: number,
): Added | undefined {
  const items = layout?.items ?? [];
  const written = writeValue(name, value.write ?? 'code');
  if (written === undefined || item.lead === undefined || place.kind !== 'page') return undefined;
  const wrap = item.wrap ?? '';
  const { tail, edits } = tailFor(items, position, place.path);
  const text = `${leadFor(items, item, position)}${wrap}${written}${[...wrap].reverse().join('')}${tail}`;
  return { text, edits, isComplete: items.every((one) => one.tail !== undefined && one.wrap === item.wrap) };
}

/** The marker of a new item: the same bullet, the next number, an open box. */
function leadFor(items: readonly Item[], { lead = '', number }: Item, position: number): string {
  const box = lead.replace(/\[[xX]\](?=[ \t]*$)/, '[ ]');
  if (number === undefined) return box;
  const [first, second] = items;
  const isCounted = first?.number !== second?.number;
  const next = (items[0]?.number ?? 1) + (isCounted ? position : 0);
  return box.replace(/\d+(?=[.)][ \t]*(?:\[ \][ \t]*)?$)/, String(next));
}

/** What ends a new item; the last of a list may end otherwise than those before it. */
function tailFor(
  items: readonly Item[],
  position: number,
  path: string,
): { readonly tail: string; readonly edits: readonly Edit[] } {
  const last = items.at(-1);
  const others = items.slice(0, -1).map(({ tail }) => tail);
  const [usual] = others;
  if (last?.tail === undefined || others.some((tail) => tail === undefined || tail !== usual)) {
    const beside = items[Math.min(position, items.length - 1)]?.tail;
    return { tail: beside !== undefined && others.includes(beside) ? beside : '', edits: [] };
  }
  if (usual === undefined) return { tail: last.tail, edits: [] };
  if (position < items.length) return { tail: usual, edits: [] };
  const end = last.span[1];
  const edit = { path, start: end - last.tail.length, end, text: usual };
  return { tail: last.tail, edits: usual === last.tail ? [] : [edit] };
}
