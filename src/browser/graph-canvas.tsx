import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from './counted.js';
import { spotAt } from './graph-labels.js';
import { byFolders, byLinks, type Placed } from './graph-layout.js';
import type { GraphModel, Spot } from './graph-model.js';
import { useCamera } from './use-camera.js';
import { usePainter } from './use-painter.js';

interface Given {
  readonly model: GraphModel;
  readonly layout: 'folders' | 'links';
  readonly selected: Spot | undefined;
  readonly lit: ReadonlySet<Spot> | undefined;
  /** Another number when colours have changed. */
  readonly paint: number;
  readonly onSelect: (spot: Spot | undefined) => void;
}

/** The picture of the graph: to be moved, and to be pointed at. What it tells is in the panel beside it, too. */
export function GraphCanvas({ model, layout, selected, lit, paint, onSelect }: Given): VNode {
  const ground = useRef<HTMLCanvasElement>(null);
  const top = useRef<HTMLCanvasElement>(null);
  /** What was selected in the picture stays where it is. */
  const isPointedAt = useRef(false);
  const [pointed, setPointed] = useState<Spot>();
  const { placed, rings } = useMemo(() => byFolders(model.spots), [model]);
  const shownRings = layout === 'folders' ? rings : [];
  const places = useRef<ReadonlyMap<Spot, Placed>>(new Map());
  const painter = usePainter({
    ...{ ground, top },
    look: () => ({
      scene: { places: places.current, rings: shownRings, links: model.links },
      focus: { selected, pointed, lit },
      camera: camera.current(),
    }),
  });
  const camera = useCamera(top, () => painter.paint());
  const showAll = (): void => camera.show(boxOf([...places.current.values(), ...shownRings]));

  useEffect(() => {
    const own = placed.map((one) => ({ ...one }));
    places.current = new Map(own.map((one) => [one.spot, one]));
    showAll();
    painter.paint(true);
    if (layout === 'folders') return undefined;
    const simulation = byLinks(own, model);
    let wanted = 0;
    const step = (): void => {
      const end = performance.now() + Math.max(12, 2 * painter.cost());
      do simulation.tick();
      while (performance.now() < end && simulation.alpha() > 0.01);
      showAll();
      painter.paint(true);
      if (simulation.alpha() > 0.01) wanted = requestAnimationFrame(step);
    };
    wanted = requestAnimationFrame(step);
    return () => cancelAnimationFrame(wanted);
  }, [placed, layout]);

  useEffect(() => {
    if (selected && !isPointedAt.current) camera.show(around(selected, places.current));
    isPointedAt.current = false;
  }, [selected]);

  useEffect(() => painter.paint(), [pointed, selected, lit]);
  useEffect(() => painter.paint(true), [paint]);
  useEffect(() => {
    const anew = (): void => painter.paint(true);
    const watch = new ResizeObserver(anew);
    if (top.current) watch.observe(top.current);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', anew);
    return () => {
      watch.disconnect();
      scheme.removeEventListener('change', anew);
    };
  }, []);

  const at = ({ offsetX, offsetY }: MouseEvent): Spot | undefined =>
    spotAt(places.current.values(), camera.current(), offsetX, offsetY);
  const onKey = (event: KeyboardEvent): void => {
    const action = keys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (action === 'all') showAll();
    else if (typeof action === 'number') camera.scale(action);
    else camera.move(action[0], action[1]);
  };
  return (
    <main class="picture">
      <canvas ref={ground} class="ground" />
      <canvas
        ref={top}
        tabIndex={0}
        aria-label={describe(model)}
        style={{ cursor: pointed ? 'pointer' : 'grab' }}
        onMouseMove={(event) => setPointed(event.buttons ? undefined : at(event))}
        onMouseLeave={() => setPointed(undefined)}
        onClick={(event) => {
          isPointedAt.current = true;
          onSelect(at(event));
        }}
        onKeyDown={onKey}
      />
      <div class="scales">
        {(
          [
            ['+', 'Nearer', () => camera.scale(1.5)],
            ['−', 'Farther', () => camera.scale(1 / 1.5)],
            ['⤢', 'Show all', showAll],
          ] as const
        ).map(([sign, label, onClick]) => (
          <button type="button" class="icon" key={label} title={label} aria-label={label} onClick={onClick}>
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
    </main>
  );
}

function describe({ spots, links }: GraphModel): string {
  const size = `${counted(spots.length, 'node')}, ${counted(links.length, 'link')}`;
  return `${size}. Arrows move, plus and minus scale, 0 shows all. The list beside it has the same pages.`;
}

const keys: Readonly<Record<string, number | 'all' | readonly [x: number, y: number]>> = {
  '+': 1.3,
  '=': 1.3,
  '-': 1 / 1.3,
  '0': 'all',
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

/** A spot and its neighbours, not nearer than it takes to see some of what is around. */
function around(spot: Spot, places: ReadonlyMap<Spot, Placed>): Round {
  const place = places.get(spot);
  if (!place) return boxOf([...places.values()]);
  const near = [...spot.links.map(({ to }) => to), ...spot.backlinks.map(({ from }) => from)];
  const { x, y, r } = boxOf([place, ...near.flatMap((one) => places.get(one) ?? [])]);
  return { x, y, r: Math.max(r * 1.15, place.r * 16) };
}

interface Round {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** What holds all of them. */
function boxOf(all: readonly Round[]): Round {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, r } of all) {
    left = Math.min(left, x - r);
    right = Math.max(right, x + r);
    top = Math.min(top, y - r);
    bottom = Math.max(bottom, y + r);
  }
  if (left > right) return { x: 0, y: 0, r: 1 };
  return { x: (left + right) / 2, y: (top + bottom) / 2, r: Math.max(right - left, bottom - top) / 2 };
}
