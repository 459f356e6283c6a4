import { findLines } from './find-lines.js';

/** Where lines are in a later text, by index. */
export interface Followed {
  readonly at: number;
  readonly length: number;
  /** Whether they are the same lines still. */
  readonly same: boolean;
}

/**
 * What became of some lines of a text in a later one: they are there, they are elsewhere, or others stand between
 * what was around them. Undefined where nothing stands there any more.
 */
export function followLines(
  before: readonly string[],
  after: readonly string[],
  [from, to]: readonly [from: number, to: number],
  map: ReadonlyMap<number, number> = matchLines(before, after),
): Followed | undefined {
  const lines = before.slice(from, to);
  const same = (at: number): boolean =>
    lines.every((line, index) => after[at + index]?.trimEnd() === line.trimEnd());
  const [start, end] = [map.get(from), map.get(to - 1)];
  const places = [from, ...(start === undefined ? [] : [start])].filter(same);
  // Where the same lines are at both places, those are meant whose surroundings came along.
  const kept = places.find((at) => at === start) ?? places[0];
  if (kept !== undefined) return { at: kept, length: lines.length, same: true };
  const [elsewhere, ...others] = findLines(lines, after);
  if (elsewhere !== undefined && others.length === 0)
    return { at: elsewhere, length: lines.length, same: true };
  const begin = start ?? nearest(map, from, -1) + 1;
  const stop = end === undefined ? nearest(map, to - 1, 1) : end + 1;
  return begin < stop ? { at: begin, length: stop - begin, same: false } : undefined;
}

/** Where the nearest line before or behind a line went, of those that both texts have. */
function nearest(map: ReadonlyMap<number, number>, from: number, step: -1 | 1): number {
  for (let at = from + step; ; at += step) {
    const to = map.get(at);
    if (to !== undefined) return to;
  }
}

/**
 * Lines of two texts that belong together, by Heckel's algorithm: those that each has once, and what stands
 * around these in both. So do the ends of the texts, at -1 and behind the last line. Linear.
 */
export function matchLines(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const taken = new Set<number>();
  const join = (a: number, b: number): void => {
    map.set(a, b);
    taken.add(b);
  };
  join(-1, -1);
  join(before.length, after.length);
  const theirs = once(after);
  for (const [line, at] of once(before)) {
    const other = theirs.get(line);
    if (at !== undefined && other !== undefined) join(at, other);
  }
  const grow = (at: number, step: -1 | 1): void => {
    const to = map.get(at);
    const [a, b] = [at + step, (to ?? 0) + step];
    if (to === undefined || map.has(a) || taken.has(b) || before[a] === undefined) return;
    if (before[a] === after[b]) join(a, b);
  };
  for (let at = -1; at < before.length; at++) grow(at, 1);
  for (let at = before.length; at >= 0; at--) grow(at, -1);
  return map;
}

/** Each line with its place, or with undefined where it stands twice. */
function once(lines: readonly string[]): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '') places.set(line, places.has(line) ? undefined : at);
  }
  return places;
}
