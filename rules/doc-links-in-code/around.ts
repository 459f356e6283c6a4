import { type Fate, nameOf, type Path, type Project, type RenamedHeading } from '../../src/rule.js';
import type { Fault } from './faults.js';

/** What only git knows of what is missing. */
export interface Around {
  readonly fates: ReadonlyMap<Path, Fate>;
  readonly ignored: ReadonlySet<Path>;
  readonly renamed: ReadonlyMap<Fault, RenamedHeading | undefined>;
}

/** Asks git once for all faults; nothing where there are none. */
export function lookAround(project: Project, faults: readonly Fault[]): Around {
  const missing = new Set(
    faults.flatMap((fault) => (fault.kind === 'missing' ? namesFor(fault.wanted) : [])),
  );
  const gone = [...missing].filter((path) => project.has(path) === undefined).sort();
  const lost = faults.filter((fault) => fault.kind === 'anchor');
  const asked = [...new Set([...gone, ...faults.map(({ path }) => path)])].sort();
  return {
    fates: gone.length > 0 ? project.fates(gone) : new Map(),
    ignored: project.git && asked.length > 0 ? project.ignored(asked) : new Set(),
    renamed: new Map(
      lost.length === 0
        ? []
        : project.renamedHeadings(lost).map((now, at) => [lost[at] as Fault, now] as const),
    ),
  };
}

/** The files that a path may stand for: a route has no ending, or one of its own. */
export function namesFor(path: Path): readonly Path[] {
  const stem = path.replace(/\.html?$/, '');
  if (stem === path && nameOf(path).includes('.')) return [path];
  const files = ['.md', '.mdx', '/index.md', '/index.mdx', '/_index.md', '/README.md'];
  return [path, ...files.map((file) => stem + file)];
}
