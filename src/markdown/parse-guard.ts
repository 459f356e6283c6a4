import type { Root } from 'mdast';
import type { Span } from '../model.js';
import { tooDeep, unreadable, walkBounded } from './parse-bounded.js';

/** Satteri takes some ten seconds for as many steps. */
const maxSteps = 1.5e10;
/**
 * Satteri copies a text anew for each character reference in it. With some times as many bytes as these, the
 * copies no longer fit in a string, which ends the process and cannot be caught.
 */
const maxCopied = 2e8;
/** Lines that are no longer cost too little to be looked at. */
const longLine = 4000;
/** What is kept of a long line at both ends, so that the skeleton has the page's blocks and links. */
const kept = 200;

const everyReference = /&#?\w+;/g;

interface Estimate {
  /** Lines that cost much, unless they are code. */
  readonly heavy: readonly Span[];
  readonly steps: number;
  /** At most; in bytes. */
  readonly copied: number;
}

/**
 * Refuses a page that satteri takes time or memory for by the square: underscores in a line without white
 * space, marks in a long line that is not all ASCII, and character references in one paragraph. None of
 * it matters in code, in HTML or in a definition, so `parse` is asked for the tree of a skeleton of the
 * page before it is refused.
 */
export function guard(text: string, parse: (skeleton: string) => Root): void {
  const { heavy, steps, copied } = estimate(text);
  if (steps <= maxSteps && copied <= maxCopied) return;
  const refused = new Set(steps > maxSteps ? heavy : []);
  let bytes = 0;
  walkBounded(parse(skeleton(text, heavy)), text, (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'text') {
      const source = text.slice(start, end);
      bytes += (Buffer.byteLength(source) * (source.match(everyReference)?.length ?? 0)) / 2;
      if (bytes > maxCopied)
        throw unreadable(text, start, 'has too many character references in this paragraph. Break it.');
    } else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      for (const [from, to] of refused)
        if (start < to - kept && from + kept < end)
          throw unreadable(text, from, `has a line of ${to - from} characters that is too dense. Break it.`);
    }
  });
}

function estimate(text: string): Estimate {
  const heavy: Span[] = [];
  let steps = 0;
  let copied = 0;
  let block: Block = { start: 0, references: 0 };
  let ampersand = text.indexOf('&');
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end === start || (end === start + 1 && text[start] === '\r')) {
      copied += bytesCopied(block, start);
      block = { start: end, references: 0 };
    }
    for (; ampersand >= 0 && ampersand < end; ampersand = text.indexOf('&', ampersand + 1))
      block.references++;
    if (end - start > longLine) {
      if (markerCount(text, start) > longLine) throw tooDeep(text, start);
      const more = lineSteps(text.slice(start, end));
      if (more > 0) heavy.push([start, end]);
      steps += more;
    }
    start = end + 1;
  }
  return { heavy, steps, copied: copied + bytesCopied(block, text.length) };
}

const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** How many quotes and items begin at the start of a line, as far as it matters. */
function markerCount(text: string, start: number): number {
  let count = 0;
  container.lastIndex = start;
  while (count <= longLine && container.test(text)) count++;
  return count;
}

interface Block {
  readonly start: number;
  references: number;
}

/** At three bytes a character, with the references spread evenly. */
function bytesCopied(block: Block, end: number): number {
  return 1.5 * block.references * (end - block.start);
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
