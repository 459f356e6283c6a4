import type { Json, Span } from '../../../src/rule.js';

/** JSON with the place of every key and value; itself plain JSON, so that facts may hold it. */
export type JsonNode =
  | { readonly type: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly type: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly type: 'scalar'; readonly span: Span; readonly value: string | number | boolean | null };

export type JsonMember = { readonly key: string; readonly span: Span; readonly value: JsonNode };

/** The member that a reader of JSON would see: the last one of its name. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.type === 'object' ? node.members.findLast((member) => member.key === key) : undefined;
}

/** The text of a string, undefined for all else. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The value without places; a key `__proto__` is a key like any other. */
export function plainOf(node: JsonNode): Json {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'array') return node.items.map(plainOf);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plainOf(value)]));
}

/** The node at a JSON pointer, and the member that holds it where it is one. */
export function locate(root: JsonNode, pointer: string): { node: JsonNode; member?: JsonMember } {
  let at: { node: JsonNode; member?: JsonMember } = { node: root };
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const { node } = at;
    const item = node.type === 'array' ? node.items[Number(key)] : undefined;
    const member = memberOf(node, key);
    if (item) at = { node: item };
    else if (member) at = { node: member.value, member };
    else break;
  }
  return at;
}
