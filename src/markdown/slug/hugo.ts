import { asWritten } from './as-written.js';
import { dashedWords } from './dashed-words.js';
import type { Dialect, DialectOptions, SlugHeading, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';
import { lowerCase } from './lower-case.js';
import { lastLine } from './last-line.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
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
function fromText({ content }: SlugHeading): { text: string; id: string | undefined } {
  const taken = takeMarker(content, takeGoldmark);
  const set = taken.content.map((part) =>
    typeof part === 'string' ? part.replaceAll(/---?/g, '–') : part,
  );
  return { text: headingText(set, { alt: true }), id: taken.id };
}

/** Before: the source of the heading's last line. */
function fromSource(heading: SlugHeading): { text: string; id: string | undefined } {
  const line = lastLine(heading);
  return takeGoldmark(line) ?? { text: line, id: undefined };
}

export function hugo({ hugoIds = 'github' }: DialectOptions = {}): Dialect {
  const slug = slugs[hugoIds];
  function reading(read: (heading: SlugHeading) => { text: string; id: string | undefined }): Slugger {
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
