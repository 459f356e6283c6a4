import {
  type Facts,
  type Fix,
  isWithin,
  join,
  nameOf,
  normalize,
  type Path,
  parentOf,
  relative,
} from '../../../src/rule.js';
import type { Manifest } from './manifests-of.js';
import type { EntryList } from './read-lists.js';

/** An entry for a page, at the end of the list that holds most of its neighbours; a guess at the place and the title. */
export function entryAdder(
  { path, directory, root }: Manifest,
  lists: readonly EntryList[],
): (page: Path, facts: Facts | undefined) => { readonly fix?: Fix } {
  const listFor = listFinder(lists, directory, root);
  return (page, facts) => {
    const list = listFor(page);
    return list ? addEntry(path, list, page, facts) : {};
  };
}

function addEntry(path: Path, list: EntryList, page: Path, facts: Facts | undefined): { readonly fix: Fix } {
  const { before, open, colon, comma, close } = list.pieces;
  const dotted = list.pages.at(-1)?.startsWith('.') ?? true;
  const way = relative(path, page);
  const members = [
    ...(list.hasTitle ? [['title', titleOf(page, facts)]] : []),
    ['path', way.startsWith('../') || !dotted ? way : `./${way}`],
  ].map(([key, value]) => `${JSON.stringify(key)}${colon}${JSON.stringify(value)}`);
  const text = `${before}{${open}${members.join(comma)}${close}}`;
  const edits = [{ path, start: list.end, end: list.end, text }];
  return { fix: { safe: false, description: `Add an entry to ${path}`, edits } };
}

/** Finds the list that names most pages of the same directory, or of the nearest one above; the first of several. */
function listFinder(
  lists: readonly EntryList[],
  directory: Path,
  root: Path,
): (page: Path) => EntryList | undefined {
  const byHome = new Map<Path, { readonly list: EntryList; readonly count: number }>();
  for (const list of lists) {
    const counts = new Map<Path, number>();
    for (const written of list.pages) {
      const page = normalize(join(directory, written.replace(/#.*$/, '')));
      if (page !== undefined) counts.set(homeOf(page), (counts.get(homeOf(page)) ?? 0) + 1);
    }
    for (const [home, count] of counts)
      if (count > (byHome.get(home)?.count ?? 0)) byHome.set(home, { list, count });
  }
  return (page) => {
    for (let home: Path | undefined = homeOf(page); home !== undefined; ) {
      const known = byHome.get(home);
      if (known) return known.list;
      home = home !== root && isWithin(root, home) && home !== '' ? parentOf(home) : undefined;
    }
    return lists[0];
  };
}

/** The directory that a page belongs to; an index page stands for its own one, which belongs to the one above. */
function homeOf(page: Path): Path {
  const isIndex = /^(?:readme|index)\.mdx?$/i.test(nameOf(page));
  return isIndex ? parentOf(parentOf(page)) : parentOf(page);
}

function titleOf(page: Path, facts: Facts | undefined): string {
  const heading = facts?.headings.find(({ depth }) => depth === 1) ?? facts?.headings[0];
  const title = heading?.content.map((part) =>
    typeof part === 'string' ? part : part[0] === 'code' ? part[1] : '',
  );
  const words = nameOf(page)
    .replace(/\.mdx?$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return title?.join('').trim() || words.charAt(0).toUpperCase() + words.slice(1);
}
