import {
  defineRule,
  type Facts,
  isWithin,
  type Link,
  nameOf,
  type Path,
  type Project,
  type ProjectFinding,
  type Target,
} from '../../src/rule.js';
import { pagesByName, suggestFile } from './suggest-file.js';

const lineFragment = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/;

export default defineRule({
  scope: 'project',
  summary: 'A local link leads to a file or directory that exists.',
  severity: 'error',
  codes: {
    'missing-file': 'Link to a file that exists, or add the one that is missing.',
    'missing-line': 'Link to lines that the file has.',
    'case-mismatch': 'Spell the path as the file is spelt: the next machine may tell letter cases apart.',
    'outside-workspace': 'Link to a file of the workspace, or use a full URL.',
    'undefined-reference': 'Define the label, as in `[label]: url`, or escape the bracket.',
    empty: 'Write the URL, or remove the link.',
  },
  *sources(project) {
    for (const { target } of targets(project))
      if (target.kind === 'file' && linesOf(target)) yield target.path;
  },
  *check(project) {
    const byName = pagesByName(project.pages);
    const unlisted = new Set<Path>();
    for (const { path, link, target } of targets(project)) {
      if (target.kind === 'missing' && isUnlistedDirectory(project, target.path)) {
        unlisted.add(target.path);
        continue;
      }
      const finding = judge(project, byName, path, link, target);
      if (finding) yield { path, span: link.span, ...finding };
    }
    if (unlisted.size > 0) yield { note: unlistedNote([...unlisted]) };
    for (const path of project.pages) {
      for (const { label, span } of (project.files.get(path) as Facts).undefinedReferences) {
        const message = `Nothing defines the reference \`${label}\`. Add \`[${label}]: url\`, or escape the bracket.`;
        yield { path, span, code: 'undefined-reference', message };
      }
    }
  },
});

function* targets(project: Project): Iterable<{ path: Path; link: Link; target: Target }> {
  for (const path of project.pages) {
    for (const link of project.files.get(path)?.links ?? []) {
      yield { path, link, target: project.resolve(path, link.url) };
    }
  }
}

type Judgement = Omit<ProjectFinding, 'path' | 'span'>;

function judge(
  project: Project,
  byName: ReadonlyMap<string, readonly Path[]>,
  path: Path,
  link: Link,
  target: Target,
): Judgement | undefined {
  switch (target.kind) {
    case 'empty':
      return isMarkdown(link)
        ? { code: 'empty', message: 'This link has no URL. Write it, or remove the link.' }
        : undefined;
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
    case 'missing':
      return missing(project, byName, path, link, target.path);
    case 'file':
      return missingLine(project, target);
    default:
      return undefined;
  }
}

function missing(
  project: Project,
  byName: ReadonlyMap<string, readonly Path[]>,
  path: Path,
  link: Link,
  wanted: Path,
): Judgement {
  const near = suggestFile(project, byName, path, link.url, wanted);
  const advice = near ?? 'Correct the path, or add the file.';
  return { code: 'missing-file', target: wanted, message: `No file \`${wanted}\`. ${advice}` };
}

function missingLine(project: Project, target: Extract<Target, { kind: 'file' }>): Judgement | undefined {
  const asked = linesOf(target);
  const facts = project.files.get(target.path);
  if (asked === undefined || !facts || facts.length === 0) return undefined;
  const { length } = facts.lineStarts;
  const lines = facts.lineStarts[length - 1] === facts.length ? length - 1 : length;
  if (asked[1] <= lines && asked[0] >= 1) return undefined;
  return {
    code: 'missing-line',
    target: target.path,
    message: `${target.path} has ${lines} ${lines === 1 ? 'line' : 'lines'}, and \`#${target.fragment}\` is past them. Link to the lines meant.`,
  };
}

function linesOf({ fragment }: { readonly fragment?: string }): readonly [number, number] | undefined {
  const match = lineFragment.exec(fragment ?? '');
  if (!match) return undefined;
  const first = Number(match[1]);
  return [first, Math.max(first, Number(match[2] ?? first))];
}

function isMarkdown(link: Link): boolean {
  return link.kind === 'link' || link.kind === 'image';
}

/**
 * Without git a workspace may be a partial copy, which keeps the files but not every directory around the docs.
 * A path out of the docs that looks like a directory is then no proof of anything.
 */
function isUnlistedDirectory(project: Project, path: Path): boolean {
  if (project.git || project.roots.some((root) => isWithin(root, path))) return false;
  return /^\.?[a-z0-9_-]+$/.test(nameOf(path));
}

function unlistedNote(paths: readonly Path[]): string {
  const others = paths.length === 1 ? '' : ` and ${paths.length - 1} more`;
  return `${paths[0]}${others}: linked, outside of the docs and not there. Without git this may be a partial copy, so directories around the docs are not checked.`;
}
