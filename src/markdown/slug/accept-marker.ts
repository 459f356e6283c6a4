import type { Inline } from '../../model.js';
import type { Slugger } from './dialect.js';
import { takeAttributes } from './take-attributes.js';
import { takeCommentId } from './take-comment-id.js';
import { takeMarker } from './take-marker.js';

/**
 * For sites that show `{#id}` as text: the id of the whole text stays the heading's, and the id meant is
 * accepted beside it, since the page may be written for another site too.
 */
export function acceptMarker(slugger: Slugger): Slugger {
  return (heading) => {
    const slug = slugger(heading);
    if (!mayEndWithBrace(heading.content)) return slug;
    const { id } = takeMarker(
      heading.content,
      (text) => takeAttributes(text, { colon: true }) ?? takeCommentId(text),
    );
    if (id === undefined || id === slug.id || slug.also?.includes(id)) return slug;
    return { id: slug.id, also: [...(slug.also ?? []), id] };
  };
}

/** Most headings end with a letter or the like, and with no marker then. */
function mayEndWithBrace(content: readonly Inline[]): boolean {
  const last = content.at(-1);
  if (typeof last !== 'string') return true;
  const code = last.charCodeAt(last.length - 1);
  return !(code > space && code < closingBrace);
}

const space = 0x20;
const closingBrace = 0x7d;
