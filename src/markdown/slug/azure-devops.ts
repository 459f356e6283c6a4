import { acceptMarker } from './accept-marker.js';
import { asWritten } from './as-written.js';
import { countRepeats } from './count-repeats.js';
import type { Dialect, Slug, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';

/** Each byte of the text, where it starts with a digit; else only what a URI cannot hold. */
function encode(text: string): string {
  if (!/^\d/.test(text)) return encodeURIComponent(text);
  return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(
    '',
  );
}

/** The site numbers no repeats, so the first of them is what a link reaches; others number them for it. */
function reading(): Slugger {
  const unique = countRepeats();
  return ({ content }): Slug => {
    const plain = headingText(content)
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .trim()
      .toLowerCase()
      .replaceAll(/\p{Zs}/gu, '-');
    const id = encode(plain);
    const numbered = unique(plain);
    const also = new Set([plain, numbered, encode(numbered)]);
    also.delete(id);
    return also.size === 0 ? { id } : { id, also: [...also] };
  };
}

export const azureDevops: Dialect = {
  name: 'azure-devops',
  explicitIds: 'text',
  htmlHeadings: true,
  slugger: () => acceptMarker(reading()),
  candidates: asWritten,
};
