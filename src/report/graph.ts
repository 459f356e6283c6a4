import type { Graph } from '../model.js';
import { safeJson, safeTerminal } from './safe.js';

/** The ways to write a link graph, by name. */
export const graphFormats: ReadonlyMap<string, (graph: Graph) => string> = new Map([
  ['json', (graph: Graph) => `${safeJson(JSON.stringify({ version: 1, ...graph }, undefined, 2))}\n`],
  ['dot', dot],
  ['mermaid', mermaid],
]);

/** Graphviz; a broken link is dashed and red. */
function dot({ nodes, edges }: Graph): string {
  const shapes: Readonly<Record<string, string>> = {
    page: 'box',
    file: 'note',
    directory: 'folder',
    missing: 'plaintext',
  };
  const lines = nodes.map(({ path, kind }) => `  ${quoted(path)} [shape=${shapes[kind]}];`);
  for (const { from, to, broken } of distinct(edges)) {
    lines.push(`  ${quoted(from)} -> ${quoted(to)}${broken ? ' [color=red, style=dashed]' : ''};`);
  }
  return `digraph docs {\n  rankdir=LR;\n${lines.join('\n')}\n}\n`;
}

/** Mermaid, whose nodes need names of their own. */
function mermaid({ nodes, edges }: Graph): string {
  const names = new Map(nodes.map(({ path }, index) => [path, `n${index}`]));
  const lines = nodes.map(({ path, kind }) => {
    const label = `"${safeTerminal(path).replaceAll('"', '#quot;')}"`;
    return `  ${names.get(path)}${kind === 'page' ? `[${label}]` : `(${label})`}`;
  });
  for (const { from, to, broken } of distinct(edges)) {
    lines.push(`  ${names.get(from)} ${broken ? '-. broken .->' : '-->'} ${names.get(to)}`);
  }
  return `flowchart LR\n${lines.join('\n')}\n`;
}

/** Many links between two pages are one arrow; it is broken when one of them is. */
function distinct(edges: Graph['edges']): Graph['edges'] {
  const arrows = new Map<string, Graph['edges'][number]>();
  for (const edge of edges) {
    const key = `${edge.from}\0${edge.to}`;
    const known = arrows.get(key);
    arrows.set(key, { ...edge, broken: edge.broken || known?.broken === true });
  }
  return [...arrows.values()];
}

function quoted(path: string): string {
  return `"${safeTerminal(path).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
