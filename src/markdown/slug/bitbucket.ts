import { acceptMarker } from './accept-marker.js';
import { asWritten } from './as-written.js';
import type { Dialect, Slugger } from './dialect.js';
import { githubSlug } from './github-slug.js';
import { headingText } from './heading-text.js';
import { searchFree } from './search-free.js';

function reading(): Slugger {
  const { unique } = searchFree();
  return ({ content }) => ({
    id: unique(`markdown-header-${githubSlug(headingText(content)).replaceAll(/-+/g, '-')}`),
  });
}

/** Bitbucket Cloud. */
export const bitbucket: Dialect = {
  name: 'bitbucket',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () => acceptMarker(reading()),
  candidates: asWritten,
};
