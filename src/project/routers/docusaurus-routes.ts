import type { Path } from '../../model.js';
import { nameOf, parentOf } from '../../paths.js';
import type { DocusaurusSettings } from '../../site/docusaurus.js';
import { filesBelow } from '../../site/files-below.js';
import type { Seen } from '../face.js';
import type { RouterContext } from './router.js';
import { joinRoute, makeRoutes, type Routes } from './routes.js';

/** Dates and versions keep their numbers: `2021-11-foo`, `7.0-foo`. */
const dateOrVersion = /^(?:(?:\d{2}|\d{4})[_.-]\d{2}(?:[_.-](?:\d{2}|\d{4}))?|\d+[_.]\d+)/;
const numbered = /^\d+\s*[-_.]+\s*([^-_.\s].*)$/;

export interface DocusaurusTables {
  /** Of a language, by its name. */
  readonly byLocale: ReadonlyMap<string, Routes>;
  /** The route that shows a page; none for a partial, or where only running code could tell. */
  readonly ofPage: ReadonlyMap<Path, { readonly route: string; readonly locale: string }>;
}

/** The routes of docs and of `src/pages`; those of a translation are completed by what it translates. */
export function docusaurusTables({ site, listing, files }: RouterContext): DocusaurusTables {
  const settings = site.settings as DocusaurusSettings;
  const { docs, pages, keepsNumbers, defaultLocale } = settings;
  const byLocale = new Map<string, Routes>();
  const ofPage = new Map<Path, { route: string; locale: string }>();
  const table = (locale: string): Routes => {
    const known = byLocale.get(locale) ?? makeRoutes();
    byLocale.set(locale, known);
    return known;
  };
  table(defaultLocale);
  for (const { dir, route, locale } of docs) {
    if (route === null) continue;
    const routes = table(locale);
    for (const path of filesBelow(listing, dir)) {
      const inside = path.slice(dir === '' ? 0 : dir.length + 1);
      if (!/\.mdx?$/.test(path) || isPartial(inside)) continue;
      const its = docRoutes(inside, files.get(path), keepsNumbers).map((one) => joinRoute(route, one));
      for (const one of its) routes.add(one, path);
      if (!files.has(path))
        routes.doubt(joinRoute(route, parentOf(docRoute(inside, undefined, withoutNumber))));
      if (!ofPage.has(path)) ofPage.set(path, { route: its[0] as string, locale });
    }
    for (const made of settings.madeRoutes) routes.make(joinRoute(route, made));
  }
  for (const path of filesBelow(listing, pages)) {
    const inside = path.slice(pages.length + 1);
    if (!/\.(?:mdx?|[jt]sx?)$/.test(inside) || isPartial(inside) || /\.(?:test|d)\.\w+$/.test(inside))
      continue;
    const slug = textOf(files.get(path), 'slug');
    const route = joinRoute(slug ?? inside.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, ''));
    table(defaultLocale).add(route, path);
    ofPage.set(path, { route, locale: defaultLocale });
  }
  return { byLocale, ofPage };
}

function isPartial(inside: string): boolean {
  return /(?:^|\/)(?:_|__tests__\/)/.test(inside);
}

function textOf(facts: Seen | undefined, key: string): string | undefined {
  const value = facts?.frontMatter[key];
  return typeof value === 'string' ? value : undefined;
}

/** The route of a page below its docs, the likeliest first where numbers may or may not stay. */
function docRoutes(inside: Path, facts: Seen | undefined, keepsNumbers: boolean): readonly string[] {
  const dropped = docRoute(inside, facts, withoutNumber);
  return keepsNumbers ? [dropped, docRoute(inside, facts, (name) => name)] : [dropped];
}

function docRoute(inside: Path, facts: Seen | undefined, strip: (name: string) => string): string {
  const directory = parentOf(inside);
  const slug = textOf(facts, 'slug');
  if (slug?.startsWith('/')) return slug;
  const parts = directory === '' ? [] : directory.split('/');
  const name = nameOf(inside).replace(/\.mdx?$/, '');
  const own = slug ?? (isIndex(name, parts.at(-1)) ? '' : (textOf(facts, 'id') ?? strip(name)));
  return joinRoute(...parts.map(strip), own);
}

/** `index`, `README`, or the name of its directory. */
function isIndex(name: string, directory: string | undefined): boolean {
  const folded = name.toLowerCase();
  if (folded === 'index' || folded === 'readme') return true;
  return directory !== undefined && folded === directory.toLowerCase();
}

function withoutNumber(name: string): string {
  return dateOrVersion.test(name) ? name : (numbered.exec(name)?.[1] ?? name);
}
