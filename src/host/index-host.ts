import { UserError } from '../errors.js';
import type { Path } from '../model.js';
import { isWithin, parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import { requireGit } from './base-commit.js';
import { committed } from './committed.js';
import { diskHost } from './disk.js';
import { fates } from './fates.js';
import { git } from './git.js';
import { gitGenerated, gitIgnored, namesFrom } from './git-files.js';
import type { Host } from './host.js';
import { lineChanges } from './line-changes.js';
import { type Listed, listedTree } from './listed-tree.js';
import { patchSource } from './patch-source.js';
import { readRepository } from './repository.js';
import type { Tree, TreeEntry } from './tree.js';
import { treeHost } from './tree-host.js';

/**
 * The files below a directory as the index of git has them: what would be committed now. Of the work tree, what git
 * ignores is there too, since no commit touches it. Throws UserError where the index cannot be read or holds conflicts.
 */
export function indexHost(world: World, workspace: string): { readonly host: Host; readonly tree: Tree } {
  const root = world.real(workspace);
  const listing = indexListing(world, root);
  const staged = listedTree(world, root, listing);
  const left = ignoredTree(world, root);
  const tree: Tree = {
    entry: (path) => staged.entry(path) ?? left.entry(path),
    names: staged.names,
    text: (path) => (staged.entry(path) ? staged.text(path) : left.text(path)),
  };
  const files = treeHost(world, root, tree);
  const paths = [...listing.keys()];
  const history = patchSource(world, root, 'index');

  function listed(directory: Path): readonly Path[] {
    const real = files.follow(directory);
    if (real === undefined) return [];
    const inside = real === '' ? 0 : real.length + 1;
    const prefix = directory === '' ? '' : `${directory}/`;
    return paths.filter((path) => isWithin(real, path)).map((path) => prefix + path.slice(inside));
  }

  const host: Host = {
    ...files,
    listed,
    failures: () => staged.failures,
    repository: () => readRepository(root, world),
    ignored(asked) {
      const unknown = asked.filter((path) => staged.entry(path) === undefined);
      return new Set(unknown.length === 0 ? [] : gitIgnored(world, root, unknown));
    },
    generated: (asked) => new Set(asked.length === 0 ? [] : gitGenerated(world, root, asked)),
    changes: (pages) => lineChanges(pages, history),
    committed: (asked) => committed(world, root, asked),
    fates: (lost) =>
      fates(lost, history, {
        has: files.has,
        read: files.read,
        committed: (path) => git(world, root, ['show', '--no-textconv', `HEAD:./${path}`]),
        untracked: () => [],
      }),
  };
  return { host, tree };
}

/** What git ignores below a directory of the disk; asked for at the first file that is nowhere else. */
function ignoredTree(world: World, root: string): Pick<Tree, 'entry' | 'text'> {
  const disk = diskHost(root, world);
  let known: ReadonlySet<Path> | undefined;
  const isIgnored = (path: Path): boolean => {
    const words = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    known ??= new Set((namesFrom(world, root, words) ?? []).map((name) => name.replace(/\/$/, '')));
    for (let at = path; at !== ''; at = parentOf(at)) if (known.has(at)) return true;
    return false;
  };
  return {
    entry(path): TreeEntry | undefined {
      const kind = disk.has(path);
      return kind && isIgnored(path) ? { kind } : undefined;
    },
    text: (path) => disk.read(path),
  };
}

/** What the index holds; a file that is only meant to be added is not in it yet. */
function indexListing(world: World, root: string): ReadonlyMap<Path, Listed> {
  const lines = namesFrom(world, root, ['ls-files', '--stage', '-z']);
  if (!lines) {
    requireGit(root, '--staged');
    throw new UserError('The index of git cannot be read. Run `git status` to see why.');
  }
  const listing = new Map<Path, Listed>();
  const conflicts = new Set<Path>();
  let holdsEmpty = false;
  for (const line of lines) {
    const [, mode = '', id = '', stage, path = ''] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    if (stage === '0') listing.set(path, { mode, id });
    else if (path !== '') conflicts.add(path);
    holdsEmpty ||= emptyBlobs.includes(id);
  }
  if (conflicts.size > 0) {
    throw UserError.of(
      [...conflicts].map((path) => ({
        message: 'has conflicts in the index. Resolve them, and add the file with `git add`.',
        place: { path },
      })),
    );
  }
  for (const path of holdsEmpty ? intended(world, root) : []) listing.delete(path);
  return listing;
}

/** The content of an empty file, as SHA-1 and as SHA-256 name it. */
const emptyBlobs = [
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
];

/** Files of `git add --intent-to-add`. */
function intended(world: World, root: string): readonly Path[] {
  return namesFrom(world, root, ['diff-files', '--name-only', '--diff-filter=A', '-z', '--relative']) ?? [];
}
