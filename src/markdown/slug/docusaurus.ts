import { asWritten } from './as-written.js';
import type { Dialect, DialectOptions, Slugger } from './dialect.js';
import { githubSlug } from './github-slug.js';
import { headingText } from './heading-text.js';
import { searchFree } from './search-free.js';
import type { Taken } from './take-attributes.js';
import { takeCommentId } from './take-comment-id.js';
import { takeMarker } from './take-marker.js';

/** Anything without a closing brace is an id here, spaces included. */
function takeId(text: string): Taken | undefined {
  const trimmed = text.trimEnd();
  const open = trimmed.lastIndexOf('{#');
  if (open < 0 || !trimmed.endsWith('}')) return takeCommentId(text);
  const id = trimmed.slice(open + 2, -1).trim();
  if (id === '' || /[}\n]/.test(id)) return takeCommentId(text);
  return { text: trimmed.slice(0, open).trimEnd(), id };
}

export function docusaurus({ keepCase = false }: DialectOptions = {}): Dialect {
  const slugger = (): Slugger => {
    const { unique } = searchFree();
    return (heading) => {
      const { content, id } = takeMarker(heading.content, takeId);
      return { id: id ?? unique(githubSlug(headingText(content, { alt: true }), keepCase)) };
    };
  };
  return {
    name: 'docusaurus',
    explicitIds: 'attribute',
    htmlHeadings: false,
    slugger,
    candidates: asWritten,
  };
}
