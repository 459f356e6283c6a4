import { asWritten } from './as-written.js';
import { dashedWords } from './dashed-words.js';
import type { Dialect, DialectOptions, Slugger, SlugHeading } from './dialect.js';
import { headingText } from './heading-text.js';
import { lastLine } from './last-line.js';
import { lowerCase } from './lower-case.js';
import { mapProse } from './map-prose.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
import type { Taken } from './take-attributes.js';
import { takeGoldmark } from './take-goldmark.js';
import { takeMarker } from './take-marker.js';

function withMarksDropped(text: string): string {
  return lowerCase(text.trim(), 'i')
    .replaceAll(/[^\p{L}\p{Nd}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

function withoutAccents(text: string): string {
  return withMarksDropped(text.normalize('NFD').replaceAll(/[^\0-\x7f]/g, ''));
}

const slugs = { github: withMarksDropped, 'github-ascii': withoutAccents, blackfriday: dashedWords };

/** From Hugo 0.145: the text, after Goldmark's typographer made dashes of two and three hyphens. */
function fromText(heading: SlugHeading): Taken {
  const { content, id } = takeMarker(heading.content, takeGoldmark);
  return { text: headingText(mapProse(content, typographic), { alt: true }), id };
}

function typographic(prose: string): string {
  return prose.replaceAll(/---?/g, '–');
}

/** Before: the source of the heading's last line. */
function fromSource(heading: SlugHeading): Taken {
  const line = lastLine(heading);
  return takeGoldmark(line) ?? { text: line, id: undefined };
}

export function hugo({ hugoIds = 'github' }: DialectOptions = {}): Dialect {
  const slug = slugs[hugoIds];
  function reading(read: (heading: SlugHeading) => Taken): Slugger {
    const { unique, claim } = searchFree();
    return (heading) => {
      const { text, id } = read(heading);
      if (id !== undefined) claim(id);
      return { id: id ?? unique(slug(text) || 'heading') };
    };
  }
  return {
    name: 'hugo',
    explicitIds: 'attribute',
    htmlHeadings: false,
    slugger: () => readTogether(reading(fromText), reading(fromSource)),
    candidates: asWritten,
  };
}
