import { type Taken, takeAttributes } from './take-attributes.js';

const id = /^[A-Za-z][\w:-]*$/;

/** kramdown reads `{#id}` alone behind a heading, and a whole list after a colon. */
export function takeKramdown(text: string): Taken | undefined {
  const taken = takeAttributes(text, { gap: true, colon: true, words: true, id });
  if (taken?.id === undefined) return undefined;
  const marker = text.slice(taken.text.length).trim();
  return marker.startsWith('{:') || marker === `{#${taken.id}}` ? taken : undefined;
}
