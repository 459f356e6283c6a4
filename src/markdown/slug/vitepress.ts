import type { Dialect, DialectOptions, Slugger } from './dialect.js';
import { dropShortcodes } from './drop-shortcodes.js';
import { headingText } from './heading-text.js';
import { mapProse } from './map-prose.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
import { takeAttributes } from './take-attributes.js';
import { takeMarker } from './take-marker.js';
import { trim } from './trim.js';

function slug(text: string): string {
  const dashed = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/\p{Cc}/gu, (control) => (control > '\x1f' ? control : ''))
    .replaceAll(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-');
  return trim(dashed, '-').replace(/^\d/, '_$&').toLowerCase();
}

function reading(firstRepeat: number | undefined, prepare: (text: string) => string): Slugger {
  const { unique, claim } = searchFree(firstRepeat);
  return (heading) => {
    const { content, id } = takeMarker(heading.content, (text) => takeAttributes(text, { words: true }));
    if (id !== undefined) claim(id);
    return {
      id: id ?? unique(slug(headingText(mapProse(content, prepare), { alt: true, footnote: 'source' }))),
    };
  };
}

/** VitePress and VuePress. A link's own fragment goes through the same function, so no other id can be reached. */
export const vitepress = ({ firstRepeat }: DialectOptions): Dialect => ({
  name: 'vitepress',
  explicitIds: 'attribute',
  htmlHeadings: false,
  slugger: () =>
    readTogether(
      reading(firstRepeat, dropShortcodes),
      reading(firstRepeat, (text) => text),
    ),
  candidates: (fragment) => [slug(fragment)],
});
