import {
  defineRule,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  type Span,
  type Target,
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
    for (const { page } of fragmentLinks(project)) if (!project.files.has(page)) yield page;
  },
  *check(project) {
    for (const { path, span, page, fragment } of fragmentLinks(project)) {
      const anchors = project.anchors(page);
      if (!anchors || isAlwaysThere(fragment) || anchors.has(fragment)) continue;
      yield {
        path,
        span,
        ...(path === page ? {} : { target: page }),
        ...explain(path, page, fragment, anchors.ids),
      };
    }
  },
});

interface FragmentLink {
  readonly path: Path;
  readonly span: Span;
  /** The page that the fragment is looked for on. */
  readonly page: Path;
  readonly fragment: string;
}

function* fragmentLinks(project: Project): Iterable<FragmentLink> {
  for (const path of project.pages) {
    for (const { url, span } of project.files.get(path)?.links ?? []) {
      if (!url.includes('#')) continue;
      const target = project.resolve(path, url);
      const page = pageOf(target);
      if (page === undefined || !/\.(?:md|mdx|markdown)$/i.test(page)) continue;
      if ('fragment' in target && target.fragment) yield { path, span, page, fragment: target.fragment };
    }
  }
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
