import type { GraphData, LinkState, NodeKind, ProblemData } from '../report/html/data.js';
import { tally, wordsOf } from './query.js';

/** A page or what a page links to, with its links both ways. */
export interface Spot {
  readonly path: string;
  /** Enough of the path to know it by. */
  readonly name: string;
  readonly kind: NodeKind;
  /** A page that no other page links to, and that is no front page. */
  readonly isOrphan: boolean;
  /** How many problems of the report are in it. */
  readonly problems: number;
  readonly worst: 'error' | 'warning' | undefined;
  readonly links: readonly Link[];
  readonly backlinks: readonly Link[];
}

export interface Link {
  readonly from: Spot;
  readonly to: Spot;
  readonly line: number;
  readonly state: LinkState;
}

export interface GraphModel {
  readonly spots: readonly Spot[];
  readonly links: readonly Link[];
}

export type Choice = 'pages' | 'orphans' | 'broken' | 'problems';

/** Where readers begin, so that no link has to lead there. */
const frontPage = /^(?:readme|index|_index|home|summary|_sidebar|_navbar)\.mdx?$/i;

export function graphModel({ nodes, edges }: GraphData, problems: readonly ProblemData[]): GraphModel {
  const counts = tally(problems, ({ path }) => path);
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const reached = new Set(edges.map(([, to]) => to));
  const ways = nodes.map(() => ({ links: [] as Link[], backlinks: [] as Link[] }));
  const spots = nodes.map(([path, kind], index): Spot => {
    const [name = path, parent] = path.split('/').reverse();
    const isFront = frontPage.test(name);
    const isOrphan = kind === 'page' && !reached.has(index) && !isFront;
    return {
      ...{ path, kind, name: isFront && parent ? `${parent}/${name}` : name },
      ...{ isOrphan, problems: counts.get(path) ?? 0 },
      worst: wrong.has(path) ? 'error' : counts.has(path) ? 'warning' : undefined,
      links: ways[index]?.links ?? [],
      backlinks: ways[index]?.backlinks ?? [],
    };
  });
  const links = edges.flatMap(([from, to, line, state]): Link[] => {
    const [source, target] = [spots[from], spots[to]];
    if (!source || !target) return [];
    const link = { from: source, to: target, line, state };
    ways[from]?.links.push(link);
    ways[to]?.backlinks.push(link);
    return [link];
  });
  return { spots, links };
}

export function isBroken({ state }: Link): boolean {
  return state === 'broken';
}

/** Whether a spot is in the picture: pages and what broken links lead to always are, the others where wanted. */
export function isDrawn(spot: Spot, hasOthers: boolean): boolean {
  return hasOthers || spot.kind === 'page' || spot.backlinks.some(isBroken);
}

const choices: Readonly<Record<Choice, (spot: Spot) => boolean>> = {
  pages: ({ kind }) => kind === 'page',
  orphans: ({ isOrphan }) => isOrphan,
  broken: ({ links }) => links.some(isBroken),
  problems: ({ problems }) => problems > 0,
};

export function chosen(spots: readonly Spot[], choice: Choice, text = ''): readonly Spot[] {
  const words = wordsOf(text);
  return spots.filter(
    (spot) => choices[choice](spot) && words.every((word) => spot.path.toLowerCase().includes(word)),
  );
}
