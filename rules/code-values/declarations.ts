import { normalize, type Path, type Span, type Where } from '../../src/rule.js';
import type { CodeValuesFacts, Comment, PageFacts } from './facts.js';
import type { DocsOption, Options, Selector } from './options.js';

export interface Place {
  readonly path: Path;
  readonly span: Span;
}

/** A place on a page, by the config or by where a comment stands. */
export interface DocsPlace extends Omit<DocsOption, 'file'> {
  readonly path: Path;
  /** The comment that declares it. */
  readonly comment?: Span;
  /** Where the place is declared. */
  readonly at: Place;
}

export interface Exemption {
  readonly value: string;
  readonly side?: 'code' | 'docs';
  readonly at: Place;
}

/** A set of values that docs and code share, wherever it is declared. */
export interface Declaration {
  readonly name?: string;
  readonly file: string;
  /** A word of a comment stands for a type or a constant. */
  readonly wanted: Selector | { readonly word: string };
  /** Where the code's side is declared. */
  readonly at: Place;
  readonly docs: readonly DocsPlace[];
  readonly exempt: readonly Exemption[];
}

/** Every list of the config, then every list that a comment declares. */
export function declarations(
  { lists }: Options,
  facts: ReadonlyMap<Path, CodeValuesFacts>,
  where: Where,
): Declaration[] {
  const found: Declaration[] = lists.map(({ name, code: { file, ...wanted }, docs, exempt = [] }, index) => ({
    ...(name === undefined ? {} : { name }),
    file: pathOf(file),
    wanted,
    at: where(`/lists/${index}/code`),
    docs: docs.map(({ file, ...place }, nth) => ({
      ...place,
      path: pathOf(file),
      at: where(`/lists/${index}/docs/${nth}`),
    })),
    exempt: exempt.map((one, nth) => ({ ...one, at: where(`/lists/${index}/exempt/${nth}`) })),
  }));
  for (const [path, page] of facts) {
    if (page.kind === 'page') found.push(...declaredOn(path, page));
  }
  return found;
}

function declaredOn(path: Path, { comments }: PageFacts): Declaration[] {
  return comments
    .filter((comment): comment is Comment => 'file' in comment)
    .map(({ span, file, name, exempt, as, column }) => {
      const at = { path, span };
      const place = { ...(as ? { as } : {}), ...(column === undefined ? {} : { column }) };
      return {
        file: pathOf(file),
        wanted: name.endsWith('*') ? { prefix: name.slice(0, -1) } : { word: name },
        at,
        docs: [{ path, comment: span, at, ...place }],
        exempt: exempt.map(({ value, span }) => ({ value, at: { path, span } })),
      };
    });
}

/** A path as the project spells it; one that leaves the workspace stays as it is, and is found nowhere. */
export function pathOf(file: string): Path {
  return normalize(file) ?? file;
}
