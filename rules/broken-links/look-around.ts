import { type Fate, nameOf, type Path, type Project, type Target, type View } from '../../src/rule.js';
import type { LinkTarget } from './link-targets.js';

/** What only git knows of the targets of links. */
export interface Around {
  /** What became of paths that are missing. */
  readonly fates: ReadonlyMap<Path, Fate>;
  /** Files and directories that are here and that git ignores. */
  readonly ignored: ReadonlySet<Path>;
  /** Targets that are not here and that git would ignore: whoever builds the site makes them. */
  readonly built: ReadonlySet<Path>;
}

/** Asks git once for all links; nothing where every link leads to a page. */
export function lookAround(project: Project, links: Iterable<LinkTarget>): Around {
  const missing = new Set<Path>();
  const others = new Set<Path>();
  const unbuilt = new Set<Path>();
  for (const { targets } of links) {
    for (const { view, target } of targets) {
      if (target.kind === 'missing') for (const path of namesFor(target.path)) missing.add(path);
      if (target.kind === 'missing' && !view.isForge) unbuilt.add(target.path);
      if (isHeldByGit(view, target) && !project.isPage(target.path)) others.add(target.path);
    }
  }
  const gone = [...missing].filter((path) => project.has(path) === undefined).sort();
  const fates = gone.length > 0 ? project.fates(gone) : new Map<Path, Fate>();
  const named = [...unbuilt].flatMap((path) => madeFrom(path)).filter((path) => !fates.has(path));
  const asked = [...new Set([...others, ...named])].sort();
  const ignored = asked.length > 0 && project.git ? project.ignored(asked) : new Set<Path>();
  return {
    fates,
    ignored,
    built: new Set([...unbuilt].filter((path) => madeFrom(path).some((one) => ignored.has(one)))),
  };
}

/** What git would have to ignore for a path to be made when the site is built: of a page, its source. */
function madeFrom(path: Path): readonly Path[] {
  return /\.html?$/.test(path) ? namesFor(path).slice(1) : namesFor(path);
}

/** Whether the link works for others only if git holds what it leads to; a site may well be built with more. */
export function isHeldByGit(
  { isForge }: View,
  target: Target,
): target is Extract<Target, { kind: 'file' | 'directory' }> {
  return isForge && (target.kind === 'file' || (target.kind === 'directory' && target.path !== ''));
}

/** The files that a path may have stood for: a route has no ending, or one of its own. */
export function namesFor(path: Path): readonly Path[] {
  const stem = path.replace(/\.html?$/, '');
  if (stem === path && nameOf(path).includes('.')) return [path];
  const files = ['.md', '.mdx', '/index.md', '/index.mdx', '/_index.md', '/README.md'];
  return [path, ...files.map((file) => stem + file)];
}
