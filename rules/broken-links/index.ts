import { defineRule, type Link, type Project, regions, type Target } from '../../src/rule.js';
import { frontMatterLinks } from './front-matter-links.js';
import { frontMatterReferences } from './front-matter-references.js';
import { type Case, judge } from './judge.js';
import { linesOf } from './lines.js';
import { type LinkFacts, type LinkTarget, linkTargets } from './link-targets.js';
import { lookAround } from './look-around.js';
import { isRoute, routesNote } from './routes.js';
import { isUnlistedDirectory, unlistedNote } from './unlisted.js';

/** Whose regions a generator puts in. */
const includers: ReadonlySet<string> = new Set(['region', 'mkdocs', 'mdbook']);

interface Options {
  readonly frontMatter: readonly string[];
}

export default defineRule<Options, LinkFacts>({
  scope: 'project',
  isByPage: true,
  summary: 'A local link leads to a file or directory that exists.',
  severity: 'error',
  fixable: true,
  codes: {
    'missing-file': 'Link to a file that exists, or add the one that is missing.',
    'missing-line': 'Link to lines that the file has.',
    'case-mismatch': 'Spell the path as the file is spelt: the next machine may tell letter cases apart.',
    'outside-workspace': 'Link to a file of the workspace, or use a full URL.',
    'undefined-reference': 'Define the label, as in `[label]: url`, or escape the bracket.',
    empty: 'Write the URL, or remove the link.',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      frontMatter: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        default: [],
        description: 'Keys of YAML front matter whose values are links, such as `image` or `hero.image.src`.',
      },
    },
  },
  extract(document, { frontMatter }) {
    const includable = new Set(regions(document.text, includers).map(({ name }) => name));
    const links = document.kind === 'markdown' ? frontMatterLinks(document, frontMatter) : [];
    return includable.size === 0 && links.length === 0 ? undefined : { regions: [...includable], links };
  },
  *sources(project, _options, facts) {
    for (const { link, targets } of linkTargets(project, facts, namesLines)) {
      for (const { target } of targets) if (namesLines(target, link)) yield target.path;
    }
  },
  references: frontMatterReferences,
  *check(project, _options, facts) {
    const links = [...linkTargets(project, facts, (target, link) => isDoubtful(project, target, link))];
    const around = lookAround(project, links);
    for (const found of links) {
      const missing = found.targets.find(({ target }) => isUnlistedDirectory(project, target));
      if (missing?.target.kind === 'missing') yield { path: found.path, aside: missing.target.path };
      else if (isRoute(found)) yield { path: found.path, aside: found.link.url };
      else yield* judged(project, found, { around, facts });
    }
    yield* undefinedReferences(project);
  },
  *sumUp(asides) {
    const routes = [...new Set(asides.filter((one) => one.startsWith('/')))];
    const unlisted = [...new Set(asides.filter((one) => !one.startsWith('/')))];
    if (unlisted.length > 0) yield { note: unlistedNote(unlisted) };
    if (routes.length > 0) yield { note: routesNote(routes) };
  },
});

/** Whether some lines of a file are meant, and not all of it. */
function namesLines(target: Target, { part }: Link): target is Extract<Target, { kind: 'file' }> {
  return target.kind === 'file' && (part !== undefined || linesOf(target) !== undefined);
}

/** Not what leads to a page as a whole, nor what is elsewhere, as most links do: nothing more can be said of those. */
function isDoubtful(project: Project, target: Target, link: Link): boolean {
  if (target.kind === 'external') return false;
  return target.kind !== 'file' || !project.isPage(target.path) || namesLines(target, link);
}

/** The first place where the link fails; named where the page is shown in several. */
function* judged(
  project: Project,
  { path, link, targets }: LinkTarget,
  known: Pick<Case, 'around' | 'facts'>,
) {
  for (const { view, target } of targets) {
    const found = judge(project, { ...known, path, link, view, target });
    if (!found) continue;
    const message = targets.length === 1 ? found.message : `On ${view.generator}: ${found.message}`;
    yield { path, span: link.span, ...found, message };
    return;
  }
}

function* undefinedReferences(project: Project) {
  for (const path of project.asked) {
    if (!project.isPage(path)) continue;
    for (const { label, span } of project.files.get(path)?.undefinedReferences ?? []) {
      if (project.views(path).every((view) => view.defines(label))) continue;
      const message = `Nothing defines the reference \`${label}\`. Add \`[${label}]: url\`, or escape the bracket.`;
      yield { path, span, code: 'undefined-reference', message };
    }
  }
}
