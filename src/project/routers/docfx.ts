import type { Path, Target } from '../../model.js';
import { isWithin, normalize, parentOf } from '../../paths.js';
import type { DocfxSettings } from '../../site/docfx.js';
import { targetAt } from '../locate.js';
import { type LocalUrl, parseUrl } from '../url.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf } from './routes.js';

const indexes = ['index.md', 'README.md', 'index.yml'];
/** From how many different links on into a directory that is nowhere it is taken for one that was moved as a whole. */
const many = 3;

/**
 * DocFX and Microsoft Learn: relative to the page, `~/` from the docset, and letter case does not count. A path
 * from the top is one of the whole site, where other docsets live, so nothing can be said of it. Either
 * slash separates: authors write both, and the build takes them. `#tab/name` switches tabs.
 */
export const docfxRouter: MakeRouter = (context) => {
  const settings = context.site.settings as DocfxSettings;
  const gone = new Set(settings.gone.map((path) => path.toLowerCase()));
  let moved: ReadonlySet<Path> | undefined;

  function isMoved(path: Path): boolean {
    if (gone.has(path.toLowerCase())) return true;
    if (!settings.isBlind) return false;
    moved ??= movedDirectories(context);
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (moved.has(at)) return true;
    return false;
  }

  return (from, url, kind) => {
    const found = fileAt(context, from, url);
    if (found.kind !== 'missing') return found;
    if (kind === 'include') return { kind: 'unknown' };
    return isMoved(found.path) ? { kind: 'virtual', path: found.path } : found;
  };
};

function fileAt({ listing, site }: RouterContext, from: Path, { path, fragment }: LocalUrl): Target {
  const kept = fragment?.startsWith('tab/') ? undefined : fragment;
  if (path === '') return { kind: 'file', path: from, ...fragmentOf(kept) };
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/')) return { kind: 'unknown' };
  const target = normalize(
    slashed.startsWith('~/') ? `${site.base}/${slashed.slice(2)}` : `${parentOf(from)}/${slashed}`,
  );
  if (target === undefined) return { kind: 'outside', path };
  const found = targetAt(listing, target, kept, indexes);
  return found.kind === 'case' ? targetAt(listing, found.actual, kept, indexes) : found;
}

/** Directories that are nowhere, but into which many different links lead: they were moved, and are redirected. */
function movedDirectories(context: RouterContext): ReadonlySet<Path> {
  const { files, site, listing } = context;
  const lost = new Set<Path>();
  for (const [from, { links }] of files) {
    if (!site.content.some((directory) => isWithin(directory, from))) continue;
    for (const { url, kind } of links) {
      const parsed = parseUrl(url);
      if (parsed.kind !== 'local' || kind === 'include') continue;
      const target = fileAt(context, from, parsed);
      if (target.kind === 'missing') lost.add(target.path);
    }
  }
  const below = new Map<Path, number>();
  for (const path of lost) {
    for (let at = parentOf(path); targetAt(listing, at, undefined).kind === 'missing'; at = parentOf(at))
      below.set(at, (below.get(at) ?? 0) + 1);
  }
  return new Set([...below].filter(([, count]) => count >= many).map(([path]) => path));
}
