import type { Path } from '../model.js';

/** What belongs to each path, in the order of their first. */
export function byPage<T extends { readonly path: Path }>(all: readonly T[]): Map<Path, T[]> {
  const pages = new Map<Path, T[]>();
  for (const one of all) {
    const page = pages.get(one.path);
    if (page) page.push(one);
    else pages.set(one.path, [one]);
  }
  return pages;
}
