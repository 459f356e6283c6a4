import type { Change, Edit } from '../model.js';
import { lineColumn } from '../text.js';

/** Lines that a diff shows, those around a change included. */
export interface Hunk {
  readonly from: Range;
  readonly to: Range;
  /** With their line ends; the last one of a file may have none. */
  readonly lines: readonly (readonly [sign: ' ' | '-' | '+', line: string])[];
}

interface Range {
  /** From 1. */
  readonly line: number;
  readonly count: number;
}

/** Lines that give way to others; `first` counts from 0. */
interface Block {
  readonly first: number;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** Lines of context around each change. */
const context = 3;

/** A change by lines, which end with a line feed. A byte order mark is a part of the first one. */
export function hunksOf({ before, edits, mark: isMarked }: Change): Hunk[] {
  const mark = isMarked ? '\uFEFF' : '';
  const text = mark + before;
  const lines = linesOf(text);
  const shifted = edits.map((edit) => ({
    ...edit,
    start: edit.start + mark.length,
    end: edit.end + mark.length,
  }));
  const groups: [Block, ...Block[]][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of blocksOf(text, lines, shifted)) {
    if (block.first - end <= 2 * context) groups.at(-1)?.push(block);
    else groups.push([block]);
    end = block.first + block.old.length;
  }
  let growth = 0;
  return groups.map((group) => {
    const hunk = hunkOf(group, lines, growth);
    growth += hunk.to.count - hunk.from.count;
    return hunk;
  });
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '');
}

/** Edits on the same line make one block, without the lines at its ends that stay as they are. */
function blocksOf(text: string, lines: readonly string[], edits: readonly Edit[]): Block[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length);
  if (text !== '' && !text.endsWith('\n')) starts.pop();
  const lineOf = (offset: number): number => lineColumn(starts, offset).line - 1;
  const stretches: { readonly first: number; last: number; readonly edits: Edit[] }[] = [];
  for (const edit of edits) {
    const open = stretches.at(-1);
    const first = lineOf(edit.start);
    if (open && first <= open.last) {
      open.edits.push(edit);
      open.last = lineOf(edit.end);
    } else stretches.push({ first, last: lineOf(edit.end), edits: [edit] });
  }
  return stretches
    .map(({ first, last, edits }) => {
      const parts: string[] = [];
      let at = starts[first] ?? text.length;
      for (const { start, end, text: put } of edits) {
        parts.push(text.slice(at, start), put);
        at = end;
      }
      const now = parts.join('') + text.slice(at, starts[last + 1] ?? text.length);
      return trimmed({ first, old: lines.slice(first, last + 1), now: linesOf(now) });
    })
    .filter(({ old, now }) => old.length + now.length > 0);
}

function trimmed({ first, old, now }: Block): Block {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return {
    first: first + head,
    old: old.slice(head, old.length - tail),
    now: now.slice(head, now.length - tail),
  };
}

function hunkOf(group: readonly [Block, ...Block[]], lines: readonly string[], growth: number): Hunk {
  const last = group.at(-1) as Block;
  const start = Math.max(0, group[0].first - context);
  const end = Math.min(lines.length, last.first + last.old.length + context);
  const shown: [' ' | '-' | '+', string][] = [];
  let at = start;
  for (const { first, old, now } of group) {
    for (const line of lines.slice(at, first)) shown.push([' ', line]);
    for (const line of old) shown.push(['-', line]);
    for (const line of now) shown.push(['+', line]);
    at = first + old.length;
  }
  for (const line of lines.slice(at, end)) shown.push([' ', line]);
  const counted = (sign: string): number => shown.filter(([one]) => one === ' ' || one === sign).length;
  return {
    from: { line: start + 1, count: counted('-') },
    to: { line: start + 1 + growth, count: counted('+') },
    lines: shown,
  };
}
