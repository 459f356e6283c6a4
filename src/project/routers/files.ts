import type { LinkKind, Path } from '../../model.js';
import { isWithin, normalize, parentOf, wayFrom } from '../../paths.js';
import type { PlainSettings } from '../../site/submodules.js';
import { targetAt } from '../locate.js';
import type { MakeRouter } from './router.js';
import { fragmentOf } from './routes.js';
import { unknownSite } from './unknown-site.js';

/** Pages of a repository's site that a relative link reaches from outside of its files: `../../issues`. */
const repositoryPages = new Set(
  `actions activity blob blame branches commit commits compare contributors deployments discussions edit
   forks graphs issues labels milestone milestones network new packages pkgs projects pull pulls pulse raw
   releases security stargazers subscription tags tree watchers wiki`.split(/\s+/),
);

/** As a forge shows a repository: by files, relative to the page, or to the top for a url that begins with `/`. */
export const filesRouter: MakeRouter = (context) => {
  const { listing, site, files } = context;
  const { others, isAssumed } = site.settings as PlainSettings;
  const onSite = isAssumed ? unknownSite(context) : undefined;
  return (from, url, kind) => {
    const { path, fragment } = url;
    if (path === '')
      return onSite?.(from, url, kind) ?? { kind: 'file', path: from, ...fragmentOf(fragment) };
    if (kind === 'import' && !/^\.{0,2}\//.test(path)) return { kind: 'unknown' };
    const target = path.startsWith('/') ? normalize(path) : wayFrom(from, path);
    if (target === undefined) {
      return isRepositoryPage(from, path) ? { kind: 'external' } : { kind: 'outside', path };
    }
    const found = targetAt(listing, target, fragment);
    if (found.kind === 'missing' && site.generator === 'vscode' && listing.has(`${target}.md`) === 'file') {
      return targetAt(listing, `${target}.md`, fragment);
    }
    const shown = found.kind === 'missing' ? onSite?.(from, url, kind) : undefined;
    if (shown) return shown;
    if (found.kind === 'missing' && isAssumed && isRoute(path, kind) && files.get(from)?.hasFrontMatter)
      return { kind: 'unknown' };
    return found.kind === 'missing' &&
      others.some((directory) => isWithin(directory, target) && !isWithin(directory, from))
      ? { kind: 'unknown' }
      : found;
  };
};

/**
 * A path from the top that ends in no file's ending. On a page with front matter, which is written for a site, that is
 * a route of the site, whatever builds it.
 */
function isRoute(path: string, kind: LinkKind): boolean {
  return path.startsWith('/') && kind !== 'image' && !/\.[a-z]\w*$/i.test(path);
}

/**
 * Whether a relative link leads to another page of the repository's site: GitHub shows a file at
 * `/owner/name/blob/branch/path`, so that `../../issues` on a page of the top level is `/owner/name/issues`.
 */
function isRepositoryPage(from: Path, path: string): boolean {
  if (path.startsWith('/')) return false;
  const address = normalize(`owner/name/blob/branch/${parentOf(from)}/${path}`)?.split('/');
  if (address?.[0] !== 'owner' || address[1] !== 'name' || !repositoryPages.has(address[2] ?? 'tree'))
    return false;
  return !['blame', 'blob', 'edit', 'raw'].includes(address[2] ?? '') || address.length > 4;
}
