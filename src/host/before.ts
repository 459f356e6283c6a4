import type { Path } from '../model.js';
import { isWithin, join, parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import type { Difference } from './difference.js';
import type { Host } from './host.js';
import { type Listed, listedTree } from './listed-tree.js';
import type { Tree, TreeEntry } from './tree.js';
import { treeHost } from './tree-host.js';

/**
 * What is checked, as it was before a change: what the change did not touch is as it is now, so that only the change
 * makes a difference. Git's memory is left out: it says nothing about what is wrong, only about how to mend it.
 */
export function hostBefore(
  world: World,
  root: string,
  now: { readonly host: Host; readonly tree: Tree },
  { base, changes }: Difference,
): Host {
  const then = new Map<Path, Listed>();
  const gone = new Set<Path>();
  for (const { kind, path, from, before } of changes) {
    if (kind === 'added' || kind === 'renamed') gone.add(path);
    if (before) then.set(from ?? path, before);
  }
  const tree = treeBefore(world, root, now.tree, then, gone);
  const files = treeHost(world, root, tree);

  let all: readonly Path[] | undefined;
  function everything(): readonly Path[] | undefined {
    const listed = now.host.listed('');
    if (listed) all ??= [...new Set([...listed.filter((path) => !gone.has(path)), ...then.keys()])];
    return all;
  }
  function listed(directory: Path): readonly Path[] | undefined {
    const real = files.follow(directory);
    if (real === undefined) return [];
    const paths = everything()?.filter((path) => path !== real && isWithin(real, path));
    if (paths?.length === 0) return now.host.listed(directory)?.filter((path) => !gone.has(path)) ?? [];
    return paths?.map((path) => join(directory, path.slice(real === '' ? 0 : real.length + 1)));
  }

  return {
    ...files,
    listed,
    failures: () => tree.failures,
    repository: () => now.host.repository(),
    ignored: (paths) => now.host.ignored(paths.filter((path) => !then.has(path))),
    generated: () => new Set(),
    fates: () => new Map(),
    changes: () => new Map(),
    committed(asked) {
      const pinned = asked.map((one) => (one.commit === 'HEAD' ? { ...one, commit: base } : one));
      return { ...now.host.committed(pinned), head: base };
    },
  };
}

function treeBefore(
  world: World,
  root: string,
  now: Tree,
  then: ReadonlyMap<Path, Listed>,
  gone: ReadonlySet<Path>,
) {
  const old = listedTree(world, root, then);
  const touched = new Set<Path>();
  for (const path of [...gone, ...then.keys()]) {
    for (let at = path; at !== '' && !touched.has(parentOf(at)); at = parentOf(at)) touched.add(parentOf(at));
  }

  /** Whether something other than a directory was where one of its directories is now. */
  function isHidden(path: Path): boolean {
    for (let at = parentOf(path); at !== ''; at = parentOf(at)) {
      const entry = old.entry(at);
      if (entry) return entry.kind !== 'directory' || (then.has(at) && [...old.names(at)].length > 0);
    }
    return false;
  }

  function entry(path: Path): TreeEntry | undefined {
    const before = old.entry(path);
    if (before) return before;
    if (gone.has(path) || isHidden(path)) return undefined;
    const today = now.entry(path);
    if (today?.kind !== 'directory' || !touched.has(path)) return today;
    return names(path).length > 0 ? today : undefined;
  }

  const known = new Map<Path, readonly string[]>();
  function names(directory: Path): readonly string[] {
    const its = known.get(directory) ?? namesOf(directory);
    known.set(directory, its);
    return its;
  }

  function namesOf(directory: Path): readonly string[] {
    const today = now.entry(directory)?.kind === 'directory' ? [...now.names(directory)] : [];
    if (!touched.has(directory)) return today;
    const left = today.filter((name) => entry(join(directory, name)) !== undefined);
    return [...new Set([...left, ...old.names(directory)])];
  }

  return {
    failures: old.failures,
    entry,
    names,
    text: (path: Path) => (then.has(path) || old.entry(path) ? old.text(path) : now.text(path)),
  };
}
