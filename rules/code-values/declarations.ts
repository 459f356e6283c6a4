import { normalize, type Path, type Span, type Where } from '../../src/rule.js';
import type { GivenName, Naming } from './docs-name.js';
import type {
  CaseName,
  DocsOption,
  ExemptOption,
  Form,
  Relation,
  SharedOption,
  Split,
} from './docs-options.js';
import type { CodeValuesFacts, Comment, PageFacts } from './facts.js';
import type { Options, Selector } from './options.js';

export interface Place {
  readonly path: Path;
  readonly span: Span;
}

/** How a place and the code are held to each other. */
interface Held {
  /** Where the place is declared. */
  readonly at: Place;
  readonly relation: Relation;
  readonly ordered: boolean;
  readonly naming: Naming;
  /** Of this place alone. */
  readonly exempt: readonly Exemption[];
}

/** A place on a page, by the config or by where a comment stands. */
export interface PagePlace extends Held {
  readonly kind: 'page';
  readonly path: Path;
  /** The comment that declares it. */
  readonly comment?: Span;
  readonly under?: string;
  readonly after?: string;
  readonly as?: Form;
  readonly column?: string | number;
  readonly level?: number;
  readonly split?: Split;
}

/** The pages that a glob matches. */
export interface PagesPlace extends Held {
  readonly kind: 'pages';
  readonly pages: string;
  readonly value: 'name' | 'title';
  readonly exclude: readonly string[];
}

/** Entries of a navigation. */
export interface NavigationPlace extends Held {
  readonly kind: 'navigation';
  readonly path: Path;
  readonly under?: string;
  readonly value: 'title' | 'name' | 'path';
  readonly exclude: readonly string[];
}

export type DocsPlace = PagePlace | PagesPlace | NavigationPlace;

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
  /** Of every place. */
  readonly exempt: readonly Exemption[];
}

/** Every list of the config, then every list that a comment declares. */
export function declarations(
  { lists }: Options,
  facts: ReadonlyMap<Path, CodeValuesFacts>,
  where: Where,
): Declaration[] {
  const found = lists.map(({ name, code: { file, ...wanted }, docs, ...shared }, index): Declaration => {
    const here = `/lists/${index}`;
    return {
      ...(name === undefined ? {} : { name }),
      file: pathOf(file),
      wanted,
      at: where(`${here}/code`),
      docs: docs.map((option, nth) => placeOf(option, shared, `${here}/docs/${nth}`, here, where)),
      exempt: exemptions(shared.exempt, here, where),
    };
  });
  for (const [path, page] of facts) {
    if (page.kind === 'page') found.push(...declaredOn(path, page));
  }
  return found;
}

function placeOf(
  option: DocsOption,
  list: SharedOption,
  here: string,
  above: string,
  where: Where,
): DocsPlace {
  const held: Held = {
    at: where(here),
    relation: option.relation ?? list.relation ?? 'equal',
    ordered: option.ordered ?? list.ordered ?? false,
    naming: namingOf(option, list, here, above, where),
    exempt: exemptions(option.exempt, here, where),
  };
  if ('pages' in option) {
    const { pages, value = 'name', exclude = [] } = option;
    return { kind: 'pages', pages: pathOf(pages), value, exclude, ...held };
  }
  if ('navigation' in option) {
    const { navigation, under, value = 'title', exclude = [] } = option;
    const parent = under === undefined ? {} : { under };
    return { kind: 'navigation', path: pathOf(navigation), ...parent, value, exclude, ...held };
  }
  const { file, ...place } = option;
  return { kind: 'page', ...place, path: pathOf(file), ...held };
}

/** A name that a place gives is exact; one that the list gives is written as the place writes all. */
function namingOf(
  option: SharedOption,
  list: SharedOption,
  here: string,
  above: string,
  where: Where,
): Naming {
  const names = new Map<string, GivenName>();
  const add = (map: SharedOption['map'], pointer: string, style?: CaseName) => {
    for (const [value, name] of Object.entries(map ?? {})) {
      const at = where(`${pointer}/map/${escaped(value)}`);
      names.set(value, { name, at, ...(style === undefined ? {} : { style }) });
    }
  };
  add(list.map, above, option.case);
  add(option.map, here);
  const style = option.case ?? list.case;
  return { names, ...(style === undefined ? {} : { style }) };
}

function exemptions(options: readonly ExemptOption[] = [], here: string, where: Where): Exemption[] {
  return options.map(({ value, side }, nth) => ({
    value,
    ...(side === undefined ? {} : { side }),
    at: where(`${here}/exempt/${nth}`),
  }));
}

/** A key in a JSON pointer. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function declaredOn(path: Path, { comments }: PageFacts): Declaration[] {
  return comments
    .filter((comment): comment is Comment => 'file' in comment)
    .map(({ span, file, name, exempt, relation = 'equal', case: style, ordered = false, ...place }) => {
      const at = { path, span };
      const naming = { names: new Map(), ...(style === undefined ? {} : { style }) };
      return {
        file: pathOf(file),
        wanted: name.endsWith('*') ? { prefix: name.slice(0, -1) } : { word: name },
        at,
        docs: [{ kind: 'page', path, comment: span, at, ...place, relation, ordered, naming, exempt: [] }],
        exempt: exempt.map(({ value, span }) => ({ value, at: { path, span } })),
      };
    });
}

/** A path as the project spells it; one that leaves the workspace stays as it is, and is found nowhere. */
export function pathOf(file: string): Path {
  return normalize(file) ?? file;
}
