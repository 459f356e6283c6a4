import type { Path, Target } from '../../model.js';
import { join } from '../../paths.js';
import { indexPage, type Listing, targetAt } from '../locate.js';
import { fragmentOf } from './routes.js';

/**
 * What a site shows at a path where pages keep the place of their files: the file itself, `a/b.html` or `a/b` as the
 * page `a/b.md`, `a/b/` by the index of the directory. Undefined where there is nothing; of names that differ in letter
 * case alone, only where no way leads to another.
 */
export function served(
  listing: Listing,
  path: Path,
  fragment: string | undefined,
  { indexes, isDirectory = false }: { readonly indexes: readonly string[]; readonly isDirectory?: boolean },
): Target | undefined {
  const stem = path.replace(/\.html$/i, '');
  const isIndex = stem !== path && /(?:^|\/)index$/i.test(stem);
  const directory = isIndex ? stem.replace(/\/?index$/i, '') : path;
  const pages = isDirectory ? [] : [`${stem}.md`, ...(stem === path ? [`${stem}.html`] : [])];
  const candidates = [...(isDirectory ? [] : [path]), ...pages].filter(
    (one) => listing.has(one) !== 'directory',
  );
  const targets = candidates.map((one) => targetAt(listing, one, fragment));
  const file = targets.find(({ kind }) => kind === 'file');
  if (file) return file;
  if (listing.has(directory) === 'directory') {
    const index = indexPage(listing, directory, [...indexes, 'index.html']);
    return {
      kind: 'directory',
      path: directory,
      ...(index === undefined ? {} : { index }),
      ...fragmentOf(fragment),
    };
  }
  return [...targets, targetAt(listing, directory, fragment)].find(({ kind }) => kind === 'case');
}

/** Whether a page may be made for the path by a file whose name is a pattern: `[name].md`, `[lang]/page.md`. */
export function isMade(listing: Listing, top: Path, route: string): boolean {
  let at = top;
  for (const segment of route.split('/')) {
    if (listing.list(at).some((name) => name.startsWith('['))) return true;
    at = join(at, segment);
    if (listing.has(at) !== 'directory') return false;
  }
  return false;
}
