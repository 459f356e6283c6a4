import type { Path, Target } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import type { VitepressSettings } from '../../site/vitepress.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import { isMadeFile } from './media.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, normalizeRoute, routeBelow } from './routes.js';
import { isMade, served } from './served.js';

const indexes = ['index.md', 'README.md', 'readme.md'];

/**
 * VitePress, VuePress and docsify: pages keep the place of their files, with `.md`, with `.html` or without; a path from
 * the top begins in the source directory, or in `public`. What is rewritten may be anywhere.
 */
export const vitepressRouter: MakeRouter = (context) => {
  const { listing, site } = context;
  const { publicDirs, rewrites, hasRewrites, hasPlugins, isRelativeToTop, base } =
    site.settings as VitepressSettings;

  return (from, url, kind) => {
    const { path, fragment } = url;
    const rest = fragmentOf(fragment);
    if (path === '' && isRelativeToTop && fragment?.startsWith('/')) return { kind: 'unknown' };
    if (path === '') return { kind: 'file', path: from, ...rest };
    const top =
      site.content.filter((one) => isWithin(one, from)).sort((a, b) => b.length - a.length)[0] ?? '';
    if (kind === 'import' && !/^(?:\.{0,2}|@)\//.test(path)) return { kind: 'unknown' };
    if (/^[~#]|^@(?!\/)/.test(path)) return { kind: 'unknown' };
    if (kind === 'include' || kind === 'import') return fileAt(context, top, from, url);
    const found = ways(top, from, path)
      .flatMap((way) => served(listing, way, fragment, optionsFor(path)) ?? [])
      .filter((one) => one.kind !== 'directory' || mayBeDirectory(path));
    const shown = found.find((one) => one.kind !== 'case') ?? inPublic(url) ?? found[0];
    if (shown) return shown;
    const wanted = ways(top, from, path)[0];
    if (wanted === undefined) return { kind: 'outside', path };
    const route = isWithin(top, wanted) ? wanted.slice(top === '' ? 0 : top.length + 1) : '';
    if (hasRewrites || isMade(listing, top, route)) return { kind: 'unknown' };
    const [first = ''] = route.split('/');
    const isForeign = hasPlugins && listing.has(join(top, first)) !== 'directory';
    return path.startsWith('/') && (isForeign || isMadeFile(path))
      ? { kind: 'unknown' }
      : { kind: 'missing', path: wanted, ...rest };
  };

  /** Paths of the workspace that a url may mean; the first is the one that an author would expect. */
  function ways(top: Path, from: Path, path: string): readonly Path[] {
    if (path.startsWith('@/')) return [join(top, normalizeRoute(path.slice(2)))];
    if (!path.startsWith('/')) {
      const beside = normalize(`${parentOf(from)}/${path}`);
      const shown =
        rewrites.length > 0 ? rewritten(top, normalizeRoute(`${parentOf(routeOf(top, from))}/${path}`)) : [];
      const fromTop = isRelativeToTop ? [join(top, normalizeRoute(path))] : [];
      return beside === undefined ? [...shown, ...fromTop] : [beside, ...shown, ...fromTop];
    }
    const route = normalizeRoute(path);
    return [...new Set([routeBelow(base, route) ?? route, route])].flatMap((one) => rewritten(top, one));
  }

  /** The files that may be shown at a route. */
  function rewritten(top: Path, route: string): readonly Path[] {
    const moved = rewrites.flatMap(({ from, to }) =>
      route.startsWith(to) ? [from + route.slice(to.length)] : [],
    );
    return [...moved, route].map((one) => join(top, one).replace(/\/$/, ''));
  }

  /** Where a page is shown. */
  function routeOf(top: Path, page: Path): string {
    const inside = page.slice(top === '' ? 0 : top.length + 1);
    const rule = rewrites.find(({ from }) => inside.startsWith(from));
    return rule ? rule.to + inside.slice(rule.from.length) : inside;
  }

  /** VitePress takes a path without a slash at its end for a page; VuePress leads on. */
  function mayBeDirectory(path: string): boolean {
    return hasPlugins || /(?:\/|(?:^|\/)\.{1,2}|index\.html)$/.test(path);
  }

  function optionsFor(path: string): { readonly indexes: readonly string[]; readonly isDirectory: boolean } {
    return { indexes, isDirectory: path.endsWith('/') };
  }

  function inPublic({ path, fragment }: LocalUrl): Target | undefined {
    if (!path.startsWith('/')) return undefined;
    const route = normalizeRoute(path);
    for (const directory of publicDirs) {
      for (const one of new Set([routeBelow(base, route) ?? route, route])) {
        const found = served(listing, join(directory, one), fragment, { indexes: [], isDirectory: false });
        if (found && (found.kind !== 'directory' || found.index !== undefined)) return found;
      }
    }
    return undefined;
  }
};

/** A file as it is: from the page, from the source directory, or from where VuePress is started. */
function fileAt(
  { listing, site }: RouterContext,
  top: Path,
  from: Path,
  { path, fragment }: LocalUrl,
): Target {
  const { hasPlugins } = site.settings as VitepressSettings;
  const starts = path.startsWith('@/') ? (hasPlugins ? [top, ...above(top)] : [top]) : [parentOf(from)];
  const inside = path.replace(/^@\//, '');
  const ways = starts.flatMap((start) => normalize(`${start}/${inside}`) ?? []);
  const target = ways.find((way) => listing.has(way) === 'file') ?? ways[0];
  return target === undefined ? { kind: 'outside', path } : targetAt(listing, target, fragment);
}

/** The directories that hold a directory, the workspace last. */
function above(directory: Path): readonly Path[] {
  return directory === '' ? [] : [parentOf(directory), ...above(parentOf(directory))];
}
