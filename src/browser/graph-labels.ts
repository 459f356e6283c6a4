import type { Placed, Ring } from './graph-layout.js';
import type { Spot } from './graph-model.js';
import type { Camera, Canvas, Scene } from './graph-picture.js';

const most = 160;
const font = '12px system-ui, sans-serif';
const [cellWidth, cellHeight] = [40, 16];

type Write = (text: string, x: number, y: number, colour: string, isForced?: boolean) => void;

/** Names of what is near enough to be read, or looked at; the larger first, none over another. */
export function drawLabels(
  { places, rings }: Scene,
  near: ReadonlySet<Spot> | undefined,
  centre: Spot | undefined,
  camera: Camera,
  canvas: Canvas,
): void {
  const { brush, width, height, colours } = canvas;
  brush.font = font;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  const isSeen = (x: number, y: number): boolean => x > -80 && y > -20 && x < width + 80 && y < height + 20;
  const write = writer(canvas);
  const candidates = near ? [...near].flatMap((spot) => places.get(spot) ?? []) : [...places.values()];
  const named = candidates
    .map((place) => ({
      ...place,
      x: place.x * camera.k + camera.x,
      y: place.y * camera.k + camera.y + place.r * camera.k * 0.8 + 9,
    }))
    .filter(({ x, y, r }) => isSeen(x, y) && (near !== undefined || r * camera.k > 9));
  named.sort((a, b) => Number(b.spot === centre) - Number(a.spot === centre) || b.r - a.r);
  for (const { spot, x, y } of named.slice(0, most))
    write(shortened(spot.name), x, y, colours.text, spot === centre);
  brush.font = `600 ${font}`;
  for (const ring of near ? [] : rings) writeRing(ring, camera, canvas, write, isSeen);
}

function writer({ brush, colours }: Canvas): Write {
  const taken = new Set<string>();
  return (text, x, y, colour, isForced = false) => {
    const wide = brush.measureText(text).width;
    const cells = cellsOf(x - wide / 2, y - cellHeight / 2, wide);
    if (!isForced && cells.some((cell) => taken.has(cell))) return;
    for (const cell of cells) taken.add(cell);
    brush.strokeStyle = colours.background;
    brush.lineWidth = 3;
    brush.strokeText(text, x, y);
    brush.fillStyle = colour;
    brush.fillText(text, x, y);
  };
}

function writeRing(
  ring: Ring,
  camera: Camera,
  { brush, colours }: Canvas,
  write: Write,
  isSeen: (x: number, y: number) => boolean,
): void {
  const r = ring.r * camera.k;
  const [x, y] = [ring.x * camera.k + camera.x, ring.y * camera.k + camera.y - r];
  if (r < 18 || !isSeen(x, y)) return;
  const text = shortened(ring.name);
  if (brush.measureText(text).width <= r * 2.4) write(text, x, y, colours.muted);
}

function cellsOf(x: number, y: number, width: number): string[] {
  const cells: string[] = [];
  for (let column = Math.floor(x / cellWidth); column <= Math.floor((x + width) / cellWidth); column++) {
    for (const row of [Math.floor(y / cellHeight), Math.floor((y + cellHeight - 1) / cellHeight)])
      cells.push(`${column} ${row}`);
  }
  return cells;
}

function shortened(name: string): string {
  return name.length > 36 ? `${name.slice(0, 35)}…` : name;
}

/** The spot that is drawn at a place of the screen, or close to it. */
export function spotAt(places: Iterable<Placed>, camera: Camera, x: number, y: number): Spot | undefined {
  let best: { readonly spot: Spot; readonly distance: number } | undefined;
  for (const { spot, x: px, y: py, r } of places) {
    const distance =
      Math.hypot(px * camera.k + camera.x - x, py * camera.k + camera.y - y) - r * camera.k * 0.8;
    if (distance < 5 && (best === undefined || distance < best.distance)) best = { spot, distance };
  }
  return best?.spot;
}
