import { acceptMarker } from './accept-marker.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';
import { searchFree } from './search-free.js';
import { withoutPrefix } from './without-prefix.js';

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function reading(): Slugger {
  const { unique } = searchFree();
  return ({ content }) => {
    const id = unique(slug(headingText(content, { alt: true })));
    return /^\d+$/.test(id) ? { id, also: [`anchor-${id}`] } : { id };
  };
}

/** GitLab from version 17. */
export const gitlab: Dialect = {
  name: 'gitlab',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () => acceptMarker(reading()),
  candidates: withoutPrefix,
};
