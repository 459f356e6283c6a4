import type { Path, Target } from '../../model.js';
import { isWithin, normalize, parentOf, wayFrom } from '../../paths.js';
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
  const fileAt = findFiles(context);
  const settings = context.site.settings as DocfxSettings;
  const gone = new Set(settings.gone.map((path) => path.toLowerCase()));
  let moved: ReadonlySet<Path> | undefined;

  function isMoved(path: Path): boolean {
    if (gone.has(path.toLowerCase())) return true;
    if (!settings.isBlind) return false;
    moved ??= movedDirectories(context, fileAt);
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) if (moved.has(at)) return true;
    return false;
  }

  return (from, url, kind) => {
    const found = fileAt(from, url);
    if (found.kind !== 'missing') return found;
    if (kind === 'include') return { kind: 'unknown' };
    return isMoved(found.path) ? { kind: 'virtual', path: found.path } : found;
  };
};

type FindFile = (from: Path, url: LocalUrl) => Target;

/** Looks for what a path means from each directory once: the pages of one lead to the same files many times. */
function findFiles({ listing, site }: RouterContext): FindFile {
  const byDirectory = new Map<Path, Map<string, Target>>();

  function find(from: Path, path: string): Target {
    const slashed = path.replaceAll('\\', '/');
    if (slashed.startsWith('/')) return { kind: 'unknown' };
    const target = slashed.startsWith('~/')
      ? normalize(`${site.base}/${slashed.slice(2)}`)
      : wayFrom(from, slashed);
    if (target === undefined) return { kind: 'outside', path };
    const found = targetAt(listing, target, undefined, indexes);
    return found.kind === 'case' ? targetAt(listing, found.actual, undefined, indexes) : found;
  }

  return (from, { path, fragment }) => {
    const kept = fragment?.startsWith('tab/') ? undefined : fragment;
    if (path === '') return { kind: 'file', path: from, ...fragmentOf(kept) };
    const directory = parentOf(from);
    const known = byDirectory.get(directory) ?? new Map<string, Target>();
    byDirectory.set(directory, known);
    const found = known.get(path) ?? find(from, path);
    known.set(path, found);
    return kept === undefined || found.kind === 'unknown' || found.kind === 'outside'
      ? found
      : { ...found, fragment: kept };
  };
}

/** Directories that are nowhere, but into which many different links lead: they were moved, and are redirected. */
function movedDirectories({ files, site, listing }: RouterContext, fileAt: FindFile): ReadonlySet<Path> {
  const lost = new Set<Path>();
  for (const [from, { links }] of files) {
    if (!site.content.some((directory) => isWithin(directory, from))) continue;
    for (const { url, kind } of links) {
      const parsed = parseUrl(url);
      if (parsed.kind !== 'local' || kind === 'include') continue;
      const target = fileAt(from, parsed);
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
