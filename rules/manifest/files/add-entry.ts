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
export function addEntry(
  { path, directory, root }: Manifest,
  lists: readonly EntryList[],
  page: Path,
  facts: Facts | undefined,
): { readonly fix?: Fix } {
  const list = listFor(lists, directory, root, page);
  if (!list) return {};
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

/** The list that names most pages of the same directory, or of the nearest one above. */
function listFor(
  lists: readonly EntryList[],
  directory: Path,
  root: Path,
  page: Path,
): EntryList | undefined {
  const homes = lists.map((list) => ({
    list,
    homes: list.pages.flatMap((written) => homeOf(normalize(join(directory, written.replace(/#.*$/, ''))))),
  }));
  for (let home: Path | undefined = homeOf(page)[0]; home !== undefined; ) {
    const counted = homes.map(({ list, homes }) => ({
      list,
      count: homes.filter((one) => one === home).length,
    }));
    const most = Math.max(...counted.map(({ count }) => count));
    if (most > 0) return counted.find(({ count }) => count === most)?.list;
    home = home !== root && isWithin(root, home) && home !== '' ? parentOf(home) : undefined;
  }
  return lists[0];
}

/** The directory that a page belongs to; an index page stands for its own one, which belongs to the one above. */
function homeOf(page: Path | undefined): Path[] {
  if (page === undefined) return [];
  const isIndex = /^(?:readme|index)\.mdx?$/i.test(nameOf(page));
  return [isIndex ? parentOf(parentOf(page)) : parentOf(page)];
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
