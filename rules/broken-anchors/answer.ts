import {
  type Fix,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  type RenamedHeading,
  type Rewrite,
  type Span,
} from '../../src/rule.js';
import type { BrokenLink } from './fragment-links.js';
import type { SameButCase } from './ids-by-case.js';
import type { FindPage } from './pages-by-id.js';

export interface Known {
  readonly renamed: RenamedHeading | undefined;
  readonly elsewhere: FindPage;
  readonly sameButCase: SameButCase;
}

/** Where a fragment that leads to nothing should lead, and how sure that is. */
interface Answer {
  readonly page: Path;
  readonly id: string;
  readonly sure: boolean;
  /** As a sentence; with the url that leads there, where there is one. */
  readonly say: (url?: string) => string;
}

/** What is wrong with the link, and the best that can be said of where it should lead. */
export function answer(project: Project, broken: BrokenLink, known: Known): ProjectFinding {
  const { path, link, page, fragment, ids, view } = broken;
  const where = path === page ? 'on this page' : `in ${page}`;
  const found = bestAnswer(broken, known);
  const isCase = found !== undefined && found.page === page && isSameButCase(found.id, fragment);
  const rewrite = found && project.linkTo(path, link, { path: found.page, fragment: found.id });
  const advice = found?.say(rewrite?.url) ?? hint(ids);
  const message = isCase
    ? `The anchor \`#${fragment}\` is \`#${found.id}\` ${where}: letter case counts.`
    : `No heading or anchor \`#${fragment}\` ${where}. ${advice}`;
  const span = found && view.anchors(found.page)?.ids.get(found.id);
  return {
    path,
    span: link.span,
    code: isCase ? 'case-mismatch' : 'missing-anchor',
    message: broken.isOnlyView ? message : `On ${view.generator}: ${message}`,
    ...(path === page ? {} : { target: page }),
    ...(span ? { related: [{ path: found.page, span, message: `\`#${found.id}\` is here` }] } : {}),
    ...fixOf(rewrite, found),
  };
}

function bestAnswer(broken: BrokenLink, { renamed, elsewhere, sameButCase }: Known): Answer | undefined {
  const { page, fragment, ids, view } = broken;
  const [same, ...others] = sameButCase(fragment, ids);
  if (same !== undefined) {
    const sure = others.every((other) => ids.get(other)?.[0] === ids.get(same)?.[0]);
    return { page, id: same, sure, say: () => '' };
  }
  const plain = decoded(fragment);
  if (plain !== fragment && ids.has(plain))
    return { page, id: plain, sure: true, say: () => `Did you mean \`#${plain}\`?` };
  if (renamed?.sure) return { page, ...renamed, say: () => `It was renamed to \`#${renamed.id}\`.` };
  const other = elsewhere(view, page, fragment);
  if (other !== undefined) {
    const place = other === broken.path ? 'on this page' : `in ${other}`;
    const say = (url?: string): string =>
      `\`#${fragment}\` is ${place}${url === undefined ? '' : `: link to \`${url}\``}.`;
    return { page: other, id: fragment, sure: false, say };
  }
  if (renamed) return { page, ...renamed, say: () => `In its place there is now \`#${renamed.id}\`.` };
  const near = nearest(
    fragment,
    [...ids.keys()].filter((id) => id !== ''),
  );
  return near === undefined
    ? undefined
    : { page, id: near, sure: false, say: () => `Did you mean \`#${near}\`?` };
}

/** Percent-decoded once more, without a second `#`. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment).replace(/^#/, '');
  } catch {
    return fragment;
  }
}

function isSameButCase(id: string, fragment: string): boolean {
  return id.toLowerCase() === fragment.toLowerCase();
}

function fixOf(rewrite: Rewrite | undefined, found: Answer | undefined): { readonly fix?: Fix } {
  if (!rewrite?.edit || !found) return {};
  return { fix: { safe: found.sure, description: `Link to ${rewrite.url}`, edits: [rewrite.edit] } };
}

function hint(ids: ReadonlyMap<string, Span>): string {
  return ids.size === 0 ? 'The page has no headings.' : 'Link to a heading that it has.';
}
