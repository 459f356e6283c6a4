import { normalize, type Path, type Project } from '../../src/rule.js';

/** The file whose path this is in another writing: encoded once too often, or with the slashes of Windows. */
export function samePath(project: Project, wanted: Path): Path | undefined {
  return [decoded(wanted), wanted.replaceAll('\\', '/')]
    .map((way) => (way === wanted ? undefined : normalize(way)))
    .find((path) => path !== undefined && project.has(path) === 'file');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
