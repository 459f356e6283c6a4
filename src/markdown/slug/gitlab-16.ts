import { acceptMarker } from './accept-marker.js';
import { countRepeats } from './count-repeats.js';
import type { Dialect, Slugger } from './dialect.js';
import { dropTier } from './drop-tier.js';
import { headingText, type TextParts } from './heading-text.js';
import { lowerCase } from './lower-case.js';
import { readTogether } from './read-together.js';
import { withoutPrefix } from './without-prefix.js';

function slug(text: string): string {
  return dropTier(lowerCase(text.trim()))
    .replaceAll(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(/[ -]+/g, '-')
    .replace(/^\d+$/, 'anchor-$&');
}

function reading(parts: TextParts): Slugger {
  const unique = countRepeats();
  return ({ content }) => ({ id: unique(slug(headingText(content, parts))) });
}

/** GitLab before version 17. */
export const gitlab16: Dialect = {
  name: 'gitlab-16',
  explicitIds: 'text',
  htmlHeadings: true,
  slugger: () => acceptMarker(readTogether(reading({}), reading({ footnote: 'label' }))),
  candidates: withoutPrefix,
};
