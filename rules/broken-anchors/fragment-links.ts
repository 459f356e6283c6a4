import type { Link, Path, Project, Span, Target, View } from '../../src/rule.js';

interface FragmentTarget {
  readonly view: View;
  /** The page that the fragment is looked for on. */
  readonly page: Path;
  readonly fragment: string;
}

interface FragmentLink {
  readonly path: Path;
  readonly link: Link;
  /** One for each place where the page is shown. */
  readonly targets: readonly FragmentTarget[];
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

export function* fragmentLinks(project: Project): Iterable<FragmentLink> {
  for (const path of project.pages) {
    for (const link of project.files.get(path)?.links ?? []) {
      if (!link.url.includes('#')) continue;
      const targets = project.views(path).flatMap((view) => targetOf(view, view.resolve(path, link)));
      if (targets.length > 0) yield { path, link, targets };
    }
  }
}

export function* brokenLinks(project: Project): Iterable<BrokenLink> {
  for (const { path, link, targets } of fragmentLinks(project)) {
    const broken = targets.find((target) => isBroken(project, target));
    const anchors = broken?.view.anchors(broken.page);
    if (broken && anchors)
      yield { path, link, ...broken, ids: anchors.ids, isOnlyView: targets.length === 1 };
  }
}

function targetOf(view: View, target: Target): FragmentTarget[] {
  const page = pageOf(target);
  if (page === undefined || !/\.(?:md|mdx|markdown|html?)$/i.test(page)) return [];
  return 'fragment' in target && target.fragment ? [{ view, page, fragment: target.fragment }] : [];
}

function pageOf(target: Target): Path | undefined {
  if (target.kind === 'file') return target.path;
  if (target.kind === 'case') return target.actual;
  return target.kind === 'directory' ? target.index : undefined;
}

function isBroken(project: Project, { view, page, fragment }: FragmentTarget): boolean {
  if (isAlwaysThere(fragment) || project.files.get(page)?.hasUnknownIds) return false;
  return view.anchors(page)?.has(fragment) === false;
}

/** `#top` is the top of any page; GitHub takes `#L10` to the source of one, and `#:~:text=` is the browser's. */
function isAlwaysThere(fragment: string): boolean {
  return /^(?:top|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?)$/i.test(fragment) || fragment.startsWith(':~:');
}
