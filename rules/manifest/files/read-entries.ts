import type { Span } from '../../../src/rule.js';
import { type JsonNode, memberOf, stringOf } from '../json/json-tree.js';

/** A text in the manifest that names a file. */
type Named = { readonly text: string; readonly span: Span };

/** An object of the manifest that names a page, an icon or both. */
export type Entry = { readonly page?: Named; readonly icon?: Named };

/** Every entry in the order of the text, wherever it stands: a key of another name hides no page. */
export function readEntries(node: JsonNode): Entry[] {
  if (node.type === 'scalar') return [];
  if (node.type === 'array') return node.items.flatMap(readEntries);
  const page = named(node, 'path');
  const icon = named(node, 'icon_path');
  const entry = page || icon ? [{ ...(page && { page }), ...(icon && { icon }) }] : [];
  return [...entry, ...node.members.flatMap(({ value }) => readEntries(value))];
}

function named(node: JsonNode, key: string): Named | undefined {
  const value = memberOf(node, key)?.value;
  const text = stringOf(value);
  return value && text ? { text, span: value.span } : undefined;
}
