import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { join, nameOf, normalize } from '../paths.js';
import { hugoConfig } from './hugo-config.js';
import { type HugoMount, hugoMounts } from './hugo-mounts.js';
import { type Entries, entriesOf, textOf, textsOf, withoutSlashes } from './json.js';
import type { Found, ReadSite } from './reader.js';

/** What the router needs. Routes have no slash at either end. */
export type HugoSettings = {
  /** Content that the workspace holds. */
  readonly mounts: readonly HugoMount[];
  /** Routes below which content is mounted from elsewhere. */
  readonly foreign: readonly string[];
  readonly languages: readonly string[];
  /** `''` where there are no languages. */
  readonly defaultLanguage: string;
  readonly staticDirs: readonly Path[];
  /** Directories of resources that templates and hooks look in. */
  readonly assetDirs: readonly Path[];
  /** Sections whose pages are shown by a pattern; `''` for all. */
  readonly permalinks: readonly string[];
  readonly taxonomies: readonly string[];
  readonly uglyUrls: boolean;
  /** The path of the site on its host. */
  readonly baseUrl: string;
  /** Whether a render hook may take a link for a path of the content. */
  readonly hasHooks: boolean;
  /** Whether a theme or a module may bring files of its own. */
  readonly hasTheme: boolean;
  /** Whether the configuration says nothing at all, so that content may be mounted anywhere. */
  readonly isBlind: boolean;
};

/** Directories whose Markdown is shown as a part of pages. */
const templates = ['layouts', 'archetypes'];
const plain = ['tags', 'categories', 'series', 'authors', 'author', 'tag', 'category'];

/** `hugo.*`, `config.*` or `config/_default/`; where they say nothing, how the content is laid out. */
export const readHugo: ReadSite = ({ base, path, text, host, roots }) => {
  const { config, isBlind } = hugoConfig(host, base, path, text);
  if (!roots && !/^hugo\./.test(nameOf(path)) && !isBlind && !isHugo(config)) return undefined;
  const { mounts, foreign, statics } = hugoMounts(host, base, config, roots);
  if (mounts.length === 0) return undefined;
  const languages = [
    ...new Set([
      ...Object.keys(entriesOf(config.languages)),
      ...mounts.flatMap((one) => one.languages ?? []),
    ]),
  ];
  const markup = entriesOf(entriesOf(entriesOf(config.markup).goldmark).parser);
  const isThemed = hasTheme(host, base, config) || isBlind;
  const settings: HugoSettings = {
    mounts,
    foreign,
    languages,
    defaultLanguage: textOf(config.defaultcontentlanguage) ?? firstOf(languages),
    staticDirs: [...statics, ...directoriesOf(base, config, 'static')],
    assetDirs: directoriesOf(base, config, 'asset'),
    permalinks: permalinksOf(config.permalinks),
    taxonomies: [...plain, ...Object.values(entriesOf(config.taxonomies)).flatMap(textsOf)],
    uglyUrls: config.uglyurls === true || Object.keys(entriesOf(config.uglyurls)).length > 0,
    baseUrl: pathOf(textOf(config.baseurl) ?? ''),
    hasHooks: isThemed || languages.length > 1 || hasHooks(host, base, config),
    hasTheme: isThemed,
    isBlind,
  };
  return {
    base,
    content: [...mounts.map(({ dir }) => dir), ...templates.map((name) => join(base, name))],
    dialectOptions: hugoIds(textOf(markup.autoheadingidtype) ?? textOf(markup.autoidtype)),
    redirectDirs: [base, ...settings.staticDirs],
    settings,
  };
};

/** `config.toml` is anybody's name. */
function isHugo(config: Entries): boolean {
  return [
    'baseurl',
    'languagecode',
    'defaultcontentlanguage',
    'markup',
    'theme',
    'module',
    'publishdir',
  ].some((key) => config[key] !== undefined);
}

function firstOf(languages: readonly string[]): string {
  return languages.includes('en') ? 'en' : (languages[0] ?? '');
}

/** `staticDir`, `staticDir0`, … and those of each language; by default, the directory of that name. */
function directoriesOf(base: Path, config: Entries, kind: 'static' | 'asset'): readonly Path[] {
  const name = kind === 'static' ? 'static' : 'assets';
  const all = [config, ...Object.values(entriesOf(config.languages)).map(entriesOf)].flatMap((entries) =>
    Object.entries(entries).flatMap(([key, value]) =>
      new RegExp(`^${kind}dir\\d*$`).test(key) ? textsOf(value) : [],
    ),
  );
  return (all.length === 0 ? [name] : all).flatMap((directory) => normalize(`${base}/${directory}`) ?? []);
}

/** `{ posts: '…' }`, or by kinds of pages: `{ page: { posts: '…' }, section: { … } }`. */
function permalinksOf(value: Json | undefined): readonly string[] {
  return Object.entries(entriesOf(value)).flatMap(([key, one]) => {
    const sections = typeof one === 'string' ? [key] : Object.keys(entriesOf(one));
    return sections.map(withoutSlashes);
  });
}

function hasTheme(host: Host, base: Path, config: Entries): boolean {
  const imports = entriesOf(config.module).imports;
  return (
    config.theme !== undefined ||
    (Array.isArray(imports) && imports.length > 0) ||
    host.has(join(base, 'themes')) === 'directory'
  );
}

/** Hugo's own hook, which sites with several languages have unless told otherwise, or one of the site. */
function hasHooks(host: Host, base: Path, config: Entries): boolean {
  if (entriesOf(entriesOf(config.markup).goldmark).renderhooks !== undefined) return true;
  return ['layouts/_markup', 'layouts/_default/_markup'].some((directory) =>
    host.list(join(base, directory)).some((name) => name.startsWith('render-link')),
  );
}

function pathOf(baseUrl: string): string {
  return withoutSlashes(baseUrl.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, ''));
}

function hugoIds(type: string | undefined): Found['dialectOptions'] {
  return type === 'github' || type === 'github-ascii' || type === 'blackfriday' ? { hugoIds: type } : {};
}
