import type { Path } from '../../src/rule.js';
import type { DocsPlace, Place } from './declarations.js';
import type { Value } from './facts.js';
import type { Layout } from './layout.js';

/** A value where the docs have it. */
export interface Listed extends Value {
  readonly path: Path;
}

/** The values of one place, and what is needed to mend them. */
interface Values {
  readonly values: readonly Listed[];
  /** How the block is written that holds them all. */
  readonly layout?: Layout;
  /** Index of the column that they stand in. */
  readonly column?: number;
}

/** What one place lists. */
export interface Listing extends Values {
  readonly place: DocsPlace;
  /** Where it is said that a value is missing. */
  readonly at: Place;
}

/** What a place holds, or what was looked for and where, and what to do. */
export type Found = Values | { readonly missing: string };

/** Values of one page. */
export function onPage(path: Path, values: readonly Value[]): Listed[] {
  return values.map((value) => ({ ...value, path }));
}
