import type { Host } from '../host/host.js';
import type { Path, Target } from '../model.js';
import { join, nameOf, parentOf } from '../paths.js';

export type Listing = Pick<Host, 'has' | 'list'>;

/** Pages that stand for their directory, in the order in which forges pick them. */
const indexNames = [
  'README.md',
  'readme.md',
  'Readme.md',
  'index.md',
  'index.mdx',
  'README.mdx',
  '_index.md',
];

/** What stands at a path of the workspace: exactly, in another Unicode normalisation, or in another letter case. */
export function targetAt(
  listing: Listing,
  path: Path,
  fragment: string | undefined,
  indexes: readonly string[] = indexNames,
): Extract<Target, { kind: 'file' | 'directory' | 'case' | 'missing' }> {
  if (listing.has(path) === 'file')
    return fragment === undefined ? { kind: 'file', path } : { kind: 'file', path, fragment };
  const rest = fragment === undefined ? {} : { fragment };
  const found = spelling(listing, path);
  if (found === undefined) return { kind: 'missing', path, ...rest };
  if (found !== path && found.normalize() !== path.normalize())
    return { kind: 'case', path, actual: found, ...rest };
  if (listing.has(found) === 'file') return { kind: 'file', path: found, ...rest };
  const index = indexPage(listing, found, indexes);
  return { kind: 'directory', path: found, ...(index === undefined ? {} : { index }), ...rest };
}

/** The page that a directory shows. */
export function indexPage(
  listing: Listing,
  directory: Path,
  indexes: readonly string[] = indexNames,
): Path | undefined {
  const name = indexes.find((candidate) => listing.has(join(directory, candidate)) === 'file');
  return name === undefined ? undefined : join(directory, name);
}

/** The path as the disk spells it. */
function spelling(listing: Listing, path: Path): Path | undefined {
  if (path === '' || listing.has(path) !== undefined) return path;
  const directory = spelling(listing, parentOf(path));
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
