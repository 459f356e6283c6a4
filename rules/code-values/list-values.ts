import { code, nearest, type Path, type Project } from '../../src/rule.js';
import type { DocsPlace, PagePlace, Place } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import { findPlace } from './find-place.js';
import type { Found, Listing } from './listing.js';
import { hint } from './sections.js';
import { findEntries } from './sets/find-entries.js';
import { findPages } from './sets/find-pages.js';

type Facts = ReadonlyMap<Path, CodeValuesFacts>;

/** What a place of the docs lists, or what was looked for and where. */
export function listValues(
  project: Project,
  place: DocsPlace,
  facts: Facts,
): Listing | { readonly missing: string } {
  const found = find(project, place, facts);
  if ('missing' in found) return found;
  return { ...found, place, at: placeOf(place, found) };
}

function find(project: Project, place: DocsPlace, facts: Facts): Found & { readonly at?: Place } {
  if (place.kind === 'pages') return findPages(project, place, facts);
  if (place.kind === 'page') return inPage(project, place, facts);
  const found = findEntries(project, place, facts);
  return found.above ? { ...found, at: { path: place.path, span: found.above.span } } : found;
}

function inPage(project: Project, place: PagePlace, facts: Facts): Found {
  const page = facts.get(place.path);
  if (page?.kind === 'page') return findPlace(project, page, place);
  const kind = project.has(place.path);
  if (kind !== undefined)
    return { missing: `${code(place.path)} was not read as a page of Markdown or MDX.` };
  const near = nearest(place.path, project.pages);
  return { missing: `${code(place.path)} does not exist.${hint(near, '')}` };
}

/** Where a value is missing: at the comment, at the entry above, where the values begin; of pages, where they are declared. */
function placeOf(place: DocsPlace, found: Found & { readonly at?: Place }): Place {
  if (found.at) return found.at;
  if (place.kind === 'pages') return place.at;
  const [first] = 'values' in found ? found.values : [];
  const comment = place.kind === 'page' ? place.comment : undefined;
  return { path: place.path, span: comment ?? first?.span ?? [0, 0] };
}
