import type { RunInput } from '../engine/input.js';
import { survey } from '../engine/survey.js';
import type { Graph, GraphEdge, GraphNode, Path, Project, Target } from '../model.js';
import { lineColumn } from '../text.js';

/** The link graph of a tree that is at hand. */
export function graphOf(input: RunInput): Graph {
  const { project } = survey({ ...input, rules: new Map() });
  const edges = project.pages.flatMap((page) => [...edgesFrom(project, page)]);
  const linked = edges.map(({ to }) => ({ path: to, kind: kindOf(project, to) }));
  const pages = project.pages.map((path) => ({ path, kind: 'page' as const }));
  const nodes = new Map([...linked, ...pages].map((node) => [node.path, node]));
  return { nodes: [...nodes.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), edges };
}

function* edgesFrom(project: Project, from: Path): Iterable<GraphEdge> {
  const facts = project.files.get(from);
  const [view] = project.views(from);
  for (const link of facts?.links ?? []) {
    const target = view?.resolve(from, link) ?? { kind: 'unknown' };
    const to = pathOf(target);
    if (to === undefined || (to === from && link.url.startsWith('#'))) continue;
    const fragment = 'fragment' in target && target.fragment ? { fragment: target.fragment } : {};
    const anchors = fragment.fragment === undefined ? undefined : view?.anchors(to);
    const isLost = fragment.fragment !== undefined && anchors?.has(fragment.fragment) === false;
    const broken = target.kind === 'missing' || target.kind === 'case' || isLost;
    yield { from, to, ...lineColumn(facts?.lineStarts ?? [0], link.span[0]), ...fragment, broken };
  }
}

function pathOf(target: Target): Path | undefined {
  if (target.kind === 'file' || target.kind === 'missing') return target.path;
  if (target.kind === 'case') return target.actual;
  return target.kind === 'directory' ? (target.index ?? target.path) : undefined;
}

function kindOf(project: Project, path: Path): GraphNode['kind'] {
  return project.has(path) ?? 'missing';
}
