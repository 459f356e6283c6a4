import type { Facts } from '../../src/rule.js';

const lineFragment = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/;

/** First and last line that a fragment such as `L10` or `L10-L20` names. */
export function linesOf({ fragment }: { readonly fragment?: string }): readonly [number, number] | undefined {
  const match = fragment?.startsWith('L') ? lineFragment.exec(fragment) : undefined;
  if (!match) return undefined;
  const first = Number(match[1]);
  return [first, Math.max(first, Number(match[2] ?? first))];
}

/** How many lines a file has; a line end at its end begins no further one. */
export function countLines({ lineStarts, length }: Facts): number {
  return lineStarts.at(-1) === length ? lineStarts.length - 1 : lineStarts.length;
}
