import type { Path, Target } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import type { DocusaurusSettings } from '../../site/docusaurus.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import { type DocusaurusTables, docusaurusTables } from './docusaurus-routes.js';
import { isMadeFile, isMedia } from './media.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, joinRoute, normalizeRoute, routeBelow } from './routes.js';

/**
 * Docusaurus: a link to a `.md` or `.mdx` file goes by files, from the page, the docs or the site; any other is a route,
 * relative to the page's own, or a file of `static`. Whether a page's route ends with a slash is up to the host, so
 * that a relative route is right when either reading is.
 */
export const docusaurusRouter: MakeRouter = (context) => {
  const tables = docusaurusTables(context);
  return (from, url, kind) => {
    const { path, fragment } = url;
    if (path === '') return { kind: 'file', path: from, ...fragmentOf(fragment) };
    if (path.startsWith('@site/')) return inSite(context, url);
    if (kind === 'import' && !/^\.{0,2}\//.test(path)) return { kind: 'unknown' };
    if (/\.mdx?$/i.test(path)) return pageFile(context, from, url);
    const file = assetFile(context, from, url);
    if (file?.kind === 'file' || (file && kind === 'image')) return file;
    const found = shown(context, tables, from, url) ?? file;
    if (found) return found;
    const [route] = candidates(context, tables, from, path);
    return route !== undefined && isOurs(context, tables, route)
      ? { kind: 'missing', path: expected(context, from, route), ...fragmentOf(fragment) }
      : { kind: 'unknown' };
  };
};

function inSite({ listing, site }: RouterContext, { path, fragment }: LocalUrl): Target {
  const target = normalize(`${site.base}/${path.slice('@site/'.length)}`);
  return target === undefined ? { kind: 'outside', path } : targetAt(listing, target, fragment);
}

function settingsOf({ site }: RouterContext): DocusaurusSettings {
  return site.settings as DocusaurusSettings;
}

/** The docs that a page belongs to most closely. */
function docsOf(context: RouterContext, page: Path): DocusaurusSettings['docs'][number] | undefined {
  const all = settingsOf(context).docs.filter(({ dir }) => isWithin(dir, page));
  return all.sort((a, b) => b.dir.length - a.dir.length)[0];
}

/** A page by its file: relative to the page itself, to the docs, a translation's original among them, or to the site. */
function pageFile(context: RouterContext, from: Path, { path, fragment }: LocalUrl): Target {
  const { listing, site } = context;
  const docs = docsOf(context, from);
  const tops = [...(docs ? [docs.dir, docs.original ?? docs.dir] : []), site.base];
  const here = parentOf(from);
  const original =
    docs?.original !== undefined
      ? join(docs.original, here.slice(docs.dir.length + 1)).replace(/\/$/, '')
      : here;
  const bases = path.startsWith('/') ? tops : [here, original, ...(path.startsWith('.') ? [] : tops)];
  const tried = bases.flatMap((base) => normalize(`${base}/${path}`) ?? []);
  const targets = tried.map((one) => targetAt(listing, one, fragment));
  const first = tried[0];
  if (first === undefined) return { kind: 'outside', path };
  return (
    targets.find(({ kind }) => kind === 'file') ??
    targets.find(({ kind }) => kind === 'case') ?? { kind: 'missing', path: first, ...fragmentOf(fragment) }
  );
}

/** A file that is copied as it is: beside the page, or in `static`. */
function assetFile(context: RouterContext, from: Path, { path, fragment }: LocalUrl): Target | undefined {
  const { listing, site } = context;
  const { baseUrl, staticDirs } = settingsOf(context);
  if (!isMedia(path) && !isMadeFile(path) && !/\.html?$/i.test(path)) return undefined;
  const name = normalizeRoute(path);
  const inStatic = [name, routeBelow(baseUrl, name) ?? name].flatMap((route) =>
    staticDirs.map((directory) => join(directory, route)),
  );
  const original = docsOf(context, from)?.original;
  const beside = [parentOf(from), ...(original === undefined ? [] : [original])].flatMap(
    (base) => normalize(`${base}/${path}`) ?? [],
  );
  const candidates = path.startsWith('/') ? [...inStatic, join(site.base, name)] : [...beside, ...inStatic];
  const targets = candidates.map((candidate) => targetAt(listing, candidate, fragment));
  const found = targets.find(({ kind }) => kind === 'file') ?? targets.find(({ kind }) => kind === 'case');
  if (found || /\.html?$/i.test(path)) return found;
  if (path.startsWith('/')) {
    const isStatic = staticDirs.some((directory) => listing.has(directory) === 'directory');
    return isStatic && isMedia(path) ? targets[0] : undefined;
  }
  return targets[0] ?? { kind: 'outside', path };
}

/** What a route shows, in the page's own language and then in the default one. */
function shown(
  context: RouterContext,
  tables: DocusaurusTables,
  from: Path,
  { path, fragment }: LocalUrl,
): Target | undefined {
  const { defaultLocale } = settingsOf(context);
  const own = tables.ofPage.get(from)?.locale ?? docsOf(context, from)?.locale ?? defaultLocale;
  const languages = [...new Set([own, defaultLocale])].flatMap((locale) => tables.byLocale.get(locale) ?? []);
  const routes = candidates(context, tables, from, path);
  const found = routes.flatMap((route) => languages.flatMap((table) => table.find(route, fragment) ?? []));
  return found.find(({ kind }) => kind !== 'case') ?? inStaticDirs(context, routes, fragment) ?? found[0];
}

/** A route from the top with and without the base url and a language; a relative one as both readings have it. */
function candidates(
  context: RouterContext,
  { ofPage }: DocusaurusTables,
  from: Path,
  written: string,
): readonly string[] {
  const { baseUrl, locales } = settingsOf(context);
  const path = written.replace(/(?:\/index)?\.html$/i, '');
  if (!path.startsWith('/')) {
    const at = ofPage.get(from)?.route;
    return at === undefined ? [] : [joinRoute(at, '..', path), joinRoute(at, path)];
  }
  const route = normalizeRoute(path);
  const inside = routeBelow(baseUrl, route) ?? route;
  const [first = ''] = inside.split('/');
  const unprefixed = locales.includes(first) ? [joinRoute(inside.slice(first.length))] : [];
  return [...new Set([inside, ...unprefixed, route])];
}

/** A directory of `static` with a front page. */
function inStaticDirs(
  context: RouterContext,
  routes: readonly string[],
  fragment: string | undefined,
): Target | undefined {
  const { listing } = context;
  for (const directory of settingsOf(context).staticDirs) {
    for (const route of routes) {
      const path = [`${route}/index.html`, `${route}.html`]
        .map((one) => join(directory, one))
        .find((one) => listing.has(one) === 'file');
      if (path !== undefined) return { kind: 'file', path, ...fragmentOf(fragment) };
    }
  }
  return undefined;
}

/** Whether a route that shows no page is one that nobody but the docs could show. */
function isOurs(context: RouterContext, { byLocale }: DocusaurusTables, route: string): boolean {
  const { docs, blogs, hasPlugins, hasRedirects } = settingsOf(context);
  const tables = [...byLocale.values()];
  if (hasRedirects || isMadeFile(route) || tables.some((table) => table.isDoubtful(route))) return false;
  if (blogs.some((blog) => blog.route === null || routeBelow(blog.route, route) !== undefined)) return false;
  if (docs.some((one) => one.route === null)) return false;
  const below = docs.flatMap((one) => routeBelow(one.route as string, route) ?? []);
  if (below.some((rest) => /^(?:tags|category)(?:\/|$)/.test(rest))) return false;
  const [first = ''] = route.split('/');
  if (docs.some((one) => one.route !== '' && routeBelow(one.route as string, route) !== undefined))
    return true;
  if (hasPlugins) return below.length > 0 && first !== '' && tables.some((table) => table.leadsTo(first));
  return first !== 'search';
}

/** Where the file of a route would be looked for: in the docs whose route is the nearest, a page's own first. */
function expected(context: RouterContext, from: Path, route: string): Path {
  const own = docsOf(context, from);
  const homes = [...(own ? [own] : []), ...settingsOf(context).docs].flatMap(({ dir, route: top }) => {
    const rest = top === null ? undefined : routeBelow(top, route);
    return rest === undefined ? [] : [{ dir, rest }];
  });
  const [home] = homes.sort((a, b) => a.rest.length - b.rest.length);
  return home ? joinRoute(home.dir, home.rest) : route;
}
