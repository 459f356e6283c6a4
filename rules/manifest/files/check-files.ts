import { nameOf, type Path, type Project, type ProjectFinding, type Span } from '../../../src/rule.js';
import { findFile } from './find-file.js';
import type { Manifest } from './manifests-of.js';
import type { Entry } from './read-entries.js';

/** A page that an entry names and that stands there. */
export interface Listed {
  readonly path: Path;
  readonly fragment: string;
  /** Where the manifest names it. */
  readonly span: Span;
}

/** What a manifest names. */
export interface Files {
  /** In order, each as often as it is named. */
  readonly pages: readonly Listed[];
  /** What entries that lead nowhere were likely meant to name. */
  readonly meant: readonly Path[];
}

/** Yields what is wrong with the files that entries name; returns the pages that they do name. */
export function* checkFiles(
  project: Project,
  manifest: Manifest,
  entries: readonly Entry[],
): Generator<ProjectFinding, Files> {
  const byName = new Map<string, Path[]>();
  for (const page of project.pages) {
    const name = nameOf(page);
    const same = byName.get(name);
    if (same) same.push(page);
    else byName.set(name, [page]);
  }
  const pages: Listed[] = [];
  const meant: Path[] = [];
  for (const entry of entries) {
    if (entry.page) {
      const { text, span } = entry.page;
      const found = findFile(project, manifest, text, (name) => byName.get(name) ?? []);
      if (found.kind === 'file') pages.push({ path: found.path, fragment: found.fragment, span });
      if (found.kind === 'wrong') {
        if (found.finding.target !== undefined) meant.push(found.finding.target);
        yield { ...found.finding, code: 'missing-page', path: manifest.path, span };
      }
    }
    if (entry.icon) {
      const { text, span } = entry.icon;
      const found = findFile(project, manifest, text, () => []);
      if (found.kind === 'wrong') yield { ...found.finding, code: 'missing-icon', path: manifest.path, span };
    }
  }
  return { pages, meant };
}
