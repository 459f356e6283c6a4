import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation } from 'd3-force';
import { hierarchy, pack } from 'd3-hierarchy';
import type { GraphModel, Spot } from './graph-model.js';

/** Where a spot is drawn. The simulation moves it. */
export interface Placed {
  readonly spot: Spot;
  x: number;
  y: number;
  readonly r: number;
}

/** A circle around what is in a directory. */
export interface Ring {
  readonly path: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly depth: number;
}

interface Item {
  readonly name: string;
  readonly path: string;
  readonly spot?: Spot;
  readonly children: Map<string, Item>;
}

/** Directories as circles in circles; a page is larger the more pages link to it. */
export function byFolders(spots: readonly Spot[]): { readonly placed: Placed[]; readonly rings: Ring[] } {
  const top: Item = { name: '', path: '', children: new Map() };
  for (const spot of spots) {
    const parts = spot.path.split('/');
    let at = top;
    for (const [index, name] of parts.slice(0, -1).entries()) {
      const key = `/${name}`;
      const next = at.children.get(key) ?? {
        name,
        path: parts.slice(0, index + 1).join('/'),
        children: new Map<string, Item>(),
      };
      at.children.set(key, next);
      at = next;
    }
    at.children.set(spot.path, { name: spot.name, path: spot.path, spot, children: new Map() });
  }
  const tree = hierarchy(top, ({ children }) => [...children.values()])
    .sum(({ spot }) => (spot ? weight(spot) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const side = 40 * Math.sqrt(spots.length + 1);
  const all = pack<Item>()
    .size([side, side])
    .padding((node) => (node.depth === 0 ? 24 : node.children?.some((one) => one.children) ? 14 : 5))(tree)
    .descendants();
  return {
    placed: all.flatMap(({ data, x, y, r }) => (data.spot ? [{ spot: data.spot, x, y, r }] : [])),
    rings: all.flatMap(({ data, x, y, r, depth, parent, children }) =>
      data.spot || depth === 0 || (parent?.children?.length === 1 && children)
        ? []
        : [{ path: data.path, name: data.name, x, y, r, depth }],
    ),
  };
}

function weight({ backlinks }: Spot): number {
  return 1 + Math.min(40, backlinks.length) ** 0.8 / 2;
}

/** What links to each other is drawn near each other. It is to be run tick by tick, and moves what it is given. */
export function byLinks(placed: readonly Placed[], { links }: GraphModel): Simulation<Placed, undefined> {
  const places = new Map(placed.map((one) => [one.spot, one]));
  const ties = links.flatMap(({ from, to }) => {
    const [source, target] = [places.get(from), places.get(to)];
    return source && target ? [{ source, target }] : [];
  });
  return forceSimulation([...placed])
    .force('charge', forceManyBody<Placed>().strength(-45).theta(1.1))
    .force('link', forceLink<Placed, (typeof ties)[number]>(ties).distance(30))
    .force('x', forceX<Placed>(middle(placed, 'x')).strength(0.05))
    .force('y', forceY<Placed>(middle(placed, 'y')).strength(0.06))
    .alphaDecay(0.04)
    .stop();
}

function middle(placed: readonly Placed[], key: 'x' | 'y'): number {
  return placed.reduce((sum, one) => sum + one[key], 0) / Math.max(1, placed.length);
}
