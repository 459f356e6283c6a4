import type { Inline } from '../../model.js';
import { acceptMarker } from './accept-marker.js';
import { asWritten } from './as-written.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText, type TextParts } from './heading-text.js';
import { isAscii } from './is-ascii.js';
import { lowerCase } from './lower-case.js';
import { searchFree } from './search-free.js';

/** .NET looks at one UTF-16 unit at a time: beyond the first 65,536 characters it sees no letters. */
function slug(text: string): string {
  if (isAscii(text))
    return text
      .replaceAll(/[^A-Za-z0-9 _-]+/g, '')
      .replaceAll(' ', '-')
      .toLowerCase();
  return lowerCase(
    text.replaceAll(/[\u{10000}-\u{10ffff}]|[^\p{L}\p{Nd} _-]/gu, '').replaceAll(' ', '-'),
    'İ',
  );
}

/** `<a name="x"></a>` before anything else in a heading is the heading's id. */
function anchorBefore(content: readonly Inline[]): string | undefined {
  const [open, close] = content;
  if (!Array.isArray(open) || !Array.isArray(close) || content.length === 2) return undefined;
  if (open[0] !== 'html' || close[0] !== 'html' || close[1] !== '</a>') return undefined;
  return /^<a +(?:name|id)="([\p{L}\p{Mn}\p{Nd}\p{Pc} .-]+)" *>$/u.exec(open[1])?.[1];
}

const withAlt: TextParts = { alt: true };

function reading(): Slugger {
  const { unique } = searchFree();
  return ({ content }) => {
    const id = unique(slug(headingText(content, withAlt)) || 'section');
    return { id: anchorBefore(content) ?? id };
  };
}

/** DocFX and Microsoft Learn. */
export const docfx: Dialect = {
  name: 'docfx',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () => acceptMarker(reading()),
  candidates: asWritten,
};
