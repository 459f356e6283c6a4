import { select } from 'd3-selection';
import { type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Camera } from './graph-picture.js';

export interface CameraControl {
  readonly current: () => Camera;
  /** Times nearer, around the middle. */
  readonly scale: (by: number) => void;
  /** Pixels of the screen. */
  readonly move: (x: number, y: number) => void;
  /** Brings a part of the plane into the middle. */
  readonly show: (box: { readonly x: number; readonly y: number; readonly r: number }, fill?: number) => void;
}

/** What of the plane is on the screen; wheel, drag and touch move it. `onMove` is to draw it anew. */
export function useCamera(canvas: RefObject<HTMLCanvasElement | null>, onMove: () => void): CameraControl {
  const camera = useRef<Camera>(zoomIdentity);
  const behaviour = useRef<ZoomBehavior<HTMLCanvasElement, unknown>>(undefined);
  const told = useRef(onMove);
  told.current = onMove;
  useEffect(() => {
    const { current } = canvas;
    if (!current) return;
    behaviour.current = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.01, 20])
      .on('zoom', ({ transform }: { readonly transform: Camera }) => {
        camera.current = transform;
        told.current();
      });
    select(current).call(behaviour.current).on('dblclick.zoom', null);
  }, []);
  const withBoth = (
    use: (
      selection: ReturnType<typeof select<HTMLCanvasElement, unknown>>,
      how: ZoomBehavior<HTMLCanvasElement, unknown>,
    ) => void,
  ): void => {
    if (canvas.current && behaviour.current)
      use(select<HTMLCanvasElement, unknown>(canvas.current), behaviour.current);
  };
  const control = useRef<CameraControl>({
    current: () => camera.current,
    scale: (by) => withBoth((selection, how) => how.scaleBy(selection, by)),
    move: (x, y) =>
      withBoth((selection, how) => how.translateBy(selection, x / camera.current.k, y / camera.current.k)),
    show: ({ x, y, r }, fill = 0.94) =>
      withBoth((selection, how) => {
        const { clientWidth: width, clientHeight: height } = selection.node() as HTMLCanvasElement;
        const k = Math.max(0.01, Math.min(20, (fill * Math.min(width, height)) / (2 * Math.max(r, 1))));
        how.transform(selection, zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k));
      }),
  });
  return control.current;
}
