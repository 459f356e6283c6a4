import { UserError } from '../errors.js';
import { workspaceFiles } from '../host/discover.js';
import type { Host } from '../host/host.js';
import { type Dialect, dialectOf } from '../markdown/slug/index.js';
import type { Facts, Path, Project, View } from '../model.js';
import { isWithin, nameOf } from '../paths.js';
import type { Site } from '../site/site.js';
import { type GitMemory, gitMemory } from './git-memory.js';
import { linkTo } from './link-to.js';
import { makeView } from './make-view.js';
import { makeNoticing, type Noticing, noticedFiles } from './noticing.js';
import { type OwnUrls, pinnedFile } from './own-url.js';
import { type HeadingMemory, renamedHeadings } from './renamed-headings.js';

export interface Tree {
  readonly roots: readonly Path[];
  readonly pages: readonly Path[];
  readonly git: boolean;
  /** At least one has the workspace as its content. */
  readonly sites: readonly Site[];
  readonly own: OwnUrls;
  readonly headingOf: HeadingMemory['headingOf'];
  readonly noticing?: Noticing;
  /** Git is not asked twice. */
  readonly memory?: GitMemory;
}

/** The tree as rules see it. `files` may grow while sources are read. */
export function buildProject(
  host: Host,
  files: ReadonlyMap<Path, Facts>,
  { sites, own, headingOf, noticing = makeNoticing(), memory = gitMemory(), ...tree }: Tree,
): Project {
  const bySite = sites.map((site) => ({
    site,
    view: noticedView(
      makeView({ site, listing: host, pages: tree.pages, files, roots: tree.roots, own }),
      noticing,
    ),
  }));
  const pages = new Set(tree.pages);
  const byPage = new Map<Path, readonly [View, ...View[]]>();

  const all = bySite.map(({ view }) => view) as [View, ...View[]];

  /** Those of the sites whose content holds the page most closely; the forge that nobody named only where no other does. */
  function views(page: Path): readonly [View, ...View[]] {
    if (all.length === 1) return all;
    const known = byPage.get(page);
    if (known) return known;
    const depth = (site: Site): number =>
      Math.max(
        -1,
        ...site.content
          .filter((directory) => isWithin(directory, page))
          .map(({ length }) => (site.settings.isAssumed === true ? length - 0.5 : length)),
      );
    const deepest = Math.max(...bySite.map(({ site }) => depth(site)));
    const its = bySite.filter(({ site }) => depth(site) === deepest).map(({ view }) => view) as [
      View,
      ...View[],
    ];
    byPage.set(page, its);
    return its;
  }

  function dialect(view: View): Dialect {
    const { site } = bySite.find((one) => one.view === view) ?? (bySite[0] as (typeof bySite)[number]);
    return dialectOf(site.dialect, site.dialectOptions);
  }

  let listing: readonly Path[] | undefined;
  let byName: ReadonlyMap<string, readonly Path[]> | undefined;
  function named(name: string): readonly Path[] {
    byName ??= groupByName(host.listed('') ?? tree.pages);
    return byName.get(name) ?? [];
  }

  function asking<Q, A>(questions: readonly Q[], ask: (questions: readonly Q[]) => A): A {
    const isAnswered = host.repository() !== undefined || process.env.GIT_DIR !== undefined;
    if (questions.length > 0 && isAnswered) noticing.askGit();
    return ask(questions);
  }

  return {
    ...tree,
    sites,
    get asked() {
      return noticing.asked() ?? [...tree.pages, ...[...files.keys()].filter((path) => !pages.has(path))];
    },
    isPage: (path) => pages.has(path),
    files: noticedFiles(files, noticing),
    has: (path) => host.has(path),
    list: (directory) => host.list(directory),
    workspaceFiles() {
      listing ??= workspaceFiles(host);
      return listing;
    },
    ignored(paths) {
      const { ignored } = memory;
      const open = paths.filter((path) => !ignored.has(path));
      const found = asking(open, (some) => host.ignored(some));
      for (const path of open) ignored.set(path, found.has(path));
      return new Set(paths.filter((path) => ignored.get(path)));
    },
    named,
    fates: (paths) =>
      asking(paths, (some) => new Map(memory.answer(['fates', some], () => [...host.fates(some)]))),
    renamedHeadings(lost) {
      const question = lost.map(({ view, page, fragment }) => [all.indexOf(view), page, fragment]);
      const ask = () => renamedHeadings(lost, { host, dialect, headingOf }).map((one) => one ?? null);
      const found = asking(lost, () => memory.answer(['headings', question], ask));
      return found.map((one) => one ?? undefined);
    },
    linkTo: (from, link, to, was) => linkTo(views(from), from, link, to, was),
    text: (path) => textOf(host, path),
    pinned: (url) => pinnedFile(url, own),
    committed: (files) =>
      files.length === 0 ? { texts: [] } : asking(files, (some) => host.committed(some)),
    resolve: (from, link) => views(from)[0].resolve(from, link),
    anchors: (path) => views(path)[0].anchors(path),
    views,
  };
}

function noticedView(view: View, { touch }: Noticing): View {
  return {
    ...view,
    anchors(path) {
      touch(path);
      return view.anchors(path);
    },
  };
}

/** That a file cannot be read is said by whoever reads it for its facts. */
function textOf(host: Host, path: Path): string | undefined {
  try {
    return host.read(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function groupByName(paths: readonly Path[]): ReadonlyMap<string, readonly Path[]> {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const its = groups.get(nameOf(path));
    if (its) its.push(path);
    else groups.set(nameOf(path), [path]);
  }
  return groups;
}
