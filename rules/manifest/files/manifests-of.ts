import { isWithin, join, normalize, type Path, type Project, parentOf } from '../../../src/rule.js';

/** A navigation manifest and what it speaks of. */
export interface Manifest {
  readonly path: Path;
  /** Its paths begin here. */
  readonly directory: Path;
  /** Its paths may not leave this, and all pages below should be listed. */
  readonly root: Path;
}

/**
 * The manifests that stand there. A name is looked for in every docs root; a path is one file of the
 * workspace, and speaks of the docs root that holds it, or of the workspace where none does.
 */
export function manifestsOf(project: Project, file: string): Manifest[] {
  const isFile = ({ path }: Manifest) => project.has(path) === 'file';
  if (!file.includes('/')) {
    return project.roots.map((root) => ({ path: join(root, file), directory: root, root })).filter(isFile);
  }
  const path = normalize(file);
  if (path === undefined) return [];
  const homes = project.roots.filter((root) => isWithin(root, path)).sort((a, b) => b.length - a.length);
  return [{ path, directory: parentOf(path), root: homes[0] ?? '' }].filter(isFile);
}
