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
    const { id } = takeMarker(
      heading.content,
      (text) => takeAttributes(text, { colon: true }) ?? takeCommentId(text),
    );
    if (id === undefined || id === slug.id || slug.also?.includes(id)) return slug;
    return { id: slug.id, also: [...(slug.also ?? []), id] };
  };
}
