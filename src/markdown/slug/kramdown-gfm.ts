import { asWritten } from './as-written.js';
import { countRepeats } from './count-repeats.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';
import { lowerCase } from './lower-case.js';
import { mapProse } from './map-prose.js';
import { takeKramdown } from './take-kramdown.js';
import { takeMarker } from './take-marker.js';

function slug(text: string): string {
  return lowerCase(text)
    .replaceAll(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replaceAll(/[ \t]/g, '-');
}

/** Two or three hyphens become a dash, which no slug keeps. */
function typographic(prose: string): string {
  return prose.replaceAll(/---?/g, '');
}

const slugger = (): Slugger => {
  const unique = countRepeats();
  return (heading) => {
    const { content, id } = takeMarker(heading.content, takeKramdown);
    return { id: id ?? unique(slug(headingText(mapProse(content, typographic)))) };
  };
};

/** kramdown with its GFM parser, as GitHub Pages runs it. */
export const kramdownGfm: Dialect = {
  name: 'kramdown-gfm',
  explicitIds: 'attribute',
  htmlHeadings: false,
  slugger,
  candidates: asWritten,
};
