import { isWithin, type Path, type Project, type ProjectFinding, relative } from '../../../src/rule.js';
import { quoted } from '../quoted.js';
import { entryAdder } from './add-entry.js';
import type { Manifest } from './manifests-of.js';
import type { EntryList } from './read-lists.js';

/**
 * Pages that no entry names, each at its first heading. A page belongs to the manifest of the innermost
 * root around it; one in a directory whose name begins with a dot is no part of a site. Only a manifest
 * whose every entry could be read is `complete` and can tell; with it are the lists to add an entry to.
 */
export function* findOrphans(
  project: Project,
  manifests: readonly Manifest[],
  complete: ReadonlyMap<Manifest, readonly EntryList[]>,
  listed: ReadonlySet<Path>,
): Generator<ProjectFinding> {
  const adders = new Map<Manifest, ReturnType<typeof entryAdder>>();
  const innermostFirst = [...manifests].sort((a, b) => b.root.length - a.root.length);
  for (const page of project.pages) {
    const manifest = innermostFirst.find(({ root }) => isWithin(root, page));
    const lists = manifest && complete.get(manifest);
    if (!manifest || !lists || listed.has(page) || isHidden(page.slice(manifest.root.length))) continue;
    const addEntry = adders.get(manifest) ?? entryAdder(manifest, lists);
    adders.set(manifest, addEntry);
    const way = relative(manifest.path, page);
    const path = quoted(`"path": "${way.startsWith('../') ? way : `./${way}`}"`);
    yield {
      code: 'orphan-page',
      path: page,
      span: project.files.get(page)?.headings[0]?.span ?? [0, 0],
      message: `No entry of ${manifest.path} names this page, so the navigation does not show it. Add one with ${path}.`,
      target: manifest.path,
      ...addEntry(page, project.files.get(page)),
    };
  }
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}
