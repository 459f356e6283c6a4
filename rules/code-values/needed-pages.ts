import type { Path, Project } from '../../src/rule.js';
import type { DocsPlace } from './declarations.js';
import { pagesOf } from './sets/find-pages.js';

/** The files that a place needs facts of, beyond the pages that are read anyway. */
export function neededPages(project: Project, place: DocsPlace): readonly Path[] {
  const paths = place.kind === 'pages' ? (pagesOf(project, place) ?? []) : [place.path];
  return paths.filter((path) => !project.files.has(path));
}
