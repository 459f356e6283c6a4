import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  type Camera,
  type Canvas,
  type Colours,
  colourNames,
  drawFocus,
  drawGround,
  type Focus,
  type Scene,
} from './graph-picture.js';

/** Milliseconds. */
const quick = 20;
const rest = 140;

export interface Painter {
  /** Draws soon; `isOther` says that more than the camera and the focus has changed. */
  readonly paint: (isOther?: boolean) => void;
  /** How long the ground takes to draw, in milliseconds. */
  readonly cost: () => number;
}

interface Given {
  readonly ground: RefObject<HTMLCanvasElement | null>;
  readonly top: RefObject<HTMLCanvasElement | null>;
  readonly look: () => { readonly scene: Scene; readonly focus: Focus; readonly camera: Camera };
}

/**
 * Draws a picture on two canvases, one over the other. Where the lower one takes long, it is moved as it is while the
 * camera moves, and drawn anew when that rests.
 */
export function usePainter({ ground, top, look }: Given): Painter {
  const latest = useRef(look);
  latest.current = look;
  const state = useRef({ cost: 0, isOther: true, frame: 0, timer: 0, drawn: { k: 1, x: 0, y: 0 } as Camera });
  const painter = useRef<Painter>(undefined);
  const paintGround = (canvas: HTMLCanvasElement): void => {
    const { scene, camera } = latest.current();
    const start = performance.now();
    drawGround(scene, camera, fitted(canvas));
    canvas.style.transform = '';
    Object.assign(state.current, { cost: performance.now() - start, isOther: false, drawn: camera });
  };
  const paintNow = (): void => {
    const { cost, isOther, drawn } = state.current;
    if (!ground.current || !top.current) return;
    const { scene, focus, camera } = latest.current();
    const isMoved = camera.k !== drawn.k || camera.x !== drawn.x || camera.y !== drawn.y;
    clearTimeout(state.current.timer);
    if (isOther || (isMoved && cost < quick)) paintGround(ground.current);
    else if (isMoved) {
      const k = camera.k / drawn.k;
      const [x, y] = [camera.x - drawn.x * k, camera.y - drawn.y * k];
      ground.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
      state.current.timer = window.setTimeout(() => ground.current && paintGround(ground.current), rest);
    }
    drawFocus(scene, focus, camera, fitted(top.current));
  };
  painter.current ??= {
    paint: (isOther = false) => {
      state.current.isOther ||= isOther;
      cancelAnimationFrame(state.current.frame);
      state.current.frame = requestAnimationFrame(paintNow);
    },
    cost: () => state.current.cost,
  };
  useEffect(
    () => () => {
      cancelAnimationFrame(state.current.frame);
      clearTimeout(state.current.timer);
    },
    [],
  );
  return painter.current;
}

/** A canvas with as many dots as the screen has there. */
function fitted(canvas: HTMLCanvasElement): Canvas {
  const { clientWidth: width, clientHeight: height } = canvas;
  const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
  brush.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  const style = getComputedStyle(canvas);
  const colours = colourNames.map((name) => [name, style.getPropertyValue(`--${name}`)]);
  return { brush, width, height, colours: Object.fromEntries(colours) as Colours };
}
