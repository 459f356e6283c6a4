import type { Path, Project, ProjectFinding, Span } from '../../../src/rule.js';
import { findFile } from './find-file.js';
import { listingOf } from './listing.js';
import type { Manifest } from './manifests-of.js';
import type { Entry } from './read-entries.js';

/** Beyond this, a directory has moved or the manifest is not one, and proposals cost more than they help. */
const MOST_GUESSES = 200;

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
  const listing = listingOf(project);
  let wrong = 0;
  const pages: Listed[] = [];
  const meant: Path[] = [];
  for (const entry of entries) {
    if (entry.page) {
      const { text, span } = entry.page;
      const found = findFile(project, manifest, text, wrong < MOST_GUESSES ? listing : undefined);
      if (found.kind === 'file') pages.push({ path: found.path, fragment: found.fragment, span });
      if (found.kind === 'wrong') {
        wrong++;
        if (found.finding.target !== undefined) meant.push(found.finding.target);
        yield { ...found.finding, code: 'missing-page', path: manifest.path, span };
      }
    }
    if (entry.icon) {
      const { text, span } = entry.icon;
      const found = findFile(project, manifest, text, wrong < MOST_GUESSES ? listing : undefined);
      if (found.kind === 'wrong') {
        wrong++;
        yield { ...found.finding, code: 'missing-icon', path: manifest.path, span };
      }
    }
  }
  return { pages, meant };
}
