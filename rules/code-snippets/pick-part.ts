import { isRegionMark, nearest, regions } from '../../src/rule.js';
import type { Part } from './facts.js';
import { linesOf } from './fold.js';
import { findSymbol } from './symbols/find-symbol.js';

/** Lines of a source, each with its number. */
export interface Copy {
  readonly lines: readonly string[];
  /** As many as there are lines. */
  readonly numbers: readonly number[];
}

/** The lines that a part may mean, those that it means most likely first; `isOnly` where it can mean no others. */
export interface Picked {
  readonly copies: readonly [Copy, ...Copy[]];
  readonly isOnly: boolean;
}

export interface Missing {
  readonly code: 'missing-lines' | 'missing-region' | 'missing-symbol';
  /** A sentence, and what to do. */
  readonly message: string;
  readonly near?: string;
}

/** The lines of a part of a file. */
export function pickPart(text: string, path: string, part: Part | undefined): Picked | Missing {
  const lines = linesOf(text);
  if (part === undefined) return { copies: [copy(lines, 1, lines.length)], isOnly: true };
  if ('lines' in part) return pickLines(lines, path, part.lines);
  if ('region' in part) return pickRegion(text, lines, path, part.region);
  const found = findSymbol(text, path, part.symbol);
  if ('message' in found) return { code: 'missing-symbol', ...found };
  const [first, ...others] = found.ranges.map(([from, to]) => copy(lines, from, to));
  return { copies: [first as Copy, ...others], isOnly: true };
}

function pickLines(
  lines: readonly string[],
  path: string,
  [first, last]: readonly [number, number | null],
): Picked | Missing {
  const to = last ?? lines.length;
  if (first <= lines.length && to <= lines.length) return { copies: [copy(lines, first, to)], isOnly: true };
  const has = `${path} has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  const asked = last === first ? `line ${first} is` : `lines ${first} to ${last ?? 'the last'} are`;
  return { code: 'missing-lines', message: `${has}, and ${asked} past them. Name the lines meant.` };
}

/** Of several regions of one name, each is meant, or all together. */
function pickRegion(text: string, lines: readonly string[], path: string, name: string): Picked | Missing {
  const all = regions(text);
  const its = all.filter((one) => one.name === name);
  if (its.length === 0) {
    const near = nearest(name, new Set(all.map((one) => one.name)));
    const advice = near === undefined ? 'Mark it there, or name another.' : `Did you mean \`${near}\`?`;
    return {
      code: 'missing-region',
      message: `${path} marks no region \`${name}\`. ${advice}`,
      ...(near === undefined ? {} : { near }),
    };
  }
  const open = its.find(({ end }) => end === undefined);
  if (open) {
    const message = `Nothing ends the region \`${name}\`, which begins at ${path}:${open.start}. Mark its end.`;
    return { code: 'missing-region', message };
  }
  const copies = its.map(({ start, end }) => inside(lines, start, end as number));
  const whole = { lines: copies.flatMap((one) => one.lines), numbers: copies.flatMap((one) => one.numbers) };
  return { copies: copies.length > 1 ? [whole, ...copies] : [whole], isOnly: copies.length === 1 };
}

/** Between two marks, without the marks of other regions. */
function inside(lines: readonly string[], start: number, end: number): Copy {
  const { lines: all, numbers } = copy(lines, start + 1, end - 1);
  const kept = numbers.filter((_number, at) => !isRegionMark(all[at] as string));
  return { lines: kept.map((number) => lines[number - 1] as string), numbers: kept };
}

function copy(lines: readonly string[], from: number, to: number): Copy {
  const its = lines.slice(from - 1, to);
  return { lines: its, numbers: its.map((_line, at) => from + at) };
}
