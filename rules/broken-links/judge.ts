import {
  type Facts,
  type Link,
  nearest,
  type Path,
  type Project,
  type ProjectFinding,
  type Target,
} from '../../src/rule.js';
import { countLines, linesOf } from './lines.js';
import type { LinkFacts } from './link-targets.js';
import { suggestFile } from './suggest-file.js';

export type Judgement = Omit<ProjectFinding, 'path' | 'span'>;

export interface Case {
  readonly path: Path;
  readonly link: Link;
  readonly target: Target;
  readonly byName: ReadonlyMap<string, readonly Path[]>;
  readonly facts: ReadonlyMap<Path, LinkFacts>;
}

/** What is wrong with a link that leads there; undefined when nothing is. */
export function judge(project: Project, { path, link, target, byName, facts }: Case): Judgement | undefined {
  switch (target.kind) {
    case 'empty':
      if (link.kind !== 'link' && link.kind !== 'image') return undefined;
      return { code: 'empty', message: 'This link has no URL. Write it, or remove the link.' };
    case 'outside':
      return {
        code: 'outside-workspace',
        message: `\`${target.path}\` leaves the workspace. Link to a file inside it, or use a full URL.`,
      };
    case 'case':
      return {
        code: 'case-mismatch',
        target: target.actual,
        message: `\`${target.path}\` is spelt \`${target.actual}\` on disk: letter case counts. Link to that.`,
      };
    case 'missing': {
      const advice =
        suggestFile(project, byName, path, link.url, target.path) ?? 'Correct the path, or add the file.';
      return { code: 'missing-file', target: target.path, message: `No file \`${target.path}\`. ${advice}` };
    }
    case 'file':
      return link.part ? missingPart(project, target, link.part, facts) : missingLine(project, target);
    default:
      return undefined;
  }
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
