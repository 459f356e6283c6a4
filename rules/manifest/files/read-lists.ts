import type { Span } from '../../../src/rule.js';
import { type JsonNode, memberOf, stringOf } from '../json/json-tree.js';

/** An array of entries, with how its last one is written: a new one goes behind it and looks the same. */
export type EntryList = {
  /** What its own entries name, those of their children left out. */
  readonly pages: readonly string[];
  /** Where the last entry ends. */
  readonly end: number;
  /** The text of an entry from the one before it on, the values of its title and its path left out. */
  readonly pieces: {
    readonly before: string;
    readonly open: string;
    readonly colon: string;
    readonly comma: string;
    readonly close: string;
  };
  readonly hasTitle: boolean;
};

const known = new Set(['title', 'path', 'description', 'icon_path', 'state', 'children']);

/** The lists to which an entry could be added. */
export function readLists(node: JsonNode, text: string): EntryList[] {
  if (node.type === 'scalar') return [];
  if (node.type === 'object') return node.members.flatMap(({ value }) => readLists(value, text));
  const own = listOf(node.items, node.span, text);
  return [...(own ? [own] : []), ...node.items.flatMap((item) => readLists(item, text))];
}

function listOf(items: readonly JsonNode[], [start]: Span, text: string): EntryList | undefined {
  const pages = items.flatMap((item) => stringOf(memberOf(item, 'path')?.value) ?? []);
  const [before, last] = [items.at(-2), items.at(-1)];
  if (!last || pages.length < items.length || last.type !== 'object') return undefined;
  const [first, second] = last.members;
  const end = last.members.at(-1)?.value.span[1];
  if (!first || end === undefined || last.members.some(({ key }) => !known.has(key))) return undefined;
  const own = text.slice(before?.span[1] ?? start + 1, last.span[0]);
  return {
    pages,
    end: last.span[1],
    pieces: {
      before: before ? own : `,${own === '' ? ' ' : own}`,
      open: text.slice(last.span[0] + 1, first.span[0]),
      colon: text.slice(first.span[1], first.value.span[0]),
      comma: second ? text.slice(first.value.span[1], second.span[0]) : ', ',
      close: text.slice(end, last.span[1] - 1),
    },
    hasTitle: stringOf(memberOf(last, 'title')?.value) !== undefined,
  };
}
