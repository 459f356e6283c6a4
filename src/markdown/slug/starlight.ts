import GithubSlugger from 'github-slugger';
import type { Inline } from '../../model.js';
import { acceptMarker } from './accept-marker.js';
import { asWritten } from './as-written.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText, type TextParts } from './heading-text.js';
import { readTogether } from './read-together.js';

/** Two hyphens become an em dash, which no slug keeps; more of them stay. */
function smart(content: readonly Inline[]): readonly Inline[] {
  return content.map((part) =>
    typeof part === 'string' ? part.replaceAll(/-+/g, (run) => (run === '--' ? '' : run)) : part,
  );
}

function reading(prepare: (content: readonly Inline[]) => readonly Inline[], parts: TextParts): Slugger {
  const slugger = new GithubSlugger();
  return ({ content }) => {
    const id = slugger.slug(headingText(prepare(content), parts));
    return id.endsWith('-') ? { id, also: [id.slice(0, -1)] } : { id };
  };
}

const plain = (content: readonly Inline[]) => content;

/** Astro and Starlight. Before Astro 6 a last hyphen was dropped, after counting repeats. */
export const starlight: Dialect = {
  name: 'starlight',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () =>
    acceptMarker(readTogether(reading(smart, {}), reading(plain, {}), reading(smart, { footnote: 'label' }))),
  candidates: asWritten,
};
