import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Data, deepest } from './data.js';

/** JSON, comments and trailing commas allowed; undefined when it is broken. */
export function readJson(text: string): Data | undefined {
  const errors: ParseError[] = [];
  const root = nestsTooDeep(text) ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  return root && errors.length === 0 ? dataOf(root) : undefined;
}

/** The parser calls itself for every bracket. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[{\]}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > 10 * deepest) return true;
  }
  return false;
}

function dataOf(node: Node, depth = 0): Data {
  const { type, offset, length, children = [], value } = node;
  if (type === 'string') return { kind: 'text', text: value, span: [offset, offset + length], isJson: true };
  if (depth > deepest) return { kind: 'other' };
  if (type === 'array') return { kind: 'list', items: children.map((child) => dataOf(child, depth + 1)) };
  if (type !== 'object') return { kind: 'other' };
  return {
    kind: 'record',
    members: children.flatMap(({ children: [key, value] = [] }) =>
      key && value
        ? {
            key: key.value as string,
            span: [key.offset, key.offset + key.length] as const,
            value: dataOf(value, depth + 1),
          }
        : [],
    ),
  };
}
