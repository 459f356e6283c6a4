import { dialectOf } from '../markdown/slug/index.js';
import type { Anchors, Facts, LinkLike, Path, Target, View } from '../model.js';
import { pageAnchors } from './anchors.js';
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

  function resolve(from: Path, { url, kind }: LinkLike): Target {
    const parsed = parseUrl(url);
    return parsed.kind === 'local' ? route(from, parsed, kind) : { kind: parsed.kind };
  }

  return {
    generator: site.generator,
    resolve(from, link) {
      const known = targets.get(from) ?? new Map<string, Target>();
      targets.set(from, known);
      const key = `${link.kind} ${link.url}`;
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
