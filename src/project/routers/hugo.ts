import type { LinkKind, Path, Target } from '../../model.js';
import { join, nameOf, normalize, parentOf } from '../../paths.js';
import type { HugoSettings } from '../../site/hugo.js';
import { targetAt } from '../locate.js';
import { redirected } from '../redirected.js';
import type { LocalUrl } from '../url.js';
import { mountedElsewhere } from './hugo-elsewhere.js';
import { type HugoTables, hugoTables, page, routeOf } from './hugo-routes.js';
import { isMadeFile } from './media.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, joinRoute, normalizeRoute, routeBelow } from './routes.js';

/** A route in one language, and whether the url names that language. */
interface Wanted {
  readonly route: string;
  readonly language: string;
}

/**
 * Hugo: a link is a route, relative to the page's own, in the page's language; from the top, it may be one of the default
 * language too. Where nothing is known of mounts, pages of the default language may stand in for those that a
 * translation lacks. Render hooks may take a link for a path of the content, from the file.
 */
export const hugoRouter: MakeRouter = (context) => {
  const settings = context.site.settings as HugoSettings;
  const tables = hugoTables(context);
  const isRedirected = redirected(tables.redirects);
  const elsewhere = mountedElsewhere(context, tables, (from, path) => {
    const wanted = wantedAt(tables, settings, from, path);
    return find(context, tables, settings, wanted, undefined) ? undefined : wanted[0]?.route;
  });

  return (from, url, kind) => {
    const { path, fragment } = url;
    if (path === '') return isPart(tables, from) ? partOfPage(context, from, fragment) : self(from, fragment);
    if (kind === 'import' || kind === 'include') return { kind: 'unknown' };
    const wanted = wantedAt(tables, settings, from, path);
    const found =
      find(context, tables, settings, wanted, fragment) ??
      byFile(context, tables, settings, from, url, kind) ??
      (kind === 'ref' ? byName(tables, from, url) : undefined);
    if (found) return found;
    const [first] = wanted;
    if (/(?:^|\/)index\.md$/.test(path) && isShown(tables, wanted))
      return { kind: 'virtual', path: wanted[0]?.route ?? '' };
    if (first === undefined || (!path.startsWith('/') && isPart(tables, from))) return { kind: 'unknown' };
    if (isRedirected(`/${first.route}`) || isRedirected(path)) return { kind: 'virtual', path: first.route };
    if (kind !== 'ref' && isDoubtful(context, tables, settings, first)) return { kind: 'unknown' };
    if (elsewhere(first.route)) return { kind: 'unknown' };
    const file = kind === 'ref' ? besideOf(from, path) : undefined;
    const missing = file ?? expected(context, settings, from, path, first);
    return { kind: 'missing', path: missing, ...fragmentOf(fragment) };
  };
};

/** Whether the page is there that `index.md` would be another form of. */
function isShown({ byLanguage }: HugoTables, wanted: readonly Wanted[]): boolean {
  return wanted.some(
    ({ route, language }) => byLanguage.get(language)?.find(parentOf(route), undefined) !== undefined,
  );
}

function self(from: Path, fragment: string | undefined): Target {
  return { kind: 'file', path: from, ...fragmentOf(fragment) };
}

/** Whether the file is shown as a part of pages alone: a template, or below a directory such as `_includes`. */
function isPart({ ofPage }: HugoTables, from: Path): boolean {
  return !ofPage.has(from) || /(?:^|\/)_[^/]*\//.test(from);
}

/** A fragment in such a file may be meant for the page around it. */
function partOfPage(context: RouterContext, from: Path, fragment: string | undefined): Target {
  const isOwn = fragment === undefined || context.hasAnchor(from, fragment);
  return isOwn ? self(from, fragment) : { kind: 'unknown' };
}

/** What a url may mean, the likeliest first. */
function wantedAt(
  { ofPage }: HugoTables,
  { languages, defaultLanguage, baseUrl, hasHooks, isBlind }: HugoSettings,
  from: Path,
  path: string,
): readonly Wanted[] {
  const own = ofPage.get(from);
  const standIns = (language: string): readonly string[] =>
    isBlind ? [language, defaultLanguage] : [language];
  if (!path.startsWith('/')) {
    if (!own) return [];
    const bases = hasHooks ? [...new Set([own.route, own.directory])] : [own.route];
    const routes = bases.map((base) => withoutEnding(joinRoute(base, path)));
    return routes.flatMap((route) => standIns(own.language).map((language) => ({ route, language })));
  }
  const route = withoutEnding(normalizeRoute(path));
  const inside = [...new Set([routeBelow(baseUrl, route) ?? route, route])];
  return inside.flatMap((one) => {
    const [first = ''] = one.split('/');
    const rest = one.slice(first.length + 1);
    if (languages.includes(first.toLowerCase()))
      return standIns(first.toLowerCase()).map((language) => ({ route: rest, language }));
    const spoken = [...new Set([own?.language ?? defaultLanguage, defaultLanguage])];
    return spoken.map((language) => ({ route: one, language }));
  });
}

function withoutEnding(route: string): string {
  return route.replace(/(?:^|\/)index\.html$|\.html$/i, '');
}

/** The first that shows something; of several pages, the one that has the anchor. */
function find(
  context: RouterContext,
  { byLanguage }: HugoTables,
  { staticDirs, assetDirs }: HugoSettings,
  wanted: readonly Wanted[],
  fragment: string | undefined,
): Target | undefined {
  const pages = wanted.flatMap(
    ({ route, language }) => byLanguage.get(language)?.find(route, fragment) ?? [],
  );
  const shown = pages.filter(({ kind }) => kind !== 'case');
  const anchored = shown.find(
    (target) => target.kind === 'file' && fragment !== undefined && context.hasAnchor(target.path, fragment),
  );
  const [best] = shown;
  if (best) return best.kind === 'file' ? (anchored ?? best) : best;
  for (const { route, language } of wanted) {
    for (const directory of [...staticDirs, ...assetDirs]) {
      const candidates = [route, `${route}.html`, `${route}/index.html`].map((one) => join(directory, one));
      const path = candidates.find((one) => context.listing.has(one) === 'file');
      if (path !== undefined) return { kind: 'file', path, ...fragmentOf(fragment) };
    }
    const name = nameOf(route);
    const isOutput = /^(?:index|feed|rss|sitemap|atom)\.(?!md$)\w+$/.test(name);
    if (isOutput && byLanguage.get(language)?.find(parentOf(route), undefined))
      return { kind: 'virtual', path: route };
  }
  return pages[0];
}

/** A path of the content: from the file, or from the top; what a translation lacks is the default language's. */
function byFile(
  { listing }: RouterContext,
  tables: HugoTables,
  { mounts, defaultLanguage, hasHooks, isBlind }: HugoSettings,
  from: Path,
  { path, fragment }: LocalUrl,
  kind: LinkKind,
): Target | undefined {
  const isFile = /\.\w+$/.test(path);
  if (!isFile && !hasHooks && kind !== 'ref') return undefined;
  const own = mounts.find(({ dir }) => from.startsWith(`${dir}/`));
  const inside = own ? parentOf(from.slice(own.dir.length + 1)) : '';
  const isShared = isBlind || (isFile && !page.test(path));
  const spoken = mounts.filter(
    ({ languages }, index) =>
      mounts[index] === own || languages === null || (isShared && languages.includes(defaultLanguage)),
  );
  const bases = path.startsWith('/')
    ? spoken.map(({ dir }) => dir)
    : [parentOf(from), ...spoken.map(({ dir }) => join(dir, inside).replace(/\/$/, ''))];
  for (const base of bases) {
    const target = normalize(`${base}/${path}`);
    if (target === undefined) continue;
    const found = targetAt(listing, target, fragment, ['_index.md', 'index.md']);
    if (found.kind === 'file') return found;
    if (isFile) continue;
    if (found.kind === 'directory' && found.index !== undefined)
      return { kind: 'file', path: found.index, ...fragmentOf(fragment) };
    const file = `${target.replace(/\/$/, '')}.md`;
    if (tables.ofPage.has(file)) return { kind: 'file', path: file, ...fragmentOf(fragment) };
  }
  return undefined;
}

/** `ref` takes a name alone for the page of that name, wherever it is. */
function byName(
  { byName: named, ofPage }: HugoTables,
  from: Path,
  { path, fragment }: LocalUrl,
): Target | undefined {
  const name = nameOf(path.replace(/\/$/, '')).replace(/\.\w+$/, '');
  const language = ofPage.get(from)?.language;
  const pages = named.get(name) ?? [];
  const page = pages.find((one) => ofPage.get(one)?.language === language) ?? pages[0];
  return page === undefined ? undefined : { kind: 'file', path: page, ...fragmentOf(fragment) };
}

/** Whether something other than a page of the content might be shown there. */
function isDoubtful(
  { listing }: RouterContext,
  { byLanguage }: HugoTables,
  { foreign, permalinks, taxonomies, hasTheme, staticDirs }: HugoSettings,
  { route, language }: Wanted,
): boolean {
  const [first = ''] = route.split('/');
  const routes = byLanguage.get(language);
  if (taxonomies.includes(first) || routes?.isDoubtful(route)) return true;
  if (foreign.some((top) => routeBelow(top, route) !== undefined)) return true;
  if (/(?:^|\/)(?:page\/\d+|_print(?:\/.*)?)$/.test(route)) return true;
  const isKnown = first !== '' && routes?.leadsTo(first) === true;
  if (permalinks.length > 0 && (!isKnown || permalinks.includes(first) || permalinks.includes('')))
    return true;
  if (isMadeFile(route) && !route.includes('/')) return true;
  if (!/\.\w{1,8}$/.test(route)) return false;
  const isStatic = staticDirs.some((directory) => route.includes('/') && listing.has(join(directory, first)));
  return hasTheme && !isKnown && !isStatic;
}

function besideOf(from: Path, path: string): Path | undefined {
  return path.startsWith('/') ? undefined : normalize(`${parentOf(from)}/${path}`);
}

/** Where the file of a link would be looked for. */
function expected(
  { listing }: RouterContext,
  { mounts, defaultLanguage, staticDirs }: HugoSettings,
  from: Path,
  path: string,
  { route, language }: Wanted,
): Path {
  if (/\.\w+$/.test(path)) {
    const beside = besideOf(from, path);
    const [first = ''] = route.split('/');
    const home = staticDirs.find((directory) => listing.has(join(directory, first)) === 'directory');
    if (beside !== undefined) return beside;
    if (home !== undefined) return join(home, route);
  }
  const speaking = [language, defaultLanguage].flatMap((one) =>
    mounts.filter(({ languages }) => languages === null || languages.includes(one)),
  );
  const home = speaking.find(({ target }) => routeBelow(target, route) !== undefined) ?? mounts[0];
  return home ? joinRoute(home.dir, routeBelow(home.target, route) ?? route) : routeOf(path);
}
