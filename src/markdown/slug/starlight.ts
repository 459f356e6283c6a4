import { acceptMarker } from './accept-marker.js';
import { asWritten } from './as-written.js';
import type { Dialect, Slugger } from './dialect.js';
import { githubSlug } from './github-slug.js';
import { headingText, type TextParts } from './heading-text.js';
import { mapProse } from './map-prose.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';

/** Two hyphens become an em dash, which no slug keeps; more of them stay. */
function smart(prose: string): string {
  return prose.replaceAll(/-+/g, (run) => (run === '--' ? '' : run));
}

function plain(prose: string): string {
  return prose;
}

function reading(prepare: (prose: string) => string, parts: TextParts = {}): Slugger {
  const { unique } = searchFree();
  return ({ content }) => {
    const id = unique(githubSlug(headingText(mapProse(content, prepare), parts)));
    return id.endsWith('-') ? { id, also: [id.slice(0, -1)] } : { id };
  };
}

/** Astro and Starlight. Before Astro 6 a last hyphen was dropped, after counting repeats. */
export const starlight: Dialect = {
  name: 'starlight',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () =>
    acceptMarker(readTogether(reading(smart), reading(plain), reading(smart, { footnote: 'label' }))),
  candidates: asWritten,
};
