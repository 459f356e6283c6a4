import { slug as githubSlug } from 'github-slugger';
import type { Path } from '../../model.js';
import { filesBelow } from '../../site/files-below.js';
import type { StarlightSettings } from '../../site/starlight.js';
import type { RouterContext } from './router.js';
import { joinRoute, makeRoutes, type Routes } from './routes.js';

export interface StarlightTables {
  readonly routes: Routes;
  readonly ofPage: ReadonlyMap<Path, string>;
  /** Routes of `src/pages` that a name with a pattern makes: what stands before the pattern. */
  readonly open: readonly string[];
}

/** The routes of the docs, of what stands in for a missing translation, and of `src/pages`. */
export function starlightTables({ site, listing, files }: RouterContext): StarlightTables {
  const { locales, defaultLocale, pages } = site.settings as StarlightSettings;
  const routes = makeRoutes();
  const ofPage = new Map<Path, string>();
  const open: string[] = [];
  for (const top of site.content) {
    for (const path of filesBelow(listing, top)) {
      const inside = path.slice(top === '' ? 0 : top.length + 1);
      if (!/\.(?:mdx?|mdoc|markdown|mdown|mkd|mkdn|mdwn)$/i.test(inside) || /(?:^|\/)_/.test(inside))
        continue;
      const route = routeOf(inside);
      const slug = files.get(path)?.frontMatter.slug;
      const its = typeof slug === 'string' ? joinRoute(slug) : route;
      routes.add(its, path);
      const [first = ''] = inside.split('/');
      if (its !== route && locales.includes(first)) routes.add(joinRoute(first, its), path);
      if (!files.has(path)) routes.doubt(joinRoute(route, '..'));
      ofPage.set(path, its);
    }
  }
  for (const [path, route] of ofPage) {
    const [first = ''] = route.split('/');
    const isDefault = defaultLocale === '' ? !locales.includes(first) : first === defaultLocale;
    if (!isDefault) continue;
    const rest = defaultLocale === '' ? route : route.slice(defaultLocale.length);
    for (const locale of locales) routes.add(joinRoute(locale, rest), path);
  }
  for (const path of filesBelow(listing, pages)) {
    const inside = path.slice(pages.length + 1);
    if (/(?:^|\/)_/.test(inside) || !/\.\w+$/.test(inside)) continue;
    const route = inside.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, '');
    const pattern = route.search(/(?:^|\/)[^/]*\[/);
    if (pattern >= 0) open.push(route.slice(0, pattern));
    else routes.add(route, path);
  }
  return { routes, ofPage, open };
}

/** Each part of the path as Astro makes a route of it; the index of a directory is its route. */
function routeOf(inside: Path): string {
  const parts = inside.replace(/\.\w+$/, '').split('/');
  return parts
    .map((part) => githubSlug(part))
    .join('/')
    .replace(/(?:^|\/)index$/, '');
}
