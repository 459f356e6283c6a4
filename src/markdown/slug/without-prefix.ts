const prefix = 'user-content-';

/** Forges put `user-content-` before every id of a page, and find an id by the link's fragment with it or without. */
export function withoutPrefix(fragment: string): readonly string[] {
  return fragment.startsWith(prefix) ? [fragment, fragment.slice(prefix.length)] : [fragment];
}
