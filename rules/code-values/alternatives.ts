import type { Piece, Value } from './facts.js';
import { type Folded, foldPieces, spanIn } from './fold-pieces.js';
import { isJoin } from './places/leading-values.js';
import { foldSpace, readings } from './places/pieces.js';

/**
 * The values that a sentence names: code spans with nothing but commas, `or`, `and` and remarks in parentheses
 * between them, or the words behind a colon. They stand behind `after` where that is given, and behind `from`,
 * an offset; undefined when `after` is not there. Without `after`, a lone code span is taken only where there
 * is nothing better.
 */
export function alternatives(
  pieces: readonly Piece[],
  after: string | undefined,
  from: number,
): readonly Value[] | undefined {
  const own = pieces.filter(({ span: [start] }) => start >= from);
  const folded = foldPieces(own);
  const start = after === undefined ? 0 : endOf(after, folded.text);
  if (start === undefined) return undefined;
  const runs = codeRuns(own, folded, start);
  const run = after === undefined ? (runs.find(({ length }) => length > 1) ?? runs[0]) : runs[0];
  const words = wordsBehind(own, folded, start, after !== undefined);
  const isRun = run && (after !== undefined || run.length > 1) && isBefore(run, words);
  return isRun || words.length === 0 ? (run ?? []) : words;
}

function endOf(after: string, text: string): number | undefined {
  const ends = readings(after).flatMap((way) => {
    const at = text.indexOf(way);
    return at < 0 ? [] : [at + way.length];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function isBefore([a]: readonly Value[], [b]: readonly Value[]): boolean {
  return (a?.span[0] ?? 0) < (b?.span[0] ?? Number.POSITIVE_INFINITY);
}

/** Runs of code spans that begin at or behind a place of the folded text. */
function codeRuns(pieces: readonly Piece[], { places }: Folded, start: number): Value[][] {
  const first = places[start];
  const runs: Value[][] = [];
  let between: string | undefined;
  const begin = first === undefined ? pieces.length : first.piece + (first.offset > 0 ? 1 : 0);
  for (const { kind, text, span, write } of pieces.slice(begin)) {
    if (kind === 'text') {
      if (between !== undefined) between += text;
      continue;
    }
    const value: Value = { value: text, span, ...(write ? { write } : {}) };
    if (between !== undefined && isJoin(withoutRemarks(between))) runs.at(-1)?.push(value);
    else runs.push([value]);
    between = '';
  }
  return runs;
}

function withoutRemarks(text: string): string {
  return foldSpace(text.replace(/\([^()]*\)/g, ' ')).replace(' ,', ',');
}

/** Words behind a colon, or behind the start itself, up to the end of the sentence; none when code stands among them. */
function wordsBehind(pieces: readonly Piece[], folded: Folded, start: number, isStart: boolean): Value[] {
  const { text, places } = folded;
  const isCode = (at: number) => pieces[places[at]?.piece ?? -1]?.kind === 'code';
  const colon = colonBehind(text, start, isStart ? endOfSentence(text, start) : text.length, isCode);
  if (colon === undefined && !isStart) return [];
  const from = colon ?? start;
  const to = endOfSentence(text, from);
  for (let at = from; at < to; at++) if (isCode(at)) return [];
  return split(text.slice(from, to)).flatMap(({ word, at }) => {
    const span = spanIn(pieces, folded, from + at, word.length);
    return span ? [{ value: word, ...span }] : [];
  });
}

function endOfSentence(text: string, from: number): number {
  let at = from;
  while (at < text.length && !(/[.;!?]/.test(text[at] as string) && (text[at + 1] ?? ' ') === ' ')) at++;
  return at;
}

function colonBehind(
  text: string,
  start: number,
  end: number,
  isCode: (at: number) => boolean,
): number | undefined {
  for (let at = text.indexOf(':', start); at >= 0 && at < end; at = text.indexOf(':', at + 1)) {
    if (!isCode(at) && (text[at + 1] ?? ' ') === ' ') return at + 1;
  }
  return undefined;
}

/** What stands between commas, `or` and `and`, without a remark in parentheses behind it and quotes around it. */
function split(text: string): { readonly word: string; readonly at: number }[] {
  const found: { word: string; at: number }[] = [];
  let at = 0;
  for (const [index, part] of text.split(/(, (?:or|and) |,| (?:or|and) )/).entries()) {
    const bare = part.replace(/\([^()]*\) ?$/, '').trimEnd();
    const word = bare.trimStart();
    const quoted = /^["'“‘](.*)["'”’]$/.exec(word)?.[1];
    const start = at + bare.length - word.length;
    if (index % 2 === 0 && word !== '') {
      found.push(quoted === undefined ? { word, at: start } : { word: quoted, at: start + 1 });
    }
    at += part.length;
  }
  return found;
}
