import {
  defineRule,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  type Span,
  type Target,
  type View,
} from '../../src/rule.js';

export default defineRule({
  scope: 'project',
  summary: 'A link with a fragment leads to a heading or an anchor that exists.',
  severity: 'error',
  codes: {
    'missing-anchor': 'Link to a heading or an anchor that the page has, or declare the anchor there.',
    'case-mismatch': 'Spell the fragment as the anchor is spelt: letter case counts.',
  },
  *sources(project) {
    for (const { targets } of fragmentLinks(project)) {
      for (const { page } of targets) if (!project.files.has(page)) yield page;
    }
  },
  *check(project) {
    for (const { path, span, targets } of fragmentLinks(project)) {
      const broken = targets.find((target) => isBroken(project, target));
      const anchors = broken?.view.anchors(broken.page);
      if (!broken || !anchors) continue;
      const { page, fragment, view } = broken;
      const found = explain(path, page, fragment, anchors.ids);
      const message = targets.length === 1 ? found.message : `On ${view.generator}: ${found.message}`;
      yield { path, span, ...(path === page ? {} : { target: page }), ...found, message };
    }
  },
});

interface FragmentTarget {
  readonly view: View;
  /** The page that the fragment is looked for on. */
  readonly page: Path;
  readonly fragment: string;
}

interface FragmentLink {
  readonly path: Path;
  readonly span: Span;
  /** One for each place where the page is shown. */
  readonly targets: readonly FragmentTarget[];
}

function* fragmentLinks(project: Project): Iterable<FragmentLink> {
  for (const path of project.pages) {
    for (const link of project.files.get(path)?.links ?? []) {
      if (!link.url.includes('#')) continue;
      const targets = project.views(path).flatMap((view) => targetOf(view, view.resolve(path, link)));
      if (targets.length > 0) yield { path, span: link.span, targets };
    }
  }
}

function targetOf(view: View, target: Target): FragmentTarget[] {
  const page = pageOf(target);
  if (page === undefined || !/\.(?:md|mdx|markdown|html?)$/i.test(page)) return [];
  return 'fragment' in target && target.fragment ? [{ view, page, fragment: target.fragment }] : [];
}

function isBroken(project: Project, { view, page, fragment }: FragmentTarget): boolean {
  if (isAlwaysThere(fragment) || project.files.get(page)?.hasUnknownIds) return false;
  return view.anchors(page)?.has(fragment) === false;
}

function pageOf(target: Target): Path | undefined {
  if (target.kind === 'file') return target.path;
  if (target.kind === 'case') return target.actual;
  return target.kind === 'directory' ? target.index : undefined;
}

/** `#top` is the top of any page; GitHub takes `#L10` to the source of one, and `#:~:text=` is the browser's. */
function isAlwaysThere(fragment: string): boolean {
  return /^(?:top|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?)$/i.test(fragment) || fragment.startsWith(':~:');
}

function explain(
  path: Path,
  page: Path,
  fragment: string,
  anchors: ReadonlyMap<string, Span>,
): Pick<ProjectFinding, 'code' | 'message' | 'related'> {
  const where = path === page ? 'on this page' : `in ${page}`;
  const near = nearest(
    fragment,
    [...anchors.keys()].filter((id) => id !== ''),
  );
  const related =
    near === undefined
      ? {}
      : { related: [{ path: page, span: anchors.get(near) as Span, message: `\`#${near}\` is here` }] };
  if (near !== undefined && near.toLowerCase() === fragment.toLowerCase()) {
    const message = `The anchor \`#${fragment}\` is \`#${near}\` ${where}: letter case counts.`;
    return { code: 'case-mismatch', message, ...related };
  }
  const advice = near === undefined ? hint(anchors) : `Did you mean \`#${near}\`?`;
  return {
    code: 'missing-anchor',
    message: `No heading or anchor \`#${fragment}\` ${where}. ${advice}`,
    ...related,
  };
}

function hint(anchors: ReadonlyMap<string, Span>): string {
  const [first] = anchors.keys();
  return first === undefined ? 'The page has no headings.' : 'Link to a heading that it has.';
}
