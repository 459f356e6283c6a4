import type { Link, Path, Pinned, Project } from '../../src/rule.js';

/** A link of a page to lines of the own repository, as one commit has them. */
export interface Permalink {
  readonly page: Path;
  readonly link: Link;
  readonly pinned: Pinned;
  readonly first: number;
  readonly last: number;
  /** The fragment without what is around its numbers: `L10-L20`, `L10-20`, `lines-10:20`. */
  readonly fragment: string;
}

/** In the order of pages and links. */
export function* permalinks(project: Project): Iterable<Permalink> {
  for (const page of project.asked) {
    if (!project.isPage(page)) continue;
    for (const link of project.files.get(page)?.links ?? []) {
      const hash = link.url.indexOf('#');
      if (hash < 0) continue;
      const fragment = link.url.slice(hash + 1);
      const match = /^(?:L|lines-)(\d{1,9})(?:C\d+)?(?:[-:]L?(\d{1,9})(?:C\d+)?)?$/.exec(fragment);
      const pinned = match && project.pinned(link.url);
      if (!match || !pinned) continue;
      const first = Number(match[1]);
      yield { page, link, pinned, first, last: Math.max(first, Number(match[2] ?? first)), fragment };
    }
  }
}
