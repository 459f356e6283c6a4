import { isWithin, nameOf, type Path, type Project, type Target } from '../../src/rule.js';

/**
 * Without git a workspace may be a partial copy, which keeps the files but not every directory around the docs.
 * A path out of the docs that looks like a directory is then no proof of anything.
 */
export function isUnlistedDirectory(project: Project, target: Target): boolean {
  if (target.kind !== 'missing' || project.git) return false;
  if (project.roots.some((root) => isWithin(root, target.path))) return false;
  return /^\.?[a-z0-9_-]+$/.test(nameOf(target.path));
}

export function unlistedNote(paths: readonly Path[]): string {
  const others = paths.length === 1 ? '' : ` and ${paths.length - 1} more`;
  const why = 'Without git this may be a partial copy, so directories around the docs are not checked.';
  return `${paths[0]}${others}: linked, outside of the docs and not there. ${why}`;
}
