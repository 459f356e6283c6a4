import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { docusaurusRoutes } from './docusaurus-routes.js';
import { type DocsInstance, type DocusaurusDocs, docusaurusVersions } from './docusaurus-versions.js';
import { withoutSlashes } from './json.js';
import { listHeads } from './list-heads.js';
import {
  hasKey,
  lastStringOf,
  nextObject,
  objectOf,
  objectsOf,
  outermost,
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
  const translated = host
    .list(join(base, 'i18n'))
    .filter((name) => host.has(join(base, `i18n/${name}`)) === 'directory');
  const locales = [...new Set([...(stringsOf(i18n, 'locales') ?? []), ...translated])];
  const assigned = /\bdefaultLocale\s*=\s*['"]([\w-]+)['"]/.exec(source)?.[1];
  const defaultLocale = stringOf(i18n, 'defaultLocale') ?? assigned ?? 'en';
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

/** Options of the docs plugin: the theme has options of that name, too. */
const ofDocs =
  /\b(?:sidebar(?:Path|Collaps\w+|ItemsGenerator)|routeBasePath|path|edit(?:Url|CurrentVersion|LocalizedFiles)|lastVersion|versions|\w+Version\w*|(?:remark|rehype|beforeDefault\w+)Plugins|breadcrumbs|showLast\w+|numberPrefixParser|include|exclude|admonitions)\b/;

function docsInstances(source: string, base: Path): readonly DocsInstance[] {
  const preset = objectsOf(source, 'docs').find((options) => ofDocs.test(outermost(options)));
  const isOff = preset === undefined && /(?:^|[\s{,])['"]?docs['"]?\s*:\s*false/.test(source);
  const plugins = [...source.matchAll(/['"`](?:@docusaurus\/plugin-)?content-docs['"`]\s*\)?\s*,/g)].slice(
    0,
    50,
  );
  const further = plugins.flatMap(({ index, 0: name }) => nextObject(source, index + name.length) ?? []);
  return [...(isOff ? [] : [preset ?? '']), ...further].map((options) => {
    const own = outermost(options);
    return {
      id: stringOf(own, 'id') ?? 'default',
      dir: normalize(`${base}/${lastStringOf(own, 'path') ?? 'docs'}`) ?? join(base, 'docs'),
      route: routeOf(own, 'docs'),
      options,
    };
  });
}

function blogsOf(source: string, base: Path): DocusaurusSettings['blogs'] {
  const isOff = /(?:^|[\s{,])['"]?blog['"]?\s*:\s*false/.test(source);
  const preset = objectsOf(source, 'blog')[0] ?? '';
  const plugins = [...source.matchAll(/['"`](?:@docusaurus\/plugin-)?content-blog['"`]\s*\)?\s*,/g)].slice(
    0,
    50,
  );
  const further = plugins.flatMap(({ index, 0: name }) => nextObject(source, index + name.length) ?? []);
  return [...(isOff ? [] : [preset]), ...further].map((options) => ({
    dir: normalize(`${base}/${lastStringOf(outermost(options), 'path') ?? 'blog'}`) ?? join(base, 'blog'),
    route: routeOf(outermost(options), 'blog'),
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

/** Plugins and presets that show no page of their own, and the ones that are read here. */
const quiet =
  /content-(?:docs|blog|pages)|client-redirects|ideal-image|sitemap|google|gtag|debug|pwa|svgr|image-zoom|sass|rsdoctor|css-cascade|search|webpack|tailwind|theme|^(?:@docusaurus\/preset-)?classic$/;

function hasPlugins(source: string): boolean {
  return ['plugins', 'presets'].some((key) => listHeads(source, key).some((name) => !quiet.test(name)));
}

/** What `@docusaurus/plugin-client-redirects` is told in plain words. */
function redirectsOf(source: string): readonly string[] {
  if (!source.includes('client-redirects')) return [];
  return [...source.matchAll(/[\s{,]from\s*:\s*(\[[^\]]*\]|'[^'\n]*'|"[^"\n]*")/g)].flatMap((match) =>
    [...(match[1] as string).matchAll(/'([^']*)'|"([^"]*)"/g)].map((one) => (one[1] ?? one[2]) as string),
  );
}
