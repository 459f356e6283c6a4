import type { Link, Path, Target } from '../model.js';
import { isWithin } from '../paths.js';
import type { Site } from '../site/site.js';
import type { Seen } from './face.js';

/** By these, a file or a directory whose name begins with `_` is never a page of its own. */
const underscored = new Set<Site['router']>(['docusaurus', 'starlight']);

/**
 * Tells whether a page is shown as a part of others, which include or import it. What it leads to relatively, and which
 * anchors are around it, is then up to them.
 */
export function findParts(
  site: Site,
  files: ReadonlyMap<Path, Seen>,
  resolve: (from: Path, link: Link) => Target,
): (page: Path) => boolean {
  let known: ReadonlySet<Path> | undefined;

  function look(): ReadonlySet<Path> {
    const parts = new Set<Path>();
    for (const [from, { links }] of files) {
      for (const link of links) {
        if (link.kind !== 'include' && link.kind !== 'import') continue;
        const target = resolve(from, link);
        if (target.kind === 'file' && target.path !== from) parts.add(target.path);
      }
    }
    return parts;
  }

  return (page) => {
    if (site.router === 'files') return false;
    known ??= look();
    if (known.has(page)) return true;
    const top = site.content.find((directory) => isWithin(directory, page)) ?? '';
    return underscored.has(site.router) && /(?:^|\/)_/.test(page.slice(top.length));
  };
}
