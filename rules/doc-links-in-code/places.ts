import {
  type Anchors,
  isWithin,
  join,
  type Link,
  nameOf,
  normalize,
  type Path,
  type Project,
  parentOf,
  type Target,
  type View,
} from '../../src/rule.js';
import type { Mention } from './facts.js';

/** Where a mention leads, as one view sees it. */
export interface Place {
  readonly target: Target;
  readonly view: View;
  /** The page from which the view reads the url; of a path, the directory that it begins at. */
  readonly from: Path;
}

/** A mention of one file with all that it may mean; the first that exists is meant. */
export interface Located {
  readonly path: Path;
  readonly mention: Mention;
  readonly places: readonly Place[];
}

export function linkOf({ text, span }: Mention): Link {
  return { kind: 'link', url: text, span, urlSpan: span };
}

/** The sites that show pages, each with one of its pages; none where a forge alone does. */
export type Sites = ReadonlyMap<View, Path>;

export function sitesOf(project: Project): Sites {
  const sites = new Map<View, Path>();
  for (const page of project.pages) {
    for (const view of project.views(page)) if (!view.isForge && !sites.has(view)) sites.set(view, page);
  }
  return sites;
}

/** What a mention may mean; undefined for one that means nothing of ours. */
export function locate(project: Project, sites: Sites, path: Path, mention: Mention): Located | undefined {
  const places =
    mention.kind === 'url' ? urlPlaces(project, sites, path, mention) : pathPlaces(project, path, mention);
  return places.length > 0 ? { path, mention, places } : undefined;
}

/** As the sites read it that show the docs; where none does, as the forge. */
function urlPlaces(project: Project, sites: Sites, path: Path, mention: Mention): Place[] {
  const link = linkOf(mention);
  const [own] = project.views(path);
  const target = own?.resolve(path, link);
  if (!own || !target || target.kind === 'external') return [];
  const places = [...sites].map(([view, from]) => ({ view, from, target: view.resolve(from, link) }));
  return places.length > 0 ? places : [{ view: own, from: path, target }];
}

/** From the file, from each directory around it, and from the docs. */
function pathPlaces(project: Project, path: Path, { text }: Mention): Place[] {
  const directories: Path[] = [];
  for (let at = parentOf(path); ; at = parentOf(at)) {
    directories.push(at);
    if (at === '') break;
  }
  const isRelative = /^\.{1,2}\//.test(text);
  const order = isRelative ? directories : [...directories].reverse();
  return [...new Set([...order, ...project.roots])].flatMap((from): Place[] => {
    const target = targetOf(project, from, text);
    const [view] = target ? project.views(target.path) : [];
    return target && view ? [{ view, from, target }] : [];
  });
}

function targetOf(
  project: Project,
  from: Path,
  text: string,
): Extract<Target, { kind: 'file' | 'missing' | 'case' }> | undefined {
  const [before = '', fragment] = text.split('#');
  const written = decoded(before.replace(/\?.*$/, ''));
  const path = normalize(`${from}/${written}`);
  if (path === undefined) return undefined;
  const rest = fragment === undefined ? {} : { fragment: decoded(fragment) };
  if (project.has(path) === 'file') return { kind: 'file', path, ...rest };
  const name = nameOf(path).toLowerCase();
  const actual = project.list(parentOf(path)).find((other) => other.toLowerCase() === name);
  if (actual === undefined) return { kind: 'missing', path, ...rest };
  return { kind: 'case', path, actual: join(parentOf(path), actual), ...rest };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Those places that a mention may mean: all that lead somewhere, else the one that should. */
export function meant(project: Project, { path, mention, places }: Located): readonly Place[] {
  const there = places.filter(({ target }) => !['missing', 'case', 'outside'].includes(target.kind));
  if (mention.kind === 'url') return there.length > 0 ? there : places.slice(0, 1);
  // A relative path that leads somewhere from elsewhere alone may be a command's: nobody knows where that runs.
  const isRelative = /^\.{1,2}\//.test(mention.text);
  if (there.length > 0) return there.filter(({ from }) => !isRelative || from === parentOf(path));
  const near = places.filter(({ from }) => (isRelative ? from === parentOf(path) : isWithin(from, path)));
  const place =
    near.find(({ target }) => target.kind === 'case') ??
    near.find(({ target }) => target.kind === 'missing' && isInDocs(project, target.path));
  return place ? [place] : [];
}

/** Whether a file could well be there: in the docs, or where these are everything, in a directory that exists. */
function isInDocs({ roots, has }: Project, path: Path): boolean {
  return roots.some((root) =>
    root === '' ? has(path.split('/')[0] as string) === 'directory' : path !== root && isWithin(root, path),
  );
}

/** The page whose ids a fragment names, in all the places where it is read. */
export function anchorsOf(
  project: Project,
  { target, view }: Place,
  kind: Mention['kind'],
): readonly { readonly view: View; readonly page: Path; readonly anchors: Anchors }[] {
  const page = target.kind === 'file' ? target.path : target.kind === 'directory' ? target.index : undefined;
  if (page === undefined) return [];
  const views = kind === 'url' && !view.isForge ? [view] : project.views(page);
  return views.flatMap((one) => {
    const anchors = one.anchors(page);
    return anchors ? [{ view: one, page, anchors }] : [];
  });
}
