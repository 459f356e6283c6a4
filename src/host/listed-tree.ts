import { join as joinNative } from 'node:path';
import type { Failure, Path } from '../model.js';
import { join, nameOf, parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import { type Blob, blobTexts } from './blob-texts.js';
import { namesFrom } from './git-files.js';
import type { Tree, TreeEntry } from './tree.js';

/** One line of what git lists: a file, a link, or another repository at one of its commits. */
export interface Listed {
  /** Octal, as git has it. */
  readonly mode: string;
  readonly id: string;
}

/** A tree of what git lists. Another repository in it has the files of its commit, where that is at hand. */
export function listedTree(
  world: World,
  root: string,
  listing: ReadonlyMap<Path, Listed>,
): Tree & { readonly failures: readonly Failure[] } {
  const entries = new Map<Path, TreeEntry>([['', { kind: 'directory' }]]);
  const blobs = new Map<Path, Blob>();
  const inside = new Map<Path, Set<string>>();
  const links = new Set<Path>();

  function add(path: Path, { mode, id }: Listed, from: string): void {
    addNames(path);
    if (mode === submodule) {
      entries.set(path, { kind: 'directory' });
      const directory = joinNative(root, path);
      for (const [below, one] of commitListing(world, directory, id)) add(join(path, below), one, directory);
      return;
    }
    entries.set(path, { kind: 'file' });
    blobs.set(path, { id, root: from });
    if (mode === symbolicLink) links.add(path);
  }

  function addNames(path: Path): void {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const parent = parentOf(at);
      const names = inside.get(parent);
      if (names?.has(nameOf(at))) return;
      if (names) names.add(nameOf(at));
      else inside.set(parent, new Set([nameOf(at)]));
      if (parent !== '') entries.set(parent, { kind: 'directory' });
    }
  }

  /** A target that is no text leads nowhere. */
  function targetOf(path: Path): string {
    try {
      return texts.text(path) ?? nowhere;
    } catch {
      return nowhere;
    }
  }

  for (const [path, one] of listing) add(path, one, root);
  const texts = blobTexts(world, blobs);
  return {
    failures: texts.failures,
    entry(path) {
      if (!links.has(path)) return entries.get(path);
      return { kind: 'link', to: targetOf(path) };
    },
    names: (directory) => inside.get(directory) ?? [],
    text: texts.text,
  };
}

const symbolicLink = '120000';
const nowhere = '\0';
const submodule = '160000';

/** The files of a commit of the repository in a directory; none where it is not there. */
function commitListing(world: World, root: string, commit: string): ReadonlyMap<Path, Listed> {
  if (world.kind(joinNative(root, '.git')) === undefined) return new Map();
  const lines = namesFrom(world, root, ['ls-tree', '-r', '-z', '--full-tree', commit]) ?? [];
  return new Map(
    lines.flatMap((line): [Path, Listed][] => {
      const [, mode = '', id = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return path === '' ? [] : [[path, { mode, id }]];
    }),
  );
}
