import type { Link, Path, Project, Span, Target, View } from '../../src/rule.js';

interface FragmentTarget {
  readonly view: View;
  /** The page that the fragment is looked for on. */
  readonly page: Path;
  readonly fragment: string;
}

/** A link with the first place where its fragment leads to nothing. */
export interface BrokenLink extends FragmentTarget {
  readonly path: Path;
  readonly link: Link;
  /** What the page has there. */
  readonly ids: ReadonlyMap<string, Span>;
  /** Whether the page of the link is shown nowhere else. */
  readonly isOnlyView: boolean;
}

/** What is no page of what links with a fragment lead to. A fragment alone stays on its page. */
export function* unreadTargets(project: Project): Iterable<Path> {
  for (const path of project.asked) {
    if (!project.isPage(path)) continue;
    for (const link of project.files.get(path)?.links ?? []) {
      if (link.url.indexOf('#') <= 0) continue;
      for (const view of project.views(path)) {
        const page = pageOf(view.resolve(path, link));
        if (page !== undefined && !project.isPage(page) && targetOf(view, path, link)) yield page;
      }
    }
  }
}

export function* brokenLinks(project: Project): Iterable<BrokenLink> {
  for (const path of project.asked) {
    if (!project.isPage(path)) continue;
    for (const link of project.files.get(path)?.links ?? []) {
      const broken = link.url.includes('#') ? brokenLink(project, path, link) : undefined;
      if (broken) yield broken;
    }
  }
}

function brokenLink(project: Project, path: Path, link: Link): BrokenLink | undefined {
  const views = project.views(path);
  for (const view of views) {
    const target = targetOf(view, path, link);
    const anchors = target && isBroken(project, target) ? view.anchors(target.page) : undefined;
    if (!target || !anchors) continue;
    const isOnlyView = views.filter((one) => targetOf(one, path, link)).length === 1;
    return { path, link, ...target, ids: anchors.ids, isOnlyView };
  }
  return undefined;
}

function targetOf(view: View, path: Path, link: Link): FragmentTarget | undefined {
  const target = view.resolve(path, link);
  const fragment = 'fragment' in target ? target.fragment : undefined;
  const page = fragment ? pageOf(target) : undefined;
  return fragment && page !== undefined && isReadable(page) ? { view, page, fragment } : undefined;
}

function pageOf(target: Target): Path | undefined {
  if (target.kind === 'file') return target.path;
  if (target.kind === 'case') return target.actual;
  return target.kind === 'directory' ? target.index : undefined;
}

function isReadable(page: Path): boolean {
  return /\.(?:md|mdx|markdown|html?)$/i.test(page);
}

function isBroken(project: Project, { view, page, fragment }: FragmentTarget): boolean {
  if (view.anchors(page)?.has(fragment) !== false) return false;
  return !isAlwaysThere(fragment) && !project.files.get(page)?.hasUnknownIds;
}

/**
 * `#top` is the top of any page; GitHub takes `#L10` to the source of one, and `#:~:text=` is the browser's. `#fn:1` is
 * a footnote, by ids that renderers number.
 */
function isAlwaysThere(fragment: string): boolean {
  return (
    /^(?:top|fn(?:ref)?:.+|user-content-fn(?:ref)?-.+|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?)$/i.test(fragment) ||
    fragment.startsWith(':~:')
  );
}
