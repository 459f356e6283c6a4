import type { Path } from '../../../src/rule.js';
import type { CodeName, Mention } from '../facts.js';
import { beginsAny } from './begins-any.js';
import type { CodePlace, FoundFiles, Kind, Known, Meant } from './kind.js';
import { nearName } from './near-name.js';
import { longestName } from './prefixed-names.js';

/** How names of a kind are compared. */
export interface Comparison {
  fold(name: string): string;
  /** Whether the code may have a name that it does not hold as one word. */
  isMade?(folded: string): boolean;
  readonly isEmpty?: boolean;
}

/** The names of source files, each with its first place. */
export function namesOf(files: FoundFiles): ReadonlyMap<string, CodePlace> {
  const names = new Map<string, CodePlace>();
  const add = (path: Path, [name, start, end]: CodeName) => {
    if (!names.has(name)) names.set(name, { path, span: [start, end] });
  };
  for (const [path, { names: found, declared = [] }] of files) {
    for (const one of declared) add(path, one);
    for (const one of found) add(path, one);
  }
  return names;
}

/** Holds mentions to names that must be the same. */
export function linkNames(files: FoundFiles, { fold, isMade, isEmpty }: Comparison): Known {
  const names = namesOf(files);
  const folded = new Set([...names.keys()].map(fold));
  const beginnings = new Set(files.flatMap(([, { beginnings = [] }]) => beginnings.map(fold)));
  const isBegun = beginsAny([...folded, ...beginnings]);

  return {
    isEmpty: isEmpty ?? (names.size === 0 && beginnings.size === 0),
    has({ name, isBeginning }) {
      const wanted = fold(name);
      return (
        folded.has(wanted) ||
        (beginnings.size > 0 && startsOf(wanted).some((start) => beginnings.has(start))) ||
        isMade?.(wanted) === true ||
        (isBeginning === true && isBegun(wanted))
      );
    },
    meant: meantAmong(names, fold),
  };
}

/** What a name begins with, of every length. */
function startsOf(name: string): string[] {
  return Array.from({ length: Math.min(name.length, longestName) }, (_, index) => name.slice(0, index + 1));
}

/** Whether a name is one of others, by what is the same about them. */
export function foldedIn(fold: (name: string) => string = (name) => name): Kind['documented'] {
  return (names) => {
    const folded = new Set([...names].map(fold));
    return (name) => folded.has(fold(name));
  };
}

/** The nearest of names, and whether nothing else can be meant. Each name is looked for once. */
function meantAmong(
  names: ReadonlyMap<string, CodePlace>,
  fold: (name: string) => string,
): (mention: Mention) => Meant | undefined {
  const byFold = new Map([...names.keys()].map((name) => [fold(name), name]));
  const found = new Map<string, Meant | undefined>();
  return ({ name, isBeginning }) => {
    if (isBeginning || names.size * (found.size + 1) > mostPairs) return undefined;
    if (!found.has(name)) found.set(name, search(name));
    return found.get(name);
  };

  function search(written: string): Meant | undefined {
    const near = nearName(fold(written), byFold.keys());
    const name = byFold.get(near?.name ?? '');
    const place = names.get(name ?? '');
    return near && name !== undefined && place
      ? { name, isSure: near.isSure, place, write: name }
      : undefined;
  }
}

/** Pairs of names beyond which near ones are not searched for. */
export const mostPairs = 2_000_000;
