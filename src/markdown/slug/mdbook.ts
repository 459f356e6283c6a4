import { asWritten } from './as-written.js';
import { countRepeats } from './count-repeats.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText, type TextParts } from './heading-text.js';
import { mapProse } from './map-prose.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
import { takeAttributes } from './take-attributes.js';
import { takeMarker } from './take-marker.js';

function slug(text: string): string {
  return text
    .trim()
    .replaceAll(/[^\p{Alphabetic}\p{N}\p{White_Space}_-]/gu, '')
    .replaceAll(/\p{White_Space}/gu, '-')
    .replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Smart punctuation makes dashes of two and more hyphens; no slug keeps a dash. */
function smart(prose: string): string {
  return prose.replaceAll(/-{2,}/g, '');
}

function reading(
  unique: (slug: string) => string,
  prepare: (text: string) => string,
  parts: TextParts = {},
): Slugger {
  return (heading) => {
    const { content, id } = takeMarker(heading.content, (text) =>
      takeAttributes(text, { words: true, id: /^[^<>\\]+$/ }),
    );
    return { id: id ?? unique(slug(headingText(mapProse(content, prepare), parts))) };
  };
}

const plain = (text: string) => text;

/** mdBook: 0.5 has smart punctuation on and looks for a free number, earlier versions neither. */
export const mdbook: Dialect = {
  name: 'mdbook',
  explicitIds: 'attribute',
  htmlHeadings: true,
  slugger: () =>
    readTogether(
      reading(countRepeats(), smart),
      reading(searchFree().unique, smart),
      reading(countRepeats(), plain),
      reading(searchFree().unique, smart, { footnote: 'label' }),
    ),
  candidates: asWritten,
};
