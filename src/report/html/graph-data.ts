import type { Graph, Problem } from '../../model.js';
import { visible } from '../safe.js';
import type { GraphData, LinkState } from './data.js';

/** The link graph as the page is given it. A link is broken where a problem begins where it does. Paths are as problems have them, fit to be seen. */
export function graphData({ nodes, edges }: Graph, problems: readonly Problem[]): GraphData {
  const indexes = new Map(nodes.map(({ path }, index) => [path, index]));
  const places = new Set(problems.map(({ path, line, column }) => `${path}\0${line}:${column}`));
  const arrows = new Map<string, [from: number, to: number, line: number, state: LinkState]>();
  for (const { from, to, line, column, broken } of edges) {
    const [source, target] = [indexes.get(from), indexes.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    const state = broken ? (places.has(`${from}\0${line}:${column}`) ? 'broken' : 'lost') : 'good';
    const key = `${source} ${target}`;
    const known = arrows.get(key);
    if (known === undefined || badness[state] > badness[known[3]])
      arrows.set(key, [source, target, line, state]);
  }
  return { nodes: nodes.map(({ path, kind }) => [visible(path), kind]), edges: [...arrows.values()] };
}

const badness: Readonly<Record<LinkState, number>> = { good: 0, lost: 1, broken: 2 };
