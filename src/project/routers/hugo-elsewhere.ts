import type { Path } from '../../model.js';
import { isWithin, join, parentOf } from '../../paths.js';
import type { HugoSettings } from '../../site/hugo.js';
import { parseUrl } from '../url.js';
import type { HugoTables } from './hugo-routes.js';
import type { RouterContext } from './router.js';

/** From how many different routes on a directory that is nowhere is taken for one that is mounted. */
const manyRoutes = 3;
/** From how many pages on that link to it, in one language, a page that is nowhere is. */
const manyPages = 5;

/**
 * Whether a route lies where content seems to be mounted from outside of the workspace, for a configuration that says
 * nothing: below a directory that is nowhere, but into which many different links lead; a page that is in no language, but
 * that many pages link to; or beside one of these.
 */
export function mountedElsewhere(
  { site, files, listing }: RouterContext,
  { byLanguage, ofPage }: HugoTables,
  missing: (from: Path, path: string) => string | undefined,
): (route: string) => boolean {
  const settings = site.settings as HugoSettings;
  if (!settings.isBlind) return () => false;
  let known: { readonly tops: ReadonlySet<string>; readonly holders: ReadonlySet<string> } | undefined;

  /** The routes that show nothing, each with the pages of the default language that link to it. */
  function lost(): ReadonlyMap<string, ReadonlySet<Path>> {
    const found = new Map<string, Set<Path>>();
    for (const [from, { links }] of files) {
      if (!site.content.some((directory) => isWithin(directory, from))) continue;
      for (const { url } of links) {
        const parsed = parseUrl(url);
        if (parsed.kind !== 'local' || !parsed.path.startsWith('/')) continue;
        const route = missing(from, parsed.path);
        if (route === undefined) continue;
        const pages = found.get(route) ?? new Set();
        found.set(route, pages);
        if (ofPage.get(from)?.language === settings.defaultLanguage) pages.add(from);
      }
    }
    return found;
  }

  function isNowhere(route: string): boolean {
    const isStatic = settings.staticDirs.some(
      (directory) => listing.has(join(directory, route)) !== undefined,
    );
    return !isStatic && ![...byLanguage.values()].some((routes) => routes.leadsTo(route));
  }

  function look(): NonNullable<typeof known> {
    const below = new Map<string, number>();
    const tops = new Set<string>();
    for (const [route, pages] of lost()) {
      if (pages.size >= manyPages && !/\.\w+$/.test(route) && isNowhere(route)) tops.add(route);
      for (let at = parentOf(route); at !== ''; at = parentOf(at)) below.set(at, (below.get(at) ?? 0) + 1);
    }
    for (const [route, count] of below) if (count >= manyRoutes && isNowhere(route)) tops.add(route);
    const holders = [...tops].map(parentOf).filter((holder) => holder !== '' && !isNowhere(holder));
    return { tops, holders: new Set(holders) };
  }

  return (route) => {
    known ??= look();
    if (known.holders.has(parentOf(route)) && !/\.\w+$/.test(route) && isNowhere(route)) return true;
    for (let at = route; at !== ''; at = parentOf(at)) if (known.tops.has(at)) return true;
    return false;
  };
}
