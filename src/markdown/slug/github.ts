import GithubSlugger from 'github-slugger';
import { acceptMarker } from './accept-marker.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';
import { lowerCase } from './lower-case.js';
import { readTogether } from './read-together.js';
import { withoutPrefix } from './without-prefix.js';

function asRendered(): Slugger {
  const slugger = new GithubSlugger();
  return ({ content }) => ({ id: slugger.slug(headingText(content)) });
}

/** A footnote reference leaves its number in the text, and Ruby writes no final sigma. */
function asRuby(): Slugger {
  const slugger = new GithubSlugger();
  return ({ content }) => ({ id: slugger.slug(lowerCase(headingText(content, { footnote: 'label' }))) });
}

export const github: Dialect = {
  name: 'github',
  explicitIds: 'text',
  htmlHeadings: true,
  slugger: () => acceptMarker(readTogether(asRendered(), asRuby())),
  candidates: withoutPrefix,
};
