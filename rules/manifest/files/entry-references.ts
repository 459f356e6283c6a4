import { isWithin, type Path, type Project, type Reference, relative, type Span } from '../../../src/rule.js';
import { findFile } from './find-file.js';
import { type Manifest, manifestsOf } from './manifests-of.js';
import type { Entry } from './read-entries.js';

/** The pages and icons that the entries of manifests name and that are there. */
export function* entryReferences(
  project: Project,
  file: string,
  entriesOf: (path: Path) => readonly Entry[],
): Iterable<Reference> {
  for (const manifest of manifestsOf(project, file)) {
    for (const { page, icon } of entriesOf(manifest.path)) {
      for (const named of [page, icon]) if (named) yield* referenceTo(project, manifest, named);
    }
  }
}

function* referenceTo(
  project: Project,
  { path, directory, root }: Manifest,
  { text, span }: { readonly text: string; readonly span: Span },
): Iterable<Reference> {
  const found = findFile(project, { path, directory, root }, text);
  if (found.kind !== 'file') return;
  const hash = found.fragment;
  yield {
    path,
    span,
    to: { path: found.path, ...(hash.length > 1 ? { fragment: hash.slice(1) } : {}) },
    write(_after, holder, to) {
      if (!isWithin(root, to.path)) return undefined;
      const way = relative(holder, to.path);
      const dotted = /^[./]/.test(text) && !way.startsWith('../') ? `./${way}` : way;
      return JSON.stringify(dotted + (to.fragment === undefined ? hash : `#${to.fragment}`));
    },
  };
}
