import { acceptMarker } from './accept-marker.js';
import type { Dialect, Slugger } from './dialect.js';
import { githubSlug } from './github-slug.js';
import { headingText, type TextParts } from './heading-text.js';
import { isAscii } from './is-ascii.js';
import { lowerCase } from './lower-case.js';
import { searchFree } from './search-free.js';
import { withoutPrefix } from './without-prefix.js';

const withLabels: TextParts = { footnote: 'label' };

/**
 * In two ways: as the heading is rendered; and with the number that a footnote reference leaves in the text, and as Ruby
 * writes it, without a final sigma. Most headings have one id in both.
 */
function reading(): Slugger {
  const [rendered, ruby] = [searchFree(), searchFree()];
  return ({ content }) => {
    const text = headingText(content);
    const labelled = headingText(content, withLabels);
    const slug = githubSlug(text);
    const id = rendered.unique(slug);
    const other = ruby.unique(labelled === text && isAscii(text) ? slug : githubSlug(lowerCase(labelled)));
    return other === id ? { id } : { id, also: [other] };
  };
}

export const github: Dialect = {
  name: 'github',
  explicitIds: 'text',
  htmlHeadings: true,
  slugger: () => acceptMarker(reading()),
  candidates: withoutPrefix,
};
