import { dialectOf } from '../markdown/slug/index.js';
import type { Anchors, Facts, LinkLike, Path, Target, View } from '../model.js';
import { normalize, parentOf } from '../paths.js';
import { pageAnchors } from './anchors.js';
import { ownFile, ownRoute, routeInRoots } from './own-url.js';
import { routers } from './routers/index.js';
import type { RouterContext } from './routers/router.js';
import { parseUrl } from './url.js';

/** One site's way to read pages. Anchors and targets are worked out once, when they are asked for. */
export function makeView(context: RouterContext): View {
  const { site, files } = context;
  const dialect = dialectOf(site.dialect, site.dialectOptions);
  const route = routers[site.router](context);
  const anchors = new Map<Path, Anchors>();
  const targets = new Map<Path, Map<string, Target>>();

  function resolve(from: Path, { url, kind, by }: LinkLike): Target {
    if (kind === 'include' && by !== 'embedme' && by !== site.router) return { kind: 'unknown' };
    if (kind === 'include' && by === 'embedme') return embedded(context, from, url);
    const path = ownRoute(url, context.own);
    const parsed = parseUrl(path ?? url);
    if (parsed.kind !== 'local') return ownFile(context.listing, url, context.own) ?? { kind: parsed.kind };
    if (path === undefined) return route(from, parsed, kind);
    return site.router === 'files'
      ? routeInRoots(context.listing, context.roots, parsed.path, parsed.fragment)
      : route(from, parsed, 'link');
  }

  return {
    generator: site.generator,
    isForge: site.router === 'files',
    resolve(from, link) {
      const known = targets.get(from) ?? new Map<string, Target>();
      targets.set(from, known);
      const key = `${link.kind} ${link.by} ${link.url}`;
      const target = known.get(key) ?? resolve(from, link);
      known.set(key, target);
      return target;
    },
    anchors(path) {
      const facts: Facts | undefined = files.get(path);
      if (!facts) return undefined;
      const known = anchors.get(path) ?? pageAnchors(facts, dialect);
      anchors.set(path, known);
      return known;
    },
  };
}

/** embedme reads a path from the page, or from where it is started. */
function embedded({ listing }: RouterContext, from: Path, url: string): Target {
  const [near, far] = [normalize(`${parentOf(from)}/${url}`), normalize(url)];
  const found = [near, far].find((path) => path !== undefined && listing.has(path) === 'file');
  if (found !== undefined) return { kind: 'file', path: found };
  return near === undefined ? { kind: 'outside', path: url } : { kind: 'missing', path: near };
}
