import {
  editionOf,
  isWithin,
  join,
  type Link,
  nameOf,
  nearest,
  type Path,
  type Project,
  parentOf,
} from '../../src/rule.js';
import { type Around, namesFor } from './look-around.js';
import { samePath } from './same-path.js';

/** What a link to nothing should lead to. */
export interface Answer {
  readonly to: Path;
  readonly how: 'moved' | 'meant';
  readonly sure: boolean;
}

export interface Question {
  readonly path: Path;
  readonly link: Link;
  /** The path that is missing. */
  readonly wanted: Path;
  readonly fragment: string | undefined;
}

/** The first that holds: it is written in another way, the ending was left out, the file was renamed, it is elsewhere, a name is near. */
export function findAnswer(
  project: Project,
  question: Question,
  { fates }: Pick<Around, 'fates'>,
): Answer | undefined {
  const { wanted } = question;
  const same = samePath(project, wanted);
  if (same !== undefined) return { to: same, how: 'meant', sure: true };
  const file = ['.md', '.mdx'].map((ending) => wanted + ending).find((path) => project.has(path) === 'file');
  if (file !== undefined) return { to: file, how: 'meant', sure: false };
  for (const name of namesFor(wanted)) {
    const fate = fates.get(name);
    if (fate?.kind === 'moved') return { to: fate.to, how: 'moved', sure: true };
  }
  const to =
    elsewhere(project, question) ??
    (wasThere(wanted, fates) ? undefined : (nearby(project, question) ?? throughNearby(project, wanted)));
  return to === undefined ? undefined : { to, how: 'meant', sure: false };
}

/** A name that was right once is no slip of the pen. */
function wasThere(wanted: Path, fates: Around['fates']): boolean {
  return namesFor(wanted).some((name) => fates.has(name));
}

/**
 * The file of this name: of several, the one whose directories are most like those that were written. An index
 * page has the name of all others, so that its directory must be the same.
 */
function elsewhere(project: Project, { path, wanted, fragment }: Question): Path | undefined {
  const name = nameOf(wanted);
  const names = isRoute(project, wanted) ? [name, `${name}.md`, `${name}.mdx`] : [name];
  const isIndex = /^(?:readme|index|_index)\./i.test(name);
  const edition = editionOf(path);
  const files = names
    .flatMap((one) => project.named(one))
    .filter((file) => file !== path && editionOf(file) === edition && project.has(file) === 'file')
    .map((file) => ({ file, shared: sharedEnd(file, wanted) }))
    .filter(({ shared }) => !isIndex || shared > 0);
  const most = Math.max(...files.map(({ shared }) => shared));
  const best = files.filter(({ shared }) => shared === most).map(({ file }) => file);
  const fitting =
    fragment === undefined ? [] : best.filter((file) => project.anchors(file)?.has(fragment) === true);
  const likely = fitting.length > 0 ? fitting : best;
  return likely.length === 1 ? likely[0] : undefined;
}

/** How many directories two paths have in common, from the name on. */
function sharedEnd(a: Path, b: Path): number {
  const [ours, theirs] = [parentOf(a).split('/').reverse(), parentOf(b).split('/').reverse()];
  const differing = ours.findIndex((part, index) => part === '' || part !== theirs[index]);
  return differing < 0 ? ours.length : differing;
}

/** A name in the same directory; a page seldom links to itself. */
function nearby(project: Project, { path, wanted }: Question): Path | undefined {
  const names = project.list(parentOf(wanted)).filter((name) => join(parentOf(wanted), name) !== path);
  const name = isRoute(project, wanted) ? nearestPage(nameOf(wanted), names) : nearest(nameOf(wanted), names);
  return name === undefined ? undefined : join(parentOf(wanted), name);
}

/** Whether it may stand for a page; out of the docs, a name without an ending is a directory's. */
function isRoute({ roots }: Project, wanted: Path): boolean {
  return !nameOf(wanted).includes('.') && roots.some((root) => isWithin(root, wanted));
}

/** A route is compared with the names of pages without their endings. */
function nearestPage(wanted: string, names: readonly string[]): string | undefined {
  const byStem = new Map(names.map((name) => [name.replace(/\.mdx?$/, ''), name] as const));
  const stem = nearest(wanted, byStem.keys());
  return stem === undefined ? undefined : byStem.get(stem);
}

/** The same path below a directory whose name is near. */
function throughNearby(project: Project, wanted: Path): Path | undefined {
  let directory = parentOf(wanted);
  while (directory !== '' && project.has(parentOf(directory)) !== 'directory')
    directory = parentOf(directory);
  if (directory === '' || project.has(directory) !== undefined) return undefined;
  const above = parentOf(directory);
  const rest = wanted.slice(directory.length);
  const fitting = project
    .list(above)
    .filter((name) => namesFor(join(above, name) + rest).some((path) => project.has(path) === 'file'));
  const name = nearest(nameOf(directory), fitting);
  if (name === undefined) return undefined;
  return namesFor(join(above, name) + rest).find((path) => project.has(path) === 'file');
}
