import type { Inline } from '../../model.js';
import type { Taken } from './take-attributes.js';

/**
 * Takes the marker of an explicit id off the end of a heading's content. Code, images and tags hold none; an
 * MDX expression may.
 */
export function takeMarker(
  content: readonly Inline[],
  take: (text: string) => Taken | undefined,
): { readonly content: readonly Inline[]; readonly id: string | undefined } {
  const tail: string[] = [];
  let rest = content.length;
  for (let part = content[rest - 1]; part !== undefined; part = content[--rest - 1]) {
    if (typeof part === 'string') tail.push(part);
    else if (part[0] === 'html' && part[1].startsWith('{')) tail.push(part[1]);
    else break;
  }
  const taken = take(tail.reverse().join(''));
  if (!taken) return { content, id: undefined };
  return { content: [...content.slice(0, rest), taken.text], id: taken.id };
}
