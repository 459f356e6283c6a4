import type { Path, Target } from '../../model.js';
import { join, normalize, parentOf } from '../../paths.js';
import type { StarlightSettings } from '../../site/starlight.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import { isMadeFile, isMedia } from './media.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, joinRoute, normalizeRoute, routeBelow } from './routes.js';
import { type StarlightTables, starlightTables } from './starlight-routes.js';

/** What Astro and Starlight make. */
const made = /^(?:404|pagefind\/.*)$/;

/**
 * Starlight leaves links as they are written: they are routes, relative to the page's own. A link to a `.md` file leads to
 * nothing, unless a Markdown plugin turns it into a route. Images alone go by files.
 */
export const starlightRouter: MakeRouter = (context) => {
  const tables = starlightTables(context);
  const settings = context.site.settings as StarlightSettings;

  return (from, url, kind) => {
    const { path, fragment } = url;
    const rest = fragmentOf(fragment);
    if (path === '') return { kind: 'file', path: from, ...rest };
    if (/^[~@#]/.test(path)) return aliased(context, url);
    if (kind === 'import' && !/^\.{0,2}\//.test(path)) return { kind: 'unknown' };
    const file = byFile(context, from, url);
    if (file && (kind === 'import' || kind === 'image' || settings.rewritesLinks)) {
      if (file.kind === 'file' || kind === 'import') return file;
    }
    const routes = routesOf(tables, settings, from, path);
    const found = routes.flatMap((route) => shownAt(context, tables, settings, route, fragment) ?? []);
    const shown = found.find((one) => one.kind !== 'case') ?? found[0];
    if (shown) return shown;
    if (kind === 'image' && file) return file;
    if ((kind === 'html' || kind === 'jsx') && file?.kind === 'file') return file;
    const [route] = routes;
    if (route === undefined || !isOurs(context, tables, settings, route)) return { kind: 'unknown' };
    return { kind: 'missing', path: expected(context, settings, route), ...rest };
  };
};

/** `~/` and `@/` stand for `src`, as a rule. */
function aliased({ listing, site }: RouterContext, { path, fragment }: LocalUrl): Target {
  const target = /^[~@]\//.test(path) ? normalize(`${site.base}/src/${path.slice(2)}`) : undefined;
  const found = target === undefined ? undefined : targetAt(listing, target, fragment);
  return found?.kind === 'file' ? found : { kind: 'unknown' };
}

function byFile({ listing }: RouterContext, from: Path, { path, fragment }: LocalUrl): Target | undefined {
  if (path.startsWith('/')) return undefined;
  const target = normalize(`${parentOf(from)}/${path}`);
  return target === undefined ? { kind: 'outside', path } : targetAt(listing, target, fragment);
}

/** A path from the top with and without the base; a relative one from the page's own route. */
function routesOf(
  { ofPage }: StarlightTables,
  { base, isDirectory }: StarlightSettings,
  from: Path,
  written: string,
): readonly string[] {
  const path = written.replace(/(?:\/index)?\.html$/i, '');
  if (path.startsWith('/')) {
    const route = normalizeRoute(path);
    return [...new Set([routeBelow(base, route) ?? route, route])];
  }
  const own = ofPage.get(from);
  if (own === undefined) return [];
  return [isDirectory || own === '' ? joinRoute(own, path) : joinRoute(own, '..', path)];
}

function shownAt(
  { listing }: RouterContext,
  { routes }: StarlightTables,
  { publicDir }: StarlightSettings,
  route: string,
  fragment: string | undefined,
): Target | undefined {
  const page = routes.find(route, fragment);
  if (page && page.kind !== 'case') return page;
  const found = [route, `${route}.html`, `${route}/index.html`]
    .filter((one) => one !== '')
    .map((one) => targetAt(listing, join(publicDir, one), fragment))
    .find(({ kind }) => kind === 'file' || kind === 'case');
  return found ?? page;
}

/** Whether a route that shows nothing is one that nobody but the docs could show. */
function isOurs(
  { listing }: RouterContext,
  { routes, open }: StarlightTables,
  { hasPlugins, locales, publicDir }: StarlightSettings,
  route: string,
): boolean {
  if (
    made.test(route) ||
    routes.isDoubtful(route) ||
    open.some((top) => routeBelow(top, route) !== undefined)
  )
    return false;
  const [first = '', second = ''] = route.split('/');
  if (isMadeFile(route)) return false;
  if (isMedia(route)) {
    return listing.has(publicDir) === 'directory' || routes.leadsTo(joinRoute(route, '..'));
  }
  const isKnown = locales.includes(first)
    ? second === '' || routes.leadsTo(`${first}/${second}`)
    : routes.leadsTo(first);
  return isKnown || !hasPlugins;
}

/** Where the file of a route would be looked for; only a public file could have a route with an ending. */
function expected({ site }: RouterContext, { publicDir }: StarlightSettings, route: string): Path {
  const top = /\.\w+$/.test(route) ? publicDir : (site.content[0] ?? '');
  return joinRoute(top, route);
}
