import type { Path, Project, Reference } from '../../src/rule.js';
import type { Claim } from './facts.js';
import { findFile, writePath } from './find-file.js';

/** The files that blocks on pages say they come from. */
export function* claimReferences(
  project: Project,
  claims: Iterable<{ readonly page: Path; readonly claim: Claim }>,
): Iterable<Reference> {
  for (const { page, claim } of claims) {
    const found = findFile(project, page, claim);
    if (!('path' in found)) continue;
    const { by, source } = claim;
    yield {
      path: page,
      span: source.pathSpan,
      to: { path: found.path },
      write(after, holder, to) {
        return [source.path, writePath(source.path, holder, to.path)].find((path) => {
          const there = findFile(after, holder, { by, source: { ...source, path } });
          return 'path' in there && there.path === to.path && (path === source.path || isPlain(path));
        });
      },
    };
  }
}

/** Whether nothing in it ends a path where it stands. */
function isPlain(path: string): boolean {
  return /^[\w./@+<>-]+$/.test(path);
}
