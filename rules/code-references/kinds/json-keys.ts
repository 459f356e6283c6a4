import { type Node, parseTree } from 'jsonc-parser';
import type { DataKey } from './data-key.js';

const deepest = 40;
const most = 50_000;

/** The keys of JSON, comments and trailing commas allowed, in order; none where it nests too deeply to be read. */
export function jsonKeys(text: string): DataKey[] {
  const keys: DataKey[] = [];
  const root = nestsTooDeep(text) ? undefined : parseTree(text, [], { allowTrailingComma: true });
  if (root) visit(root, '', 0);
  return keys;

  function visit({ type, children = [] }: Node, above: string, depth: number): void {
    if (depth > deepest || keys.length > most) return;
    if (type === 'array') for (const item of children) visit(item, above, depth + 1);
    if (type !== 'object') return;
    for (const { children: [key, value] = [] } of children) {
      if (!key || !value) continue;
      const path = above === '' ? String(key.value) : `${above}.${key.value}`;
      keys.push({ path, above, span: [key.offset + 1, key.offset + key.length - 1], holds: held(value) });
      visit(value, path, depth + 1);
    }
  }
}

function held({ type, children = [], value }: Node): DataKey['holds'] {
  if (type === 'object') return children.length > 0 ? 'keys' : 'anything';
  if (type === 'array') return children.some((item) => item.type === 'object') ? 'keys' : 'anything';
  return value === null ? 'anything' : 'value';
}

/** The parser calls itself for every bracket. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[{\]}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > 500) return true;
  }
  return false;
}
