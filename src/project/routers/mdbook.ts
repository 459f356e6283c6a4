import type { Path } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import type { MdbookSettings } from '../../site/mdbook.js';
import { targetAt } from '../locate.js';
import { redirected } from '../redirected.js';
import type { MakeRouter } from './router.js';
import { fragmentOf, normalizeRoute, routeBelow } from './routes.js';
import { served } from './served.js';

const indexes = ['README.md', 'index.md', 'readme.md'];
/** What mdBook makes at the top of a book, whatever is in it. */
const made =
  /^(?:index\.html|print\.html|toc\.html|404\.html|searchindex\.(?:js|json)|toc\.js|book\.js|favicon\.\w+)$/;

/**
 * mdBook: a chapter is `a/b.md` or `a/b.html`, a README the index of its directory. What lies beside the book on its
 * host, other books and the documentation of code, is nothing that the workspace could tell of.
 */
export const mdbookRouter: MakeRouter = ({ listing, site }) => {
  const { siteUrl, chapters } = site.settings as MdbookSettings;
  const isRedirected = redirected(site.redirects);

  return (from, { path, fragment }, kind) => {
    const rest = fragmentOf(fragment);
    if (path === '') return { kind: 'file', path: from, ...rest };
    const top =
      site.content.filter((one) => isWithin(one, from)).sort((a, b) => b.length - a.length)[0] ?? '';
    const target = pathOf(top, from, path);
    if (kind === 'include') {
      return target === undefined ? { kind: 'outside', path } : targetAt(listing, target, fragment);
    }
    const isPage = /\.md$/i.test(path);
    if (target === undefined) return isPage ? { kind: 'outside', path } : { kind: 'unknown' };
    const found = served(listing, target, fragment, { indexes, isDirectory: path.endsWith('/') });
    if (found) {
      const page = found.kind === 'directory' ? found.index : found.kind === 'file' ? found.path : undefined;
      return page === undefined || isChapter(top, page) || from === join(top, 'SUMMARY.md')
        ? found
        : { kind: 'missing', path: page.replace(/\.md$/, '.html'), ...rest };
    }
    const inside = isWithin(top, target) ? target.slice(top === '' ? 0 : top.length + 1) : undefined;
    if (inside !== undefined && (made.test(inside) || isRedirected(inside))) {
      return { kind: 'virtual', path: target };
    }
    const isInside = isWithin(top, target);
    const isKnownPlace = isKnown(top, parentOf(target));
    const isBook = isPage ? isInside || isKnownPlace : isInside && isKnownPlace;
    const isOnSite = siteUrl !== '' && routeBelow(siteUrl, normalizeRoute(path)) !== undefined;
    const isSure = !path.startsWith('/') || isPage || isOnSite;
    return isBook && isSure ? { kind: 'missing', path: target, ...rest } : { kind: 'unknown' };
  };

  /** A file of Markdown in the book that the summary does not list is not rendered. */
  function isChapter(top: Path, page: Path): boolean {
    return chapters === null || !page.endsWith('.md') || !isWithin(top, page) || chapters.includes(page);
  }

  function pathOf(top: Path, from: Path, path: string): Path | undefined {
    if (!path.startsWith('/')) return normalize(`${parentOf(from)}/${path}`);
    const route = normalizeRoute(path);
    return join(top, routeBelow(siteUrl, route) ?? route);
  }

  /** A directory that is not there may be put there when the book is published. */
  function isKnown(top: Path, directory: Path): boolean {
    return directory === top || listing.has(directory) === 'directory';
  }
};
