import type { Taken } from './take-attributes.js';

/** Takes an id written as an MDX comment off the end of a heading's text. */
export function takeCommentId(text: string): Taken | undefined {
  const trimmed = text.trimEnd();
  const open = trimmed.lastIndexOf('{/*');
  if (open < 0 || !trimmed.endsWith('*/}')) return undefined;
  const comment = trimmed.slice(open + 3, -3).trim();
  if (!/^#\S+$/.test(comment) || comment.includes('*/')) return undefined;
  return { text: trimmed.slice(0, open).trimEnd(), id: comment.slice(1) };
}
