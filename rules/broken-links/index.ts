import { defineRule, type Path, type Project } from '../../src/rule.js';
import { judge } from './judge.js';
import { linesOf } from './lines.js';
import { type LinkTarget, linkTargets } from './link-targets.js';
import { pagesByName } from './suggest-file.js';
import { isUnlistedDirectory, unlistedNote } from './unlisted.js';

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
    for (const { targets } of linkTargets(project)) {
      for (const { target } of targets) if (target.kind === 'file' && linesOf(target)) yield target.path;
    }
  },
  *check(project) {
    const byName = pagesByName(project.pages);
    const unlisted = new Set<Path>();
    for (const found of linkTargets(project)) {
      const missing = found.targets.find(({ target }) => isUnlistedDirectory(project, target));
      if (missing?.target.kind === 'missing') unlisted.add(missing.target.path);
      else yield* judged(project, found, byName);
    }
    if (unlisted.size > 0) yield { note: unlistedNote([...unlisted]) };
    yield* undefinedReferences(project);
  },
});

/** The first place where the link fails; named where the page is shown in several. */
function* judged(
  project: Project,
  { path, link, targets }: LinkTarget,
  byName: ReadonlyMap<string, readonly Path[]>,
) {
  for (const { generator, target } of targets) {
    const found = judge(project, { path, link, target, byName });
    if (!found) continue;
    const message = targets.length === 1 ? found.message : `On ${generator}: ${found.message}`;
    yield { path, span: link.span, ...found, message };
    return;
  }
}

function* undefinedReferences(project: Project) {
  for (const path of project.pages) {
    for (const { label, span } of project.files.get(path)?.undefinedReferences ?? []) {
      const message = `Nothing defines the reference \`${label}\`. Add \`[${label}]: url\`, or escape the bracket.`;
      yield { path, span, code: 'undefined-reference', message };
    }
  }
}
