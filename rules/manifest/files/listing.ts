import { join, nameOf, type Path, type Project } from '../../../src/rule.js';

/** Look-ups over a tree that cost too much to repeat for every entry of a manifest. */
export interface Listing {
  /** Pages of this name, wherever they are. */
  alike(name: string): readonly Path[];
  /** A path as it is really spelt where it differs in letter case alone, and whether no other one does. */
  spelling(path: Path): { readonly path: Path; readonly isOnly: boolean } | undefined;
}

/** Each directory is listed once, and only when it is asked for. */
export function listingOf(project: Project): Listing {
  const byName = new Map<string, Path[]>();
  for (const page of project.pages) {
    const same = byName.get(nameOf(page));
    if (same) same.push(page);
    else byName.set(nameOf(page), [page]);
  }
  const folded = new Map<Path, ReadonlyMap<string, readonly string[]>>();
  const namesIn = (directory: Path): ReadonlyMap<string, readonly string[]> => {
    const before = folded.get(directory);
    if (before) return before;
    const names = new Map<string, string[]>();
    for (const name of project.list(directory)) {
      const same = names.get(fold(name));
      if (same) same.push(name);
      else names.set(fold(name), [name]);
    }
    folded.set(directory, names);
    return names;
  };
  return {
    alike: (name) => byName.get(name) ?? [],
    spelling(path) {
      let real = '';
      let isOnly = true;
      for (const part of path.split('/')) {
        const exact = join(real, part);
        const names = project.has(exact) ? [part] : (namesIn(real).get(fold(part)) ?? []);
        const name = names.at(-1);
        if (name === undefined) return undefined;
        isOnly &&= names.length === 1;
        real = join(real, name);
      }
      return real !== path && project.has(real) === 'file' ? { path: real, isOnly } : undefined;
    },
  };
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
