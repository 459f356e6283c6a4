import {
  type DialectName,
  type DialectOptions,
  dialectOf,
  type Slug,
  type SlugHeading,
} from '../src/markdown/slug/index.js';
import type { Inline } from '../src/model.js';

export type Written = string | readonly Inline[] | SlugHeading;

/** What a dialect makes of a page's headings, in order. */
export function slugs(name: DialectName, page: readonly Written[], options: DialectOptions = {}): Slug[] {
  const slug = dialectOf(name, options).slugger();
  return page.map((heading) =>
    typeof heading === 'string'
      ? slug({ content: [heading] })
      : slug('content' in heading ? heading : { content: heading }),
  );
}

/** The same, the ids alone. */
export function ids(name: DialectName, page: readonly Written[], options: DialectOptions = {}): string[] {
  return slugs(name, page, options).map(({ id }) => id);
}
