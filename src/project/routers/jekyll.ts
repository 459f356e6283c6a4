import type { Facts, Path, Target } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import type { JekyllSettings } from '../../site/jekyll.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, joinRoute, makeRoutes, normalizeRoute, type Routes, routeBelow } from './routes.js';
import { served } from './served.js';

const indexes = ['index.md', 'README.md', 'readme.md', 'index.markdown'];

/**
 * Jekyll: a page is its `.md` file, as on GitHub, or its route, `.html` or not, unless a permalink says otherwise. Where
 * pages are shown as directories, a relative link is right when it is so for the file or for the directory.
 */
export const jekyllRouter: MakeRouter = (context) => {
  const settings = settingsOf(context);
  const { routes, ofPage } = permalinks(context);

  return (from, url, kind) => {
    const { path, fragment } = url;
    const rest = fragmentOf(fragment);
    if (path === '') return { kind: 'file', path: from, ...rest };
    const ways = waysOf(settings, from, ofPage.get(from), path);
    const found = ways.flatMap((way) => shownAt(context, settings, routes, way, url) ?? []);
    const shown = found.find((one) => one.kind !== 'case') ?? found[0];
    if (shown) return shown;
    const wanted = ways.find((way) => isWithin(settings.source, way)) ?? ways[0];
    if (wanted === undefined) return { kind: 'outside', path };
    return kind !== 'image' && isDoubtful(context, settings, wanted, path)
      ? { kind: 'unknown' }
      : { kind: 'missing', path: wanted, ...rest };
  };
};

function settingsOf({ site }: RouterContext): JekyllSettings {
  return site.settings as JekyllSettings;
}

/** Pages whose front matter says where they are, and what they redirect. */
function permalinks({ files, site }: RouterContext): { routes: Routes; ofPage: ReadonlyMap<Path, string> } {
  const routes = makeRoutes();
  const ofPage = new Map<Path, string>();
  for (const [path, { frontMatter }] of files) {
    if (!site.content.some((directory) => isWithin(directory, path))) continue;
    const [permalink] = listOf(frontMatter, 'permalink');
    if (permalink !== undefined && !permalink.includes(':')) {
      routes.add(routeOf(permalink), path);
      ofPage.set(path, routeOf(permalink));
    }
    for (const from of listOf(frontMatter, 'redirect_from')) routes.make(routeOf(from), path);
  }
  return { routes, ofPage };
}

function listOf(frontMatter: Facts['frontMatter'], key: string): readonly string[] {
  const value = frontMatter[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function routeOf(url: string): string {
  return normalizeRoute(url.replace(/(?:\/index)?\.html$/i, ''));
}

/** Paths below the source that a url may mean; the first is the one that an author would expect. */
function waysOf(
  { source, baseUrl, isPretty, pretty }: JekyllSettings,
  from: Path,
  permalink: string | undefined,
  path: string,
): readonly Path[] {
  const inSource = (route: string): Path => join(source, route).replace(/\/$/, '');
  if (path.startsWith('/')) {
    const route = normalizeRoute(path);
    return [...new Set([routeBelow(baseUrl, route) ?? route, route])].map(inSource);
  }
  const shown = permalink === undefined ? [] : [inSource(permalink), parentOf(inSource(permalink))];
  const isDirectory = isPretty || pretty.includes(collectionOf(source, from));
  const beside = [parentOf(from), ...(isDirectory ? [from.replace(/\.\w+$/, '')] : [])];
  const bases = [...(path.endsWith('/') ? beside.reverse() : beside), ...shown];
  return [...new Set(bases.flatMap((base) => normalize(`${base}/${path}`) ?? []))];
}

function shownAt(
  { listing }: RouterContext,
  { source, collections }: JekyllSettings,
  routes: Routes,
  way: Path,
  { path, fragment }: LocalUrl,
): Target | undefined {
  const inside = isWithin(source, way) ? way.slice(source === '' ? 0 : source.length + 1) : undefined;
  const permalink = inside === undefined ? undefined : routes.find(routeOf(inside), fragment);
  if (permalink && permalink.kind !== 'case') return permalink;
  const file = served(listing, way, fragment, { indexes, isDirectory: false });
  if (file && (file.kind !== 'directory' || file.index !== undefined)) return file;
  const page = targetAt(listing, `${way}.md`, fragment);
  if (page.kind === 'file' && path.endsWith('/')) return page;
  const [first = '', ...rest] = (inside ?? '').split('/');
  if (!collections.includes(first)) return file ?? permalink;
  const item = served(listing, joinRoute(source, `_${first}`, ...rest), fragment, { indexes });
  return item ?? file ?? permalink;
}

/** The first part of what is below the source, which names a collection with an underscore or without. */
function collectionOf(source: Path, path: Path): string {
  const inside = isWithin(source, path) ? path.slice(source === '' ? 0 : source.length + 1) : '';
  return (inside.split('/')[0] as string).replace(/^_/, '');
}

/** Posts, collections and permalinks of the configuration are shown where no path tells. */
function isDoubtful(
  { listing }: RouterContext,
  settings: JekyllSettings,
  wanted: Path,
  path: string,
): boolean {
  const { source, baseUrl, hasPermalinks, collections, regular, isClosed } = settings;
  if (/\.(?:md|markdown)$/i.test(path)) return false;
  if (!hasPermalinks && regular.includes(collectionOf(source, wanted))) return false;
  if (hasPermalinks || collections.length > 0 || listing.has(join(source, '_posts')) === 'directory')
    return true;
  if (!isWithin(source, wanted)) return true;
  if (isClosed && routeBelow(baseUrl, normalizeRoute(path)) !== undefined) return false;
  const inside = wanted.slice(source === '' ? 0 : source.length + 1);
  const [first = '', second] = inside.split('/');
  return path.startsWith('/') && (second === undefined || listing.has(join(source, first)) !== 'directory');
}
