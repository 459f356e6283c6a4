import {
  type Facts,
  type Link,
  nameOf,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  parentOf,
  type Target,
  type View,
} from '../../src/rule.js';
import { fixTo, judgeMissing } from './judge-missing.js';
import { countLines, linesOf } from './lines.js';
import type { LinkFacts } from './link-targets.js';
import { type Around, isHeldByGit } from './look-around.js';
import { isNoPage } from './no-page.js';

export type Judgement = Omit<ProjectFinding, 'path' | 'span'>;

export interface Case {
  readonly path: Path;
  readonly link: Link;
  readonly view: View;
  readonly target: Target;
  readonly around: Around;
  readonly facts: ReadonlyMap<Path, LinkFacts>;
}

/** What is wrong with a link that leads there; undefined when nothing is. */
export function judge(project: Project, given: Case): Judgement | undefined {
  const { path, link, view, target, around, facts } = given;
  if (isHeldByGit(view, target) && around.ignored.has(target.path)) return ignored(target.path);
  switch (target.kind) {
    case 'empty':
      // In a table of contents a link without a URL is a chapter still to be written.
      if ((link.kind !== 'link' && link.kind !== 'image') || nameOf(path) === 'SUMMARY.md') return undefined;
      return { code: 'empty', message: 'This link has no URL. Write it, or remove the link.' };
    case 'outside':
      return {
        code: 'outside-workspace',
        message: `\`${target.path}\` leaves the workspace. Link to a file inside it, or use a full URL.`,
      };
    case 'case':
      return otherCase(project, { path, link, target });
    case 'missing': {
      if (!view.isForge && around.built.has(target.path)) return undefined;
      const question = { path, link, wanted: target.path, fragment: target.fragment };
      return judgeMissing(project, question, around);
    }
    case 'directory':
      return isNoPage(project, view, link, target) ? noPage(target.path) : undefined;
    case 'file':
      return link.part ? missingPart(project, target, link.part, facts) : missingLine(project, target);
    default:
      return undefined;
  }
}

function otherCase(
  project: Project,
  { path, link, target }: { path: Path; link: Link; target: Extract<Target, { kind: 'case' }> },
): Judgement {
  const { actual } = target;
  const rewrite = project.linkTo(path, link, { path: actual });
  const isSpeltSo = rewrite?.url.includes(nameOf(actual).replace(/\.\w+$/, '')) !== false;
  const why = isSpeltSo
    ? `\`${target.path}\` is spelt \`${actual}\` on disk`
    : `The site shows ${actual} at \`${rewrite?.url}\``;
  return {
    code: 'case-mismatch',
    target: actual,
    message: `${why}: letter case counts. Link to that.`,
    ...fixTo(rewrite, isOneOfItsKind(project, actual)),
  };
}

function ignored(path: Path): Judgement {
  const why = `\`${path}\` exists here, but git ignores it, so it is not there for anyone else.`;
  return { code: 'missing-file', target: path, message: `${why} Add it to git, or remove the link.` };
}

function noPage(path: Path): Judgement {
  const why = `\`${path}\` is a directory without an index page, so the site has nothing to show there.`;
  return { code: 'missing-file', target: path, message: `${why} Link to a page in it, or add one.` };
}

/** Whether no other name beside it differs from it by letter case alone. */
function isOneOfItsKind(project: Project, path: Path): boolean {
  const name = nameOf(path).toLowerCase();
  return project.list(parentOf(path)).filter((other) => other.toLowerCase() === name).length === 1;
}

/** An empty file stands for content that is elsewhere, and says nothing about its lines. */
function missingLine(project: Project, target: Extract<Target, { kind: 'file' }>): Judgement | undefined {
  const asked = linesOf(target);
  const found = project.files.get(target.path);
  if (asked === undefined || !found || found.length === 0) return undefined;
  if (asked[1] <= countLines(found) && asked[0] >= 1) return undefined;
  return {
    code: 'missing-line',
    target: target.path,
    message: `${target.path} has ${counted(found)}, and \`#${target.fragment}\` is past them. Link to the lines meant.`,
  };
}

/** The lines or the region that an include takes. */
function missingPart(
  project: Project,
  { path }: { readonly path: Path },
  part: NonNullable<Link['part']>,
  facts: ReadonlyMap<Path, LinkFacts>,
): Judgement | undefined {
  const found = project.files.get(path);
  if (!found || found.length === 0) return undefined;
  const base = { code: 'missing-line', target: path };
  if ('line' in part) {
    if (part.line <= countLines(found)) return undefined;
    return {
      ...base,
      message: `${path} has ${counted(found)}, and line ${part.line} is past them. Include the lines meant.`,
    };
  }
  const regions = facts.get(path)?.regions ?? [];
  if (regions.includes(part.region)) return undefined;
  const near = nearest(part.region, regions);
  const advice = near === undefined ? 'Mark it there, or include another.' : `Did you mean \`${near}\`?`;
  return { ...base, message: `${path} marks no region \`${part.region}\`. ${advice}` };
}

function counted(facts: Facts): string {
  const lines = countLines(facts);
  return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
}
