import { join, nameOf, type Path, type Project } from '../../../src/rule.js';

/** Look-ups over a tree that cost too much to repeat for every entry of a manifest. */
export interface Listing {
  /** Pages of this name, wherever they are. */
  alike(name: string): readonly Path[];
  /** A path as it is really spelt where it differs in letter case alone. */
  spelling(path: Path): Path | undefined;
}

/** Each directory is listed once, and only when it is asked for. */
export function listingOf(project: Project): Listing {
  const byName = new Map<string, Path[]>();
  for (const page of project.pages) {
    const same = byName.get(nameOf(page));
    if (same) same.push(page);
    else byName.set(nameOf(page), [page]);
  }
  const folded = new Map<Path, ReadonlyMap<string, string>>();
  const namesIn = (directory: Path): ReadonlyMap<string, string> => {
    const names =
      folded.get(directory) ?? new Map(project.list(directory).map((name) => [fold(name), name] as const));
    folded.set(directory, names);
    return names;
  };
  return {
    alike: (name) => byName.get(name) ?? [],
    spelling(path) {
      let real = '';
      for (const part of path.split('/')) {
        const exact = join(real, part);
        const name = project.has(exact) ? part : namesIn(real).get(fold(part));
        if (name === undefined) return undefined;
        real = join(real, name);
      }
      return real !== path && project.has(real) === 'file' ? real : undefined;
    },
  };
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
