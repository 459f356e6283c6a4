import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Path } from '../model.js';
import { join, nameOf, parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import type { EntryKind, Host } from './host.js';
import type { Tree } from './tree.js';

/** Where a path leads when every link is followed. What is outside of the workspace is what the disk has there. */
type Place = { readonly inside: Path } | { readonly outside: string };

/** As many as Linux follows. */
const mostLinks = 40;

/** The files of a tree as a host shows them: links are followed. `root` is absolute, and no link leads to it. */
export function treeHost(
  world: World,
  root: string,
  tree: Tree,
): Pick<Host, 'has' | 'list' | 'link' | 'read'> & { follow(path: Path): Path | undefined } {
  const directories = new Map<Path, Place | undefined>([['', { inside: '' }]]);

  function directoryPlace(directory: Path): Place | undefined {
    if (!directories.has(directory)) directories.set(directory, placeOf(directory));
    return directories.get(directory);
  }

  function placeOf(path: Path): Place | undefined {
    const parent = directoryPlace(parentOf(path));
    return path === '' ? parent : parent && walk(parent, [nameOf(path)], { left: mostLinks });
  }

  function walk(start: Place, parts: readonly string[], links: { left: number }): Place | undefined {
    let at: Place | undefined = start;
    for (const part of parts) {
      if (at === undefined) return undefined;
      at = 'outside' in at ? placeOutside(resolve(at.outside, part), links) : step(at.inside, part, links);
    }
    return at;
  }

  function step(directory: Path, part: string, links: { left: number }): Place | undefined {
    if (part === '' || part === '.') return { inside: directory };
    if (part === '..') return directory === '' ? { outside: dirname(root) } : { inside: parentOf(directory) };
    const path = join(directory, part);
    const entry = tree.entry(path);
    if (entry?.kind !== 'link') return { inside: path };
    if (links.left-- <= 0) return undefined;
    return isAbsolute(entry.to)
      ? placeOutside(resolve(entry.to), links)
      : walk({ inside: directory }, entry.to.split('/'), links);
  }

  /** A way out of the workspace may lead back into it. */
  function placeOutside(absolute: string, links: { left: number }): Place | undefined {
    const inside = relative(root, absolute);
    const isOut = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return isOut ? { outside: absolute } : walk({ inside: '' }, inside.split(sep), links);
  }

  function has(path: Path): EntryKind | undefined {
    const place = placeOf(path);
    if (place === undefined) return undefined;
    if ('outside' in place) return kindOnDisk(world, place.outside);
    const kind = tree.entry(place.inside)?.kind;
    return kind === 'link' ? undefined : kind;
  }

  function link(path: Path): ReturnType<Host['link']> {
    const parent = directoryPlace(parentOf(path));
    if (path === '' || parent === undefined || 'outside' in parent) return undefined;
    if (tree.entry(join(parent.inside, nameOf(path)))?.kind !== 'link') return undefined;
    const place = placeOf(path);
    if (place === undefined) return 'broken';
    if ('outside' in place) return world.kind(place.outside) ? 'outside' : 'broken';
    return tree.entry(place.inside) === undefined ? 'broken' : { to: place.inside };
  }

  return {
    has,
    link,
    follow(path) {
      const place = placeOf(path);
      return place && 'inside' in place ? place.inside : undefined;
    },
    list(directory) {
      const place = directoryPlace(directory);
      if (place === undefined) return [];
      return 'outside' in place ? namesOnDisk(world, place.outside) : [...tree.names(place.inside)].sort();
    },
    read(path) {
      if (path.includes('\0')) return undefined;
      const place = placeOf(path);
      if (place && 'outside' in place) return undefined;
      if (place && tree.entry(place.inside)?.kind === 'file') return tree.text(place.inside);
      if (link(path) === 'broken') throw new UserError('is a symbolic link to nothing.', { path });
      return undefined;
    },
  };
}

function kindOnDisk(world: World, path: string): EntryKind | undefined {
  const kind = world.kind(path);
  return kind === 'other' ? undefined : kind;
}

function namesOnDisk(world: World, path: string): readonly string[] {
  try {
    return world
      .list(path)
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
