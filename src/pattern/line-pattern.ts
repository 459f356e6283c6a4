import type { Span } from '../model.js';
import { code } from '../quote.js';
import { compilePattern } from './compile.js';
import { type Node, PatternError, parsePattern } from './parse.js';
import { search } from './search.js';

/** A line that is longer is not searched. */
export const longestLine = 10_000;

/** A regular expression of a config, which takes no longer than its length by that of the text. */
export interface LinePattern {
  /** Where its group matches in one line, empty matches left out; none in a line that is too long. */
  matches(line: string): Span[];
  /** What every match of the group begins with; empty where that is not fixed. */
  readonly beginning: string;
  /** Whether the group's own part of the pattern matches a text from end to end. */
  isWhole(text: string): boolean;
}

/** Reads a pattern. Its group is the one that is named, else the first one, else the whole; `wrong` ends a sentence. */
export function linePattern(
  source: string,
  group?: string | number,
): LinePattern | { readonly wrong: string } {
  try {
    const { node, groups, count } = parsePattern(source);
    const number = typeof group === 'string' ? groups.get(group) : (group ?? Math.min(1, count));
    if (number === undefined || number > count) return { wrong: `it has no group ${code(String(group))}` };
    const own = number === 0 ? node : (groupOf(node, number) ?? node);
    const program = compilePattern({ node, groups, count });
    const whole = compilePattern({ node: wholly(own), groups, count });
    const [first, ownFirst] = [beginning(node), beginning(own)];
    const mayBegin = firstOf(own);
    return {
      beginning: ownFirst,
      matches: (line) =>
        line.length > longestLine || !line.includes(first)
          ? []
          : spans(search(program, count, [...line]), line),
      isWhole: (text) =>
        text.length <= longestLine &&
        text.startsWith(ownFirst) &&
        mayBegin(text) &&
        !search(whole, count, [...text]).next().done,
    };

    function spans(found: ReturnType<typeof search>, line: string): Span[] {
      const offsets = [0];
      for (const character of line) offsets.push((offsets.at(-1) as number) + character.length);
      return [...found].flatMap((matched): Span[] => {
        const [start, end] = matched[number as number] ?? [0, 0];
        return start < end ? [[offsets[start] as number, offsets[end] as number]] : [];
      });
    }
  } catch (error) {
    if (error instanceof PatternError) return { wrong: error.message };
    throw error;
  }
}

function wholly(node: Node): Node {
  return { kind: 'row', of: [{ kind: 'assert', mark: '^' }, node, { kind: 'assert', mark: '$' }] };
}

function groupOf(node: Node, number: number): Node | undefined {
  if (node.kind === 'group' && node.number === number) return node;
  if (!('of' in node)) return undefined;
  const inside = 'kind' in node.of ? [node.of] : node.of;
  for (const one of inside) {
    const found = groupOf(one, number);
    if (found) return found;
  }
  return undefined;
}

/** What every match begins with; empty where that is not fixed. */
function beginning(node: Node): string {
  if (node.kind === 'test') return node.only ?? '';
  if (node.kind === 'group') return beginning(node.of);
  if (node.kind !== 'row') return '';
  let text = '';
  for (const one of node.of) {
    if (one.kind === 'assert') continue;
    if (one.kind !== 'test' || one.only === undefined) return text === '' ? beginning(one) : text;
    text += one.only;
  }
  return text;
}

/** Whether a text begins with what a match could begin with, as far as that is told by one part of the pattern. */
function firstOf(node: Node): (text: string) => boolean {
  if (node.kind === 'test') return (text) => node.test(String.fromCodePoint(text.codePointAt(0) ?? 0));
  if (node.kind === 'group') return firstOf(node.of);
  if (node.kind === 'repeat' && node.least > 0) return firstOf(node.of);
  if (node.kind === 'row' && node.of[0]) return firstOf(node.of[0]);
  return () => true;
}
