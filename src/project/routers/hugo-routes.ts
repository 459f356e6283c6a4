import type { Path } from '../../model.js';
import { join, nameOf, parentOf } from '../../paths.js';
import { filesBelow } from '../../site/files-below.js';
import type { HugoSettings } from '../../site/hugo.js';
import type { HugoMount } from '../../site/hugo-mounts.js';
import type { Seen } from '../face.js';
import type { RouterContext } from './router.js';
import { joinRoute, makeRoutes, type Routes, routeBelow } from './routes.js';

/** Where a page is shown, in its language; and where its file is, as a route. */
interface HugoPlace {
  readonly language: string;
  readonly route: string;
  readonly directory: string;
}

export interface HugoTables {
  /** By language; `''` where there are none. */
  readonly byLanguage: ReadonlyMap<string, Routes>;
  readonly ofPage: ReadonlyMap<Path, HugoPlace>;
  /** Pages by the name of their file, and bundles by that of their directory. */
  readonly byName: ReadonlyMap<string, readonly Path[]>;
  /** What pages say that they answer in place of others, with patterns. */
  readonly redirects: readonly string[];
}

/** Names of files that are pages. */
export const page = /\.(?:md|markdown|mdown|html?|org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;

/** The routes of all content: pages, sections, aliases, and the files that stand beside them. */
export function hugoTables(context: RouterContext): HugoTables {
  const settings = context.site.settings as HugoSettings;
  const byLanguage = new Map<string, Routes>();
  const ofPage = new Map<Path, HugoPlace>();
  const byName = new Map<string, Path[]>();
  const redirects: string[] = [];
  const table = (language: string): Routes => {
    const known = byLanguage.get(language) ?? makeRoutes();
    byLanguage.set(language, known);
    return known;
  };
  for (const language of [settings.defaultLanguage, ...settings.languages]) table(language).make('');

  for (const mount of settings.mounts) {
    for (const path of filesBelow(context.listing, mount.dir)) {
      const file = fileOf(path, mount, settings);
      const routes = file.languages.map(table);
      const section = file.directory.split('/')[0] as string;
      for (const one of routes) one.make(section);
      if (!page.test(path)) {
        for (const one of routes) one.add(join(file.directory, nameOf(path)), path);
        continue;
      }
      const facts = context.files.get(path);
      const its = routesOf(file, facts, settings);
      const [route] = its as [string];
      for (const [index, one] of routes.entries()) {
        for (const other of its) addPage(one, other, path, file.languages[index] as string);
        for (const alias of listOf(facts, 'aliases')) one.make(aliasOf(alias, route), path);
        if (!facts) one.doubt(parentOf(route));
      }
      for (const from of listOf(facts, 'redirects'))
        redirects.push(from.startsWith('/') ? from : `/${join(route, from)}`);
      ofPage.set(path, { language: file.languages[0] as string, route, directory: file.directory });
      const name = file.stem === 'index' || file.stem === '_index' ? nameOf(file.directory) : file.stem;
      byName.set(name, [...(byName.get(name) ?? []), path]);
    }
  }
  return { byLanguage, ofPage, byName, redirects };
}

/** A route from the top may hold the language that the table is for. */
function addPage(routes: Routes, route: string, path: Path, language: string): void {
  routes.add(route, path);
  const below = language === '' ? undefined : routeBelow(language, route);
  if (below !== undefined) routes.add(below, path);
}

interface ContentFile {
  readonly languages: readonly string[];
  /** Its directory as a route. */
  readonly directory: string;
  readonly stem: string;
}

function fileOf(
  path: Path,
  { dir, target, languages: mounted }: HugoMount,
  settings: HugoSettings,
): ContentFile {
  const inside = path.slice(dir === '' ? 0 : dir.length + 1);
  const stem = nameOf(inside).replace(/\.\w+$/, '');
  const suffix = /\.([\w-]+)$/.exec(stem)?.[1]?.toLowerCase() ?? '';
  const isSuffixed = settings.languages.includes(suffix);
  return {
    languages: isSuffixed ? [suffix] : (mounted ?? [settings.defaultLanguage]),
    directory: joinRoute(target, ...parentOf(inside).split('/').map(segmentOf)),
    stem: isSuffixed ? stem.slice(0, -suffix.length - 1) : stem,
  };
}

/** A name as Hugo makes a part of a path of it. */
function segmentOf(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\p{L}\p{M}\p{N}._\-#+~%@]/gu, '');
}

/** The routes of a page, its own first: where a section has a slug, which counts is not the same in every version. */
function routesOf(file: ContentFile, facts: Seen | undefined, { uglyUrls }: HugoSettings): readonly string[] {
  const { directory, stem } = file;
  const [url] = listOf(facts, 'url');
  if (url !== undefined) return [routeOf(url)];
  const isBundle = stem === 'index' || stem === '_index';
  const plain = isBundle ? directory : join(directory, segmentOf(stem));
  const [slug] = listOf(facts, 'slug');
  const slugged = slug === undefined ? [] : [joinRoute(parentOf(plain), segmentOf(slug))];
  const own = stem === '_index' ? [plain, ...slugged] : slugged.length > 0 ? slugged : [plain];
  return uglyUrls ? own.flatMap((route) => [route, `${route}.html`]) : own;
}

/** A url or an alias as a route, without the name of its file. */
export function routeOf(url: string): string {
  return joinRoute(url.replace(/^https?:\/\/[^/]*/i, '').replace(/(?:^|\/)index\.html$|\.html$/i, ''));
}

/** An alias is relative to what holds the page. */
function aliasOf(alias: string, route: string): string {
  return alias.startsWith('/') ? routeOf(alias) : routeOf(`${parentOf(route)}/${alias}`);
}

function listOf(facts: Seen | undefined, key: string): readonly string[] {
  const value = facts?.frontMatter[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
