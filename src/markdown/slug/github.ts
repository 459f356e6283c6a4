import { acceptMarker } from './accept-marker.js';
import type { Dialect, Slugger } from './dialect.js';
import { githubSlug } from './github-slug.js';
import { headingText, type TextParts } from './heading-text.js';
import { lowerCase } from './lower-case.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
import { withoutPrefix } from './without-prefix.js';

function asRendered(): Slugger {
  const { unique } = searchFree();
  return ({ content }) => ({ id: unique(githubSlug(headingText(content))) });
}

const withLabels: TextParts = { footnote: 'label' };

/** A footnote reference leaves its number in the text, and Ruby writes no final sigma. */
function asRuby(): Slugger {
  const { unique } = searchFree();
  return ({ content }) => ({ id: unique(githubSlug(lowerCase(headingText(content, withLabels)))) });
}

export const github: Dialect = {
  name: 'github',
  explicitIds: 'text',
  htmlHeadings: true,
  slugger: () => acceptMarker(readTogether(asRendered(), asRuby())),
  candidates: withoutPrefix,
};
