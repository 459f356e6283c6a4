import { mask } from './mask.js';
import type { Outline } from './symbol.js';

/** Reads a source once; undefined where its brackets do not fit, so that nothing of it can be told for sure. */
export function outlineOf(text: string, path: string): Outline | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const masked = mask(text, path).split(/\r\n|\r|\n/);
  const depths = [0];
  let depth = 0;
  for (const line of masked) {
    for (const character of line) {
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character)) depth--;
      if (depth < 0) return undefined;
    }
    depths.push(depth);
  }
  return depth === 0 ? { lines, masked, depths } : undefined;
}
