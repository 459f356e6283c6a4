import {
  isWithin,
  join,
  normalize,
  type Path,
  type Project,
  type ProjectFinding,
  parentOf,
} from '../../../src/rule.js';
import { MOST_GUESSES } from '../files/check-files.js';
import { findFile } from '../files/find-file.js';
import type { Listing } from '../files/listing.js';
import { quoted } from '../quoted.js';
import type { Nav } from './nav-files.js';

/** Yields the entries of a navigation that name no file. */
export function* checkNav(
  project: Project,
  navs: readonly Nav[],
  listing: () => Listing,
): Generator<ProjectFinding> {
  const missing = navs.flatMap(({ path, pages, docs }) =>
    pages.flatMap(({ text, span }) => {
      const target = normalize(`${docs}/${text}`);
      return target !== undefined && isThere(project, docs, target)
        ? []
        : [{ path, docs, text, span, target }];
    }),
  );
  const made = madeLater(
    project,
    missing.flatMap(({ target }) => target ?? []),
  );
  let wrong = 0;
  for (const { path, docs, text, span, target } of missing) {
    if (target !== undefined && made.has(target)) continue;
    // Its paths begin in the docs, wherever the file stands.
    const manifest = { path: join(docs, 'mkdocs.yml'), directory: docs, root: docs };
    const found = findFile(project, manifest, text, wrong < MOST_GUESSES ? listing() : undefined);
    if (found.kind !== 'wrong') continue;
    wrong++;
    const { finding, write } = found;
    const fix = write && {
      safe: write.sure,
      description: `Write ${quoted(write.way)}`,
      edits: [{ path, start: span[0], end: span[1], text: inYaml(write.way) }],
    };
    yield { code: 'missing-page', path, span, ...finding, ...(fix && { fix }) };
  }
}

/** What stands in a directory that holds nothing may be in a repository that was not fetched. */
function isThere(project: Project, docs: Path, path: Path): boolean {
  if (!isWithin(docs, path)) return false;
  if (project.has(path) === 'file') return true;
  const directory = parentOf(path);
  return project.has(directory) === 'directory' && project.list(directory).length === 0;
}

/** What git ignores is made before the site is built. */
function madeLater(project: Project, missing: readonly Path[]): ReadonlySet<Path> {
  return missing.length > 0 && project.git ? project.ignored([...new Set(missing)].sort()) : new Set();
}

function inYaml(path: string): string {
  return /^[\w./][\w ./-]*$/.test(path) ? path : JSON.stringify(path);
}
