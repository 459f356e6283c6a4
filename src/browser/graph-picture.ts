import { drawLabels } from './graph-labels.js';
import type { Placed, Ring } from './graph-layout.js';
import { isBroken, type Link, type Spot } from './graph-model.js';

/** What the picture is of. */
export interface Scene {
  readonly places: ReadonlyMap<Spot, Placed>;
  readonly rings: readonly Ring[];
  readonly links: readonly Link[];
}

/** What is looked at: all else is faint. */
export interface Focus {
  readonly selected: Spot | undefined;
  readonly pointed: Spot | undefined;
  /** What was looked for. */
  readonly lit: ReadonlySet<Spot> | undefined;
}

/** From the plane to the screen: times `k`, and moved. */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Canvas {
  readonly brush: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly colours: Colours;
}

export const colourNames = [
  ...(['text', 'muted', 'ring', 'fill', 'page', 'file'] as const),
  ...(['link', 'error', 'warning', 'accent', 'back', 'background'] as const),
];
export type Colours = Readonly<Record<(typeof colourNames)[number], string>>;

/** Lines that are drawn in one stroke: of long paths a browser is slow to find what they cover. */
const batch = 300;

/** Links that are drawn with dashes, which take a browser many times as long as a line. */
const mostDashed = 4000;

/** Directories, links and pages. */
export function drawGround(scene: Scene, camera: Camera, canvas: Canvas): void {
  canvas.brush.clearRect(0, 0, canvas.width, canvas.height);
  drawRings(scene, camera, canvas);
  drawLinks(scene, camera, canvas);
  for (const place of scene.places.values()) drawSpot(place, leastOf(scene), camera, canvas);
}

/** What lies over the ground: a veil, what is looked at, and names. */
export function drawFocus(scene: Scene, focus: Focus, camera: Camera, canvas: Canvas): void {
  const { brush, width, height, colours } = canvas;
  brush.clearRect(0, 0, width, height);
  const centre = focus.pointed ?? focus.selected;
  const near = centre ? neighbours(centre) : focus.lit;
  if (near) {
    brush.globalAlpha = 0.8;
    brush.fillStyle = colours.background;
    brush.fillRect(0, 0, width, height);
    brush.globalAlpha = 1;
  }
  if (centre) {
    for (const link of centre.backlinks)
      drawArrow(link, isBroken(link) ? colours.error : colours.back, scene, camera, canvas);
    for (const link of centre.links)
      drawArrow(link, isBroken(link) ? colours.error : colours.accent, scene, camera, canvas);
  }
  for (const spot of near ?? []) {
    const place = scene.places.get(spot);
    if (place) drawSpot(place, leastOf(scene), camera, canvas, spot === focus.selected);
  }
  drawLabels(scene, near, centre, camera, canvas);
}

/** The radius of what is small: where there is little, it can still be told what it is. */
function leastOf({ places }: Scene): number {
  return places.size > 3000 ? 1.5 : 3;
}

function neighbours(spot: Spot): ReadonlySet<Spot> {
  return new Set([...spot.links.map(({ to }) => to), ...spot.backlinks.map(({ from }) => from), spot]);
}

function drawRings({ rings }: Scene, camera: Camera, { brush, width, height, colours }: Canvas): void {
  brush.lineWidth = 1;
  for (const ring of rings) {
    const [x, y, r] = [ring.x * camera.k + camera.x, ring.y * camera.k + camera.y, ring.r * camera.k];
    if (r < 3 || x + r < 0 || y + r < 0 || x - r > width || y - r > height) continue;
    brush.beginPath();
    brush.arc(x, y, r, 0, 2 * Math.PI);
    brush.fillStyle = colours.fill;
    brush.fill();
    brush.strokeStyle = colours.ring;
    brush.stroke();
  }
}

function drawLinks(scene: Scene, camera: Camera, canvas: Canvas): void {
  const { brush, width, height, colours } = canvas;
  const usual = Math.max(0.05, Math.min(0.35, 14 / Math.sqrt(scene.links.length + 1)));
  const strokes = [
    { state: 'good', colour: colours.link, alpha: usual, dash: [], line: 1 },
    { state: 'lost', colour: colours.warning, alpha: Math.min(0.5, usual * 2), dash: [2, 4], line: 1 },
    { state: 'broken', colour: colours.error, alpha: Math.min(0.9, usual * 4), dash: [5, 3], line: 1.5 },
  ] as const;
  for (const { state, colour, alpha, dash, line } of strokes) {
    brush.strokeStyle = colour;
    brush.globalAlpha = alpha;
    brush.lineWidth = line;
    brush.setLineDash(scene.links.length > mostDashed ? [] : [...dash]);
    brush.beginPath();
    let count = 0;
    for (const link of scene.links) {
      if (link.state !== state) continue;
      const [a, b] = [scene.places.get(link.from), scene.places.get(link.to)];
      if (!a || !b) continue;
      const [ax, ay] = [a.x * camera.k + camera.x, a.y * camera.k + camera.y];
      const [bx, by] = [b.x * camera.k + camera.x, b.y * camera.k + camera.y];
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0)) continue;
      if ((ax > width && bx > width) || (ay > height && by > height)) continue;
      brush.moveTo(ax, ay);
      brush.lineTo(bx, by);
      count++;
      if (count % batch > 0) continue;
      brush.stroke();
      brush.beginPath();
    }
    brush.stroke();
  }
  brush.globalAlpha = 1;
  brush.setLineDash([]);
}

/** A disc for a page and a square for what is none; a hollow one for an orphan, a dashed one for what is missing. */
function drawSpot(
  { spot, ...place }: Placed,
  least: number,
  camera: Camera,
  canvas: Canvas,
  isSelected = false,
): void {
  const { brush, width, height, colours } = canvas;
  const x = place.x * camera.k + camera.x;
  const y = place.y * camera.k + camera.y;
  const r = Math.max(least, place.r * camera.k * 0.8);
  if (x + r < 0 || y + r < 0 || x - r > width || y - r > height) return;
  const colour = colourOf(spot, colours);
  const isHollow = spot.isOrphan || spot.kind === 'missing';
  brush.fillStyle = isHollow && r >= 2.5 ? colours.background : colour;
  if (r < 2.5) {
    brush.fillRect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
    return;
  }
  brush.beginPath();
  if (spot.kind === 'page') brush.arc(x, y, r, 0, 2 * Math.PI);
  else brush.rect(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4);
  brush.fill();
  if (!isHollow && !isSelected) return;
  brush.strokeStyle = isSelected ? colours.text : colour;
  brush.lineWidth = isSelected ? 3 : Math.max(1.5, Math.min(4, r / 3));
  if (spot.kind === 'missing') brush.setLineDash([3, 2]);
  brush.stroke();
  brush.setLineDash([]);
}

function colourOf(spot: Spot, colours: Colours): string {
  if (spot.kind === 'missing') return spot.backlinks.some(isBroken) ? colours.error : colours.warning;
  if (spot.kind !== 'page') return colours.file;
  if (spot.worst !== undefined) return colours[spot.worst];
  return spot.isOrphan ? colours.warning : colours.page;
}

function drawArrow(link: Link, colour: string, scene: Scene, camera: Camera, { brush }: Canvas): void {
  const [from, to] = [scene.places.get(link.from), scene.places.get(link.to)];
  if (!from || !to) return;
  const [ax, ay] = [from.x * camera.k + camera.x, from.y * camera.k + camera.y];
  const [bx, by] = [to.x * camera.k + camera.x, to.y * camera.k + camera.y];
  const angle = Math.atan2(by - ay, bx - ax);
  const gap = Math.max(1.5, to.r * camera.k * 0.8) + 2;
  const [tx, ty] = [bx - Math.cos(angle) * gap, by - Math.sin(angle) * gap];
  brush.strokeStyle = colour;
  brush.fillStyle = colour;
  brush.lineWidth = 1.5;
  brush.setLineDash(isBroken(link) ? [5, 3] : []);
  brush.beginPath();
  brush.moveTo(ax, ay);
  brush.lineTo(tx, ty);
  brush.stroke();
  brush.setLineDash([]);
  brush.beginPath();
  brush.moveTo(tx, ty);
  for (const side of [-0.4, 0.4])
    brush.lineTo(tx - Math.cos(angle + side) * 9, ty - Math.sin(angle + side) * 9);
  brush.fill();
}
