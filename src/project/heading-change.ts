import type { Hunk } from '../host/parse-patches.js';
import { nearest } from '../nearest.js';

/** What stands where a heading was taken away. */
export interface Replacement {
  readonly line: string;
  readonly sure: boolean;
}

/** What one change did to the headings of a page. */
export interface HeadingChange {
  /** What stands for the heading that had one of these ids, or these letters: null for nothing, undefined where the change did not take it away. */
  replacementOf(ids: readonly string[], letters: string): Replacement | null | undefined;
}

interface Place {
  readonly at: number;
  readonly line: string;
  readonly hunk: Hunk;
}

/** A line that may write a heading: Markdown's, or a raw HTML one. */
const marked = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|<h[1-6][\s>])/i;
const rule = /^(?:-+|=+)\s*$/;
/** Of an unmarked line, as of a heading. */
const longestLine = 200;
/** Headings that went times those that came: of more, nobody tells which is like which. */
const mostPairs = 250_000;

/** Reads the hunks of a change once, whatever is asked of it later; `idsOf` tells the ids of a line that is marked as a heading. */
export function headingChange(
  hunks: readonly Hunk[],
  idsOf: (line: string) => readonly string[],
): HeadingChange {
  const lost = new Map<string, Place>();
  const brought = new Set<string>();
  /** A heading whose mark is a line below it looks like any line: only its letters tell. */
  const lostLines = new Map<string, Map<string, Place>>();
  const broughtLines = new Map<string, Set<string>>();
  const rewritten = new Set(hunks.filter(({ removed }) => removed.length > 0).map(({ line }) => line));
  const sides = new Map<Hunk, ReturnType<typeof sidesOf>>();

  let at = 0;
  for (const hunk of hunks) {
    for (const line of hunk.removed) {
      const place = { at: at++, line, hunk };
      if (marked.test(line)) for (const id of idsOf(line)) lost.set(id, lost.get(id) ?? place);
      else {
        const letters = lettersOfLine(line);
        const its = lostLines.get(letters);
        if (letters !== '' && !its) lostLines.set(letters, new Map([[line, place]]));
        else if (its && !its.has(line)) its.set(line, place);
      }
    }
    for (const line of hunk.added) {
      if (marked.test(line)) for (const id of idsOf(line)) brought.add(id);
      else {
        const letters = lettersOfLine(line);
        if (letters !== '') broughtLines.set(letters, (broughtLines.get(letters) ?? new Set()).add(line));
      }
    }
  }

  function placeOf(ids: readonly string[], letters: string): Place | undefined {
    const writes = (line: string): boolean => idsOf(asHeading(line)).some((id) => ids.includes(id));
    if (ids.some((id) => brought.has(id)) || [...(broughtLines.get(letters) ?? [])].some(writes)) return;
    const places = ids.flatMap((id) => lost.get(id) ?? []);
    const plain = [...(lostLines.get(letters)?.values() ?? [])].find(({ line }) => writes(line));
    return [...places, ...(plain ? [plain] : [])].sort((a, b) => a.at - b.at)[0];
  }

  function sidesOf({ removed, added }: Hunk) {
    const isHeading = (line: string): boolean => marked.test(line) && idsOf(line).length > 0;
    const went = removed.filter(isHeading);
    return {
      went: firstPlaces(went),
      came: added.filter(isHeading),
      isEven: went.length === added.filter(isHeading).length,
      isBounded: went.length * added.length <= mostPairs,
      removed: firstPlaces(removed),
      words: removed.filter((line) => !rule.test(line)).length,
    };
  }

  /** Its counterpart when as many headings came as went, else the one most like it. */
  function replacement({ line: lost, hunk }: Place): Replacement | undefined {
    const { went, came, isEven, isBounded, removed, words } = remembered(sides, hunk, sidesOf);
    if (!/^\s*[#<]/.test(lost)) {
      const line = hunk.added[removed.get(lost) ?? -1]?.trim() ?? '';
      if (hunk.removed.length !== hunk.added.length || line === '') return undefined;
      return { line: asHeading(line), sure: words === (rule.test(lost) ? 0 : 1) };
    }
    if (isEven) {
      const line = came[went.get(lost) ?? -1];
      if (line === undefined) return undefined;
      const isAlone = hunk.removed.length === 1 && hunk.added.length === 1 && !isTextNew(hunk);
      return { line, sure: depthOf(line) === depthOf(lost) && (isAlone || isAlike(lost, line)) };
    }
    const like = isBounded ? came.find((line) => isAlike(lost, line)) : undefined;
    return like === undefined ? undefined : { line: like, sure: false };
  }

  /** Whether the text right below a heading went in the same change, so that it may be another section. */
  function isTextNew({ line }: Hunk): boolean {
    return rewritten.has(line + 1) || rewritten.has(line + 2);
  }

  return {
    replacementOf(ids, letters) {
      const place = placeOf(ids, letters);
      return place && (replacement(place) ?? null);
    },
  };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function firstPlaces(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.map((line, index) => [line, index] as const).reverse());
}

function asHeading(line: string): string {
  return `# ${line.trim()}`;
}

function lettersOfLine(line: string): string {
  return line.length < longestLine ? lettersOf(line) : '';
}

export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function depthOf(line: string): number {
  return /^\s*(#*)/.exec(line)?.[1]?.length ?? 0;
}

/** Near by its letters, or with half of its words. */
function isAlike(a: string, b: string): boolean {
  if (nearest(a, [b]) !== undefined) return true;
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 0 && 2 * shared >= Math.max(words.size, others.size);
}

function wordsOf(line: string): ReadonlySet<string> {
  return new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
