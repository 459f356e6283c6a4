import type { Nodes, Root } from 'mdast';
import { vi } from 'vitest';
import { loadParser, type Parser } from '../src/markdown/parse.js';
import { walk } from '../src/walk.js';

/** The parser of a name, loaded as the environment asks for it. */
export async function parserNamed(name: Parser['name']): Promise<Parser> {
  vi.stubEnv('DOCS_LINT_PARSER', name);
  const parser = await loadParser();
  vi.unstubAllEnvs();
  return parser;
}

/** All nodes of some types as `type source`, in document order. */
export function found(root: Root, text: string, ...types: Nodes['type'][]): string[] {
  const lines: string[] = [];
  walk(root, (node) => {
    const { start, end } = node.position ?? {};
    if (types.includes(node.type)) lines.push(`${node.type} ${text.slice(start?.offset, end?.offset)}`);
    return undefined;
  });
  return lines;
}

const containers: readonly string[] = ['list', 'listItem', 'blockquote', 'footnoteDefinition'];
const literals: readonly string[] = ['html', 'code'];

/**
 * A tree as lines, one a node in document order: depth, type, offsets and every field. A block, and the value of
 * code and HTML, end where their last character stands that is neither white space nor an empty quote's
 * `>`, since the parsers differ in how much of what follows they count to them; `ends: false` leaves
 * the ends of containers out.
 */
export function outline(root: Root, text: string, { ends } = { ends: true }): string[] {
  const lines: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    const { type, position, children, data, ...fields } = { children: undefined, ...node };
    const start = position?.start.offset;
    let end = position?.end.offset ?? -1;
    if (containers.includes(type) && !ends) end = -1;
    else if (containers.includes(type) || literals.includes(type)) {
      end = (start ?? 0) + text.slice(start, end).replace(/[\s>]+$/, '').length;
      if ('value' in fields) fields.value = fields.value.replace(/\s+$/, '');
    }
    const known = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
    lines.push(`${depth} ${type} ${start}-${end} ${JSON.stringify(Object.fromEntries(known.sort()), plain)}`);
    if (type === 'root' && data) lines.push(`data ${'mdxError' in data}`);
    for (const child of joinTexts((children ?? []) as Nodes[])) visit(child, depth + 1);
  };
  visit(root, 0);
  return lines;
}

/** Neighbouring texts as one, as which they read. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else {
      const { position } = last;
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
      if (position && node.position)
        Object.assign(joined.at(-1) as Nodes, { position: { ...position, end: node.position.end } });
    }
  }
  return joined;
}

function plain(key: string, value: unknown): unknown {
  return key === 'position' || key === 'data' ? undefined : value;
}

/** The lines that are in one of two outlines alone, without those that both begin and end with. */
export function difference(left: readonly string[], right: readonly string[]): [string[], string[]] {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}
