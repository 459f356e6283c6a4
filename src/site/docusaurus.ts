import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { docusaurusRoutes } from './docusaurus-routes.js';
import { type DocsInstance, type DocusaurusDocs, docusaurusVersions } from './docusaurus-versions.js';
import { withoutSlashes } from './json.js';
import {
  hasKey,
  lastStringOf,
  nextObject,
  objectOf,
  objectsOf,
  stringOf,
  stringsOf,
  withoutComments,
} from './read-text.js';
import type { ReadSite } from './reader.js';

/** What the router needs. Routes have no slash at either end. */
export type DocusaurusSettings = {
  readonly baseUrl: string;
  readonly docs: readonly DocusaurusDocs[];
  /** Where posts are, and the route below which they are shown in ways that only the blog plugin knows. */
  readonly blogs: readonly { readonly dir: Path; readonly route: string | null }[];
  /** `src/pages`, whose files are routes. */
  readonly pages: Path;
  readonly staticDirs: readonly Path[];
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** Whether numbers before the names of files stay in routes, as far as anyone can tell. */
  readonly keepsNumbers: boolean;
  /** Whether plugins beyond the classic preset may show pages anywhere. */
  readonly hasPlugins: boolean;
  /** Whether redirects are made by code. */
  readonly hasRedirects: boolean;
  /** Pages that the configuration makes, such as the index of a category; routes below the docs' own. */
  readonly madeRoutes: readonly string[];
};

/** `docusaurus.config.*`: the docs and the blog of the classic preset, and further docs plugins. */
export const readDocusaurus: ReadSite = ({ base, text, host, roots }) => {
  const source = withoutComments(text);
  const i18n = objectOf(source, 'i18n') ?? '';
  const locales = stringsOf(i18n, 'locales') ?? [];
  const defaultLocale = stringOf(i18n, 'defaultLocale') ?? 'en';
  const instances = roots
    ? roots.map((dir) => ({ id: 'default', dir, route: 'docs', options: '' }))
    : docsInstances(source, base);
  const docs = instances.flatMap((instance) =>
    docusaurusVersions(host, base, instance, { locales, defaultLocale }),
  );
  const blogs = blogsOf(source, base).filter(({ dir }) => host.has(dir) === 'directory');
  const pages = join(base, 'src/pages');
  const staticDirs = (stringsOf(source, 'staticDirectories') ?? ['static']).flatMap(
    (directory) => normalize(`${base}/${directory}`) ?? [],
  );
  const settings: DocusaurusSettings = {
    baseUrl: withoutSlashes(stringOf(source, 'baseUrl') ?? ''),
    docs,
    blogs,
    pages,
    staticDirs,
    locales,
    defaultLocale,
    keepsNumbers: hasKey(source, 'numberPrefixParser'),
    hasPlugins: roots !== undefined || hasPlugins(source),
    hasRedirects: hasKey(source, 'createRedirects'),
    madeRoutes: docusaurusRoutes(host, base, docs),
  };
  const content = [...docs.map(({ dir }) => dir), ...blogs.map(({ dir }) => dir), pages];
  return {
    base,
    content: [...new Set(content)].filter((directory) => host.has(directory) === 'directory'),
    dialectOptions: /maintainCase:\s*true/.test(source) ? { keepCase: true } : {},
    redirectDirs: [base, ...staticDirs],
    redirects: redirectsOf(source),
    settings,
  };
};

function docsInstances(source: string, base: Path): readonly DocsInstance[] {
  const preset = objectsOf(source, 'docs').find((options) =>
    /sidebar|routeBasePath|\bpath\b|editUrl|Version|remark|rehype|breadcrumbs|showLast/.test(options),
  );
  const isOff = preset === undefined && /(?:^|[\s{,])['"]?docs['"]?\s*:\s*false/.test(source);
  const plugins = [...source.matchAll(/['"`]@?[\w/-]*plugin-content-docs['"`]\s*\)?\s*,/g)].slice(0, 50);
  const further = plugins.flatMap(({ index, 0: name }) => nextObject(source, index + name.length) ?? []);
  return [...(isOff ? [] : [preset ?? '']), ...further].map((options) => ({
    id: stringOf(options, 'id') ?? 'default',
    dir: normalize(`${base}/${lastStringOf(options, 'path') ?? 'docs'}`) ?? join(base, 'docs'),
    route: routeOf(options, 'docs'),
    options,
  }));
}

function blogsOf(source: string, base: Path): DocusaurusSettings['blogs'] {
  const isOff = /(?:^|[\s{,])['"]?blog['"]?\s*:\s*false/.test(source);
  const preset = objectsOf(source, 'blog')[0] ?? '';
  const plugins = [...source.matchAll(/['"`]@?[\w/-]*plugin-content-blog['"`]\s*\)?\s*,/g)].slice(0, 50);
  const further = plugins.flatMap(({ index, 0: name }) => nextObject(source, index + name.length) ?? []);
  return [...(isOff ? [] : [preset]), ...further].map((options) => ({
    dir: normalize(`${base}/${lastStringOf(options, 'path') ?? 'blog'}`) ?? join(base, 'blog'),
    route: routeOf(options, 'blog'),
  }));
}

function routeOf(options: string, fallback: string): string | null {
  const written = stringOf(options, 'routeBasePath');
  return written === undefined
    ? hasKey(options, 'routeBasePath')
      ? null
      : fallback
    : withoutSlashes(written);
}

/** Plugins that show no page of their own, and the ones that are read here. */
const quiet =
  /content-docs|content-blog|content-pages|client-redirects|ideal-image|sitemap|google|gtag|debug|pwa|svgr|image-zoom|sass|rsdoctor|css-cascade|search|webpack|tailwind/;

function hasPlugins(source: string): boolean {
  const lists = ['plugins', 'presets'].map((key) => {
    const start = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*[:,]`).exec(source);
    return start ? source.slice(start.index) : '';
  });
  const named = lists.flatMap((list) => [
    ...list.matchAll(/['"`]((?:@[\w-]+\/)?[\w-]*(?:plugin|preset|docusaurus)[\w-/]*)['"`]/g),
  ]);
  const isKnown = (name: string): boolean => quiet.test(name) || /preset-classic$/.test(name);
  return (
    named.some((match) => !isKnown(match[1] as string)) ||
    /(?:^|[\s{,])plugins\s*,|plugins\s*:\s*\w|plugins\s*:\s*\[\s*(?:\w+\s*[,(\]]|['"`]\.|require|async|\.\.\.)/.test(
      source,
    )
  );
}

/** What `@docusaurus/plugin-client-redirects` is told in plain words. */
function redirectsOf(source: string): readonly string[] {
  if (!source.includes('client-redirects')) return [];
  return [...source.matchAll(/[\s{,]from\s*:\s*(\[[^\]]*\]|'[^'\n]*'|"[^"\n]*")/g)].flatMap((match) =>
    [...(match[1] as string).matchAll(/'([^']*)'|"([^"]*)"/g)].map((one) => (one[1] ?? one[2]) as string),
  );
}
