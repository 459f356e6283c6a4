import { asWritten } from './as-written.js';
import { countRepeats } from './count-repeats.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingSource } from './heading-source.js';
import { takeKramdown } from './take-kramdown.js';

function slug(source: string): string {
  const start = source.search(/[a-zA-Z]/);
  if (start < 0) return '';
  return source
    .slice(start)
    .replaceAll(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

const slugger = (): Slugger => {
  const unique = countRepeats();
  return (heading) => {
    const source = headingSource(heading);
    const taken = takeKramdown(source);
    return { id: taken?.id ?? unique(slug(source) || 'section') };
  };
};

/** kramdown, whose ids come from the source of a heading: the url of a link in it is part of them. */
export const kramdown: Dialect = {
  name: 'kramdown',
  explicitIds: 'attribute',
  htmlHeadings: false,
  slugger,
  candidates: asWritten,
};
