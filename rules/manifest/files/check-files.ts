import type { Path, Project, ProjectFinding, Span } from '../../../src/rule.js';
import { quoted } from '../quoted.js';
import { type Found, findFile } from './find-file.js';
import { listingOf } from './listing.js';
import type { Manifest } from './manifests-of.js';
import type { Entry } from './read-entries.js';

/** Beyond this, a directory has moved or the manifest is not one, and proposals cost more than they help. */
export const MOST_GUESSES = 200;

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
        yield at({ code: 'missing-page', path: manifest.path, span }, found);
      }
    }
    if (entry.icon) {
      const { text, span } = entry.icon;
      const found = findFile(project, manifest, text, wrong < MOST_GUESSES ? listing : undefined);
      if (found.kind === 'wrong') {
        wrong++;
        yield at({ code: 'missing-icon', path: manifest.path, span }, found);
      }
    }
  }
  return { pages, meant };
}

/** What is wrong at its place, with the edit that writes the right path there. */
function at(
  place: Pick<ProjectFinding, 'code' | 'path' | 'span'>,
  { finding, write }: Extract<Found, { kind: 'wrong' }>,
): ProjectFinding {
  if (!write) return { ...finding, ...place };
  const [start, end] = place.span;
  const edits = [{ path: place.path, start, end, text: JSON.stringify(write.way) }];
  return {
    ...finding,
    ...place,
    fix: { safe: write.sure, description: `Write ${quoted(write.way)}`, edits },
  };
}
