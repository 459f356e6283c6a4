import type { Root } from 'mdast';
import type { Span } from '../model.js';
import { unreadable, walkBounded } from './parse-bounded.js';

/** Satteri takes some ten seconds for as many steps. */
const maxSteps = 1.5e10;
/** For more characters than these, what satteri hands over may not fit in a string, which ends the process. */
const maxCopies = 2 ** 28;
/** Lines that are no longer cost too little to be looked at. */
const longLine = 4000;
/** What is kept of a long line at both ends, so that the skeleton has the page's blocks and links. */
const kept = 200;

interface Estimate {
  /** Lines that cost much, unless they are code. */
  readonly heavy: readonly Span[];
  readonly steps: number;
  readonly copies: number;
}

/**
 * Refuses a page that satteri takes time or memory for by the square: underscores in a line without white
 * space, marks in a long line that is not all ASCII, and character references in one paragraph. The
 * estimate is too high for code, so `parse` is asked for the tree of a skeleton of the page first.
 */
export function guard(text: string, parse: (skeleton: string) => Root): void {
  const { heavy, steps, copies } = estimate(text);
  if (steps <= maxSteps && copies <= maxCopies) return;
  const refused = new Set(steps > maxSteps ? heavy : []);
  let copied = 0;
  walkBounded(parse(skeleton(text, heavy)), text, (node) => {
    if (node.type !== 'text') return;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    for (const line of refused)
      if (start < line[1] - kept && line[0] + kept < end)
        throw unreadable(text, line[0], 'has a line here that is too long and too dense to read. Break it.');
    copied += (end - start) * (text.slice(start, end).split('&').length - 1);
    if (copied > maxCopies)
      throw unreadable(text, start, 'has too many character references in a paragraph here. Break it.');
  });
}

function estimate(text: string): Estimate {
  const heavy: Span[] = [];
  let steps = 0;
  let copies = 0;
  let block = { start: 0, references: 0 };
  let reference = text.indexOf('&');
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end === start || (end === start + 1 && text[start] === '\r')) {
      copies += block.references * (start - block.start);
      block = { start: end, references: 0 };
    }
    for (; reference >= 0 && reference < end; reference = text.indexOf('&', reference + 1))
      block.references++;
    if (end - start > longLine) {
      const more = lineSteps(text.slice(start, end));
      if (more > 0) heavy.push([start, end]);
      steps += more;
    }
    start = end + 1;
  }
  return { heavy, steps, copies: copies + block.references * (text.length - block.start) };
}

function lineSteps(line: string): number {
  let steps = 0;
  for (const run of line.split(/\s+/))
    if (run.length > longLine) steps += run.length * (run.split('_').length - 1);
  if (/[^\0-\x7f]/.test(line)) steps += line.length * (line.match(/[*_~[<`&@]|:\/\/|www\./g)?.length ?? 0);
  return steps;
}

/** A text of the same length and the same blocks, in which nothing is costly. */
function skeleton(text: string, heavy: readonly Span[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const [from, to] of heavy) {
    parts.push(text.slice(end, from + kept), 'x'.repeat(to - from - 2 * kept));
    end = to - kept;
  }
  return (parts.join('') + text.slice(end)).replaceAll('&', '%');
}
