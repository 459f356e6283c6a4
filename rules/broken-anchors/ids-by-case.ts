import type { Span } from '../../src/rule.js';

/** The ids of a page that differ from a fragment by letter case alone. */
export type SameButCase = (fragment: string, ids: ReadonlyMap<string, Span>) => readonly string[];

/** Folds the ids of each page once, however many links are asked about. */
export function idsByCase(): SameButCase {
  const pages = new Map<ReadonlyMap<string, Span>, ReadonlyMap<string, readonly string[]>>();
  return (fragment, ids) => {
    const folded = pages.get(ids) ?? fold(ids);
    pages.set(ids, folded);
    return folded.get(fragment.toLowerCase()) ?? [];
  };
}

function fold(ids: ReadonlyMap<string, Span>): ReadonlyMap<string, readonly string[]> {
  const folded = new Map<string, string[]>();
  for (const id of ids.keys()) {
    const its = folded.get(id.toLowerCase());
    if (its) its.push(id);
    else folded.set(id.toLowerCase(), [id]);
  }
  return folded;
}
