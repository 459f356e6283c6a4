/** A directory or a page, with how many problems are in it. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  /** Directories first, each sorted by name; empty for a page. */
  readonly children: readonly Folder[];
}

interface Open {
  count: number;
  readonly children: Map<string, Open>;
}

/** The tree of the paths that have a count. A directory that holds but one directory is one with it. */
export function foldersOf(counts: ReadonlyMap<string, number>): readonly Folder[] {
  const top: Open = { count: 0, children: new Map() };
  for (const [path, count] of counts) {
    let at = top;
    for (const name of path.split('/')) {
      const next = at.children.get(name) ?? { count: 0, children: new Map() };
      at.children.set(name, next);
      next.count += count;
      at = next;
    }
  }
  return closed(top, '');
}

function closed(open: Open, base: string): Folder[] {
  const folders = [...open.children].map(([name, child]): Folder => {
    const path = base === '' ? name : `${base}/${name}`;
    const children = closed(child, path);
    const [only] = children;
    if (only && children.length === 1 && only.children.length > 0)
      return { ...only, name: `${name}/${only.name}` };
    return { path, name, count: child.count, children };
  });
  return folders.sort(
    (a, b) => Number(b.children.length > 0) - Number(a.children.length > 0) || (a.name < b.name ? -1 : 1),
  );
}
