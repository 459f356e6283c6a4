import type { Path, Pinned, Target } from '../model.js';
import { isWithin, join, normalize } from '../paths.js';
import { type Listing, targetAt } from './locate.js';
import { decodePercent } from './url.js';

/** Where the workspace itself is on the web. */
export interface OwnUrls {
  /** `https://host/owner/name`, without a slash or `.git` at its end. */
  readonly repository?: string;
  /** The workspace inside the repository. */
  readonly prefix?: Path;
  /** The branch that is checked out. */
  readonly branch?: string;
  /** The site that shows the docs roots. */
  readonly site?: string;
}

/** What follows the repository's address: GitHub's, GitLab's, Gitea's and Bitbucket's ways to show a file. */
const fileView =
  /^\/(?:-\/)?(?:blob|tree|blame|raw|edit|src(?:\/branch)?)\/([^/?#]+)(?:\/([^?#]*))?(\?[^#]*)?(?:#(.*))?$/;

/**
 * A url of the repository that shows a file of a moving branch, as the file it shows. Undefined for other urls,
 * for a commit or a tag, whose files may differ from those at hand, and for what lies outside of the workspace.
 */
export function ownFile(listing: Listing, url: string, own: OwnUrls): Target | undefined {
  const { repository, prefix = '', branch } = own;
  if (repository === undefined || !startsWith(url, repository)) return undefined;
  const match = fileView.exec(url.slice(repository.length));
  if (!match || !['HEAD', 'main', 'master', 'trunk', 'develop', branch].includes(match[1])) return undefined;
  const path = normalize(decodePercent(match[2] ?? ''));
  if (path === undefined || !isWithin(prefix, path)) return undefined;
  const inside = prefix === '' ? path : path.slice(prefix.length + 1);
  return targetAt(listing, inside, match[4] === undefined ? undefined : decodePercent(match[4]));
}

/** The same for one commit. */
const pinnedView =
  /^\/(?:-\/)?(?:blob|blame|raw|src(?:\/commit)?)\/([0-9a-f]{7,64})\/([^?#]+)(?:\?[^#]*)?(?:#(.*))?$/;

/** A url of the repository that shows a file of the workspace as one commit has it; undefined for other urls. */
export function pinnedFile(url: string, own: OwnUrls): (Pinned & { readonly fragment?: string }) | undefined {
  const { repository, prefix = '' } = own;
  if (repository === undefined || !startsWith(url, repository)) return undefined;
  const match = pinnedView.exec(url.slice(repository.length));
  if (!match) return undefined;
  const path = normalize(decodePercent(match[2] as string));
  if (path === undefined || path === prefix || !isWithin(prefix, path)) return undefined;
  const inside = prefix === '' ? path : path.slice(prefix.length + 1);
  const rest = match[3] === undefined ? {} : { fragment: decodePercent(match[3]) };
  return { commit: match[1] as string, path: inside, ...rest };
}

/** The path on the site of a url that begins with the site's own; undefined for other urls. */
export function ownRoute(url: string, { site }: OwnUrls): string | undefined {
  if (site === undefined || !startsWith(url, site)) return undefined;
  const rest = url.slice(site.length);
  return rest === '' || /^[/?#]/.test(rest) ? (rest.startsWith('/') ? rest : `/${rest}`) : undefined;
}

/** A route of a site that has no generator of its own: the page or the file of that name below a docs root. */
export function routeInRoots(
  listing: Listing,
  roots: readonly Path[],
  route: string,
  fragment: string | undefined,
): Target {
  const name = normalize(route) ?? '';
  const candidates = [
    name,
    `${name}.md`,
    `${name}.mdx`,
    name.replace(/\.html$/, '.md'),
    name.replace(/\/?index(?:\.html)?$/, ''),
  ];
  for (const root of roots) {
    for (const candidate of candidates) {
      const found = targetAt(listing, join(root, candidate), fragment);
      if (found.kind === 'file' || (found.kind === 'directory' && found.index !== undefined)) return found;
    }
  }
  return {
    kind: 'missing',
    path: join(roots[0] ?? '', name),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

function startsWith(url: string, address: string): boolean {
  return url.toLowerCase().startsWith(address.toLowerCase());
}
