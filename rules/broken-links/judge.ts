import type { Link, Path, Project, ProjectFinding, Target } from '../../src/rule.js';
import { countLines, linesOf } from './lines.js';
import { suggestFile } from './suggest-file.js';

export type Judgement = Omit<ProjectFinding, 'path' | 'span'>;

interface Case {
  readonly path: Path;
  readonly link: Link;
  readonly target: Target;
  readonly byName: ReadonlyMap<string, readonly Path[]>;
}

/** What is wrong with a link that leads there; undefined when nothing is. */
export function judge(project: Project, { path, link, target, byName }: Case): Judgement | undefined {
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
      return missingLine(project, target);
    default:
      return undefined;
  }
}

/** An empty file stands for content that is elsewhere, and says nothing about its lines. */
function missingLine(project: Project, target: Extract<Target, { kind: 'file' }>): Judgement | undefined {
  const asked = linesOf(target);
  const facts = project.files.get(target.path);
  if (asked === undefined || !facts || facts.length === 0) return undefined;
  const lines = countLines(facts);
  if (asked[1] <= lines && asked[0] >= 1) return undefined;
  const counted = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return {
    code: 'missing-line',
    target: target.path,
    message: `${target.path} has ${counted}, and \`#${target.fragment}\` is past them. Link to the lines meant.`,
  };
}
