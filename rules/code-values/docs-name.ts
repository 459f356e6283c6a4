import type { Path, Span } from '../../src/rule.js';
import type { CaseName } from './docs-options.js';

/** What a place of the docs calls the values of the code. */
export interface Naming {
  /** By value; each with the place that says so. */
  readonly names: ReadonlyMap<string, GivenName>;
  /** How values are written that have no name. */
  readonly style?: CaseName;
}

export interface GivenName {
  readonly name: string;
  /** How the place writes it; as it is, without. */
  readonly style?: CaseName;
  readonly at: { readonly path: Path; readonly span: Span };
}

/** What docs call a value. */
export function docsName(value: string, { names, style }: Naming): string {
  const given = names.get(value);
  return given ? written(given.name, given.style) : written(value, style);
}

function written(text: string, style: CaseName | undefined): string {
  if (style === undefined) return text;
  const lower = text.toLowerCase();
  const words = wordsOf(lower);
  return style === 'lower' || words.length === 0 ? lower : words.join(style === 'kebab' ? '-' : '_');
}

/** Runs of letters and digits. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
