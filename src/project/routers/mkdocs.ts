import type { LinkKind, Path, Target } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import type { MkdocsSettings } from '../../site/mkdocs.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf, normalizeRoute, routeBelow } from './routes.js';
import { served } from './served.js';

/** Files that every theme brings, or each of the known ones. */
const ofThemes = /^(?:404\.html|sitemap\.xml|img\/favicon\.ico|assets\/images\/favicon\.png)$/;
const indexes = ['index.md', 'README.md'];

/**
 * MkDocs: Markdown links go by files, relative to the page; raw HTML is passed on as it stands, so its urls
 * are relative to the page as it is served. A path from the top is left alone by MkDocs: it is looked for as a
 * route, and one that leads nowhere below the docs may belong to whatever else the host serves.
 */
export const mkdocsRouter: MakeRouter = (context) => {
  const settings = context.site.settings as MkdocsSettings;
  const redirects = new Set(settings.redirects.map((path) => normalizeRoute(path)));

  const isRedirected = (inside: string | undefined): boolean =>
    inside !== undefined && [inside, `${inside}.md`, `${inside}/index.md`].some((one) => redirects.has(one));

  return (from, url, kind) => {
    const { path, fragment } = url;
    const rest = fragmentOf(fragment);
    if (path === '') return { kind: 'file', path: from, ...rest };
    if (kind === 'include') return included(context, from, url);
    const top = context.site.content.find((directory) => isWithin(directory, from)) ?? '';
    const found = path.startsWith('/') ? fromTop(context, top, url) : beside(context, top, from, url, kind);
    if (found.kind !== 'missing') return found;
    if (!path.startsWith('/') && isRedirected(servedPath(context, top, from, path)))
      return { kind: 'virtual', path: found.path };
    if (!isWithin(top, found.path)) return found;
    const inside = found.path.slice(top === '' ? 0 : top.length + 1);
    if (isRedirected(inside) || ofThemes.test(inside)) return { kind: 'virtual', path: found.path };
    const themed = settings.themeDir === '' ? undefined : join(settings.themeDir, inside);
    if (themed !== undefined && !inside.endsWith('.md') && context.listing.has(themed) === 'file')
      return { kind: 'file', path: themed, ...rest };
    return settings.makesPages ? { kind: 'unknown' } : (translated(context, top, found.path, url) ?? found);
  };
};

/** By its file; else as the url of the page that is served, which is all that raw HTML has. */
function beside(context: RouterContext, top: Path, from: Path, url: LocalUrl, kind: LinkKind): Target {
  const { path, fragment } = url;
  const inside = servedPath(context, top, from, path);
  const isRaw = kind === 'html' && isWithin(top, from) && inside !== undefined;
  if (isRaw) {
    const wanted = join(top, inside);
    return (
      shown(context.listing, wanted, fragment) ?? { kind: 'missing', path: wanted, ...fragmentOf(fragment) }
    );
  }
  const target = normalize(`${parentOf(from)}/${path}`);
  const found: Target =
    target === undefined ? { kind: 'outside', path } : targetAt(context.listing, target, fragment, indexes);
  if (found.kind === 'file' || (found.kind === 'directory' && found.index !== undefined)) return found;
  if (kind === 'html' && isWithin(top, from)) {
    const page = from.slice(top === '' ? 0 : top.length + 1);
    const climbed = shown(context.listing, join(top, normalizeRoute(`${page}/${path}`)), fragment);
    if (climbed) return climbed;
  }
  const isRoute = inside !== undefined && (kind === 'jsx' || !/\.md$/.test(path));
  return (isRoute ? shown(context.listing, join(top, inside), fragment) : undefined) ?? found;
}

function fromTop({ listing, pages, site }: RouterContext, top: Path, { path, fragment }: LocalUrl): Target {
  const base = normalizeRoute(
    (site.settings as MkdocsSettings).siteUrl.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, ''),
  );
  const route = normalizeRoute(path);
  const inside = routeBelow(base, route);
  for (const one of new Set([inside ?? route, route])) {
    const page = shown(listing, join(top, one), fragment);
    if (page) return page;
  }
  const [first = ''] = (inside ?? route).split('/');
  const isOurs = first !== '' && pages.some((page) => isWithin(join(top, first), page));
  const isOnSite = base !== '' && inside !== undefined;
  const wanted = join(top, inside ?? route);
  return isOurs || isOnSite
    ? { kind: 'missing', path: wanted, ...fragmentOf(fragment) }
    : { kind: 'unknown' };
}

/**
 * What a relative url leads to from the page as it is served, below the docs: with directory urls the page `a/b.md` is
 * `a/b/`, so that its urls start one level deeper.
 */
function servedPath({ site }: RouterContext, top: Path, from: Path, path: string): string | undefined {
  const isIndex = /(?:^|\/)(?:index|README)\.md$/.test(from);
  const isDeeper = (site.settings as MkdocsSettings).useDirectoryUrls && !isIndex;
  const target = normalize(`${isDeeper ? from.replace(/\.md$/, '') : parentOf(from)}/${path}`);
  if (target === undefined || !isWithin(top, target)) return undefined;
  return target.slice(top === '' ? 0 : top.length + 1);
}

/** The page behind a route: `a/b/`, `a/b.html`, or a file as it is. */
function shown(
  listing: RouterContext['listing'],
  path: Path,
  fragment: string | undefined,
): Target | undefined {
  const found = served(listing, path.replace(/\/$/, ''), fragment, { indexes });
  return found?.kind === 'file' || (found?.kind === 'directory' && found.index !== undefined)
    ? found
    : undefined;
}

/** A page in another language, which stands in for one that is not translated: `a.fr.md` for `a.md`, `en/a.md` for `fr/a.md`. */
function translated(
  { listing, site }: RouterContext,
  top: Path,
  wanted: Path,
  { fragment }: LocalUrl,
): Target | undefined {
  const { languages } = site.settings as MkdocsSettings;
  const [first = '', ...rest] = wanted.slice(top === '' ? 0 : top.length + 1).split('/');
  const candidates = languages.flatMap((language) => [
    wanted.replace(/(?=\.\w+$)/, `.${language}`),
    ...(languages.includes(first) ? [join(top, [language, ...rest].join('/'))] : []),
  ]);
  const path = candidates.find((candidate) => listing.has(candidate) === 'file');
  return path === undefined ? undefined : { kind: 'file', path, ...fragmentOf(fragment) };
}

/** Snippets are looked for in their own search path, from where MkDocs is started. */
function included({ listing, site }: RouterContext, from: Path, { path }: LocalUrl): Target {
  const { snippetPaths } = site.settings as MkdocsSettings;
  const bases = [...snippetPaths, site.base, parentOf(from)];
  const found = bases
    .map((base) => normalize(`${base}/${path}`))
    .find((candidate) => candidate !== undefined && listing.has(candidate) === 'file');
  const first = normalize(`${bases[0]}/${path}`);
  if (found !== undefined) return { kind: 'file', path: found };
  return first === undefined ? { kind: 'outside', path } : { kind: 'missing', path: first };
}
