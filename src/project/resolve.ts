import type { Host } from '../host/host.js';
import type { Path, Target } from '../model.js';
import { join, nameOf, normalize, parentOf } from '../paths.js';
import { parseUrl } from './url.js';

type Listing = Pick<Host, 'has' | 'list'>;

/** Pages that stand for their directory, as GitHub picks them. */
const indexNames = [
  'README.md',
  'readme.md',
  'Readme.md',
  'index.md',
  'index.mdx',
  'README.mdx',
  '_index.md',
];

/** Pages of a repository's site that a relative link reaches from outside of its files: `../../issues`. */
const repositoryPages = new Set(
  `actions activity blob blame branches commit commits compare contributors deployments discussions edit
   forks graphs issues labels milestone milestones network new packages pkgs projects pull pulls pulse raw
   releases security stargazers subscription tags tree watchers wiki`.split(/\s+/),
);

/** Where a url on a page leads, as GitHub renders the page. */
export function resolve(listing: Listing, from: Path, url: string): Target {
  const parsed = parseUrl(url);
  if (parsed.kind !== 'local') return { kind: parsed.kind };
  const fragment = parsed.fragment === undefined ? {} : { fragment: parsed.fragment };
  if (parsed.path === '') return { kind: 'file', path: from, ...fragment };
  const absolute = parsed.path.startsWith('/') ? parsed.path : `${parentOf(from)}/${parsed.path}`;
  const path = normalize(absolute);
  if (path === undefined) {
    return isRepositoryPage(from, parsed.path)
      ? { kind: 'external' }
      : { kind: 'outside', path: parsed.path };
  }
  const found = locate(listing, path);
  if (found === undefined) return { kind: 'missing', path, ...fragment };
  if (found !== path && found.normalize() !== path.normalize())
    return { kind: 'case', path, actual: found, ...fragment };
  if (listing.has(found) === 'file') return { kind: 'file', path: found, ...fragment };
  const index = indexPage(listing, found);
  return { kind: 'directory', path: found, ...(index === undefined ? {} : { index }), ...fragment };
}

/** The page that a directory shows. */
export function indexPage(listing: Listing, directory: Path): Path | undefined {
  const name = indexNames.find((candidate) => listing.has(join(directory, candidate)) === 'file');
  return name === undefined ? undefined : join(directory, name);
}

/** The path as the disk spells it: exactly, in another Unicode normalisation, or in another letter case. */
function locate(listing: Listing, path: Path): Path | undefined {
  if (path === '' || listing.has(path) !== undefined) return path;
  const directory = locate(listing, parentOf(path));
  if (directory === undefined) return undefined;
  const name = nameOf(path);
  if (listing.has(join(directory, name)) !== undefined) return join(directory, name);
  const names = listing.list(directory);
  const same =
    names.find((candidate) => candidate.normalize() === name.normalize()) ??
    names.find((candidate) => fold(candidate) === fold(name));
  return same === undefined ? undefined : join(directory, same);
}

function fold(name: string): string {
  return name.normalize().toLowerCase();
}

/**
 * Whether a relative link leads to another page of the repository's site: GitHub shows a file at
 * `/owner/name/blob/branch/path`, so that `../../issues` on a page of the top level is `/owner/name/issues`.
 */
function isRepositoryPage(from: Path, path: string): boolean {
  if (path.startsWith('/')) return false;
  const address = normalize(`owner/name/blob/branch/${parentOf(from)}/${path}`)?.split('/');
  return address?.[0] === 'owner' && address[1] === 'name' && repositoryPages.has(address[2] ?? 'tree');
}
