import type { Host } from '../host/host.js';
import type { DialectName } from '../markdown/slug/index.js';
import type { Path } from '../model.js';
import { join, parentOf } from '../paths.js';
import { readDocfx } from './docfx.js';
import { readDocsify } from './docsify.js';
import { readDocusaurus } from './docusaurus.js';
import { readHugo } from './hugo.js';
import { isOnlyJekyll, type JekyllSettings, readJekyll } from './jekyll.js';
import { readMdbook } from './mdbook.js';
import { readMkdocs } from './mkdocs.js';
import type { Found, ReadSite } from './reader.js';
import { redirectedPaths } from './redirects.js';
import type { RouterName, Site } from './site.js';
import { readSphinx } from './sphinx.js';
import { readStarlight } from './starlight.js';
import { type PlainSettings, submodules } from './submodules.js';
import { readVitepress } from './vitepress.js';

interface Kind {
  readonly router: RouterName;
  /** How it makes ids, where it has no dialect of its own. */
  readonly dialect?: DialectName;
  /** Where its configuration stands, relative to the directory that is its base. */
  readonly files: readonly string[];
  readonly read: ReadSite;
  /**
   * Whether what was found is enough for a site that the config does not name; without this, it is. Pages of some
   * generators are made to work on the forge too.
   */
  readonly isEvident?: (site: Site, host: Host) => boolean;
}

const scripts = (name: string): string[] =>
  ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((extension) => `${name}.${extension}`);
const hugoFiles = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'];
const jekyllFiles = ['_config.yml', '_config.yaml'];

const kinds: Readonly<Record<string, Kind>> = {
  docusaurus: { router: 'docusaurus', files: scripts('docusaurus.config'), read: readDocusaurus },
  vitepress: {
    router: 'vitepress',
    files: ['.vitepress/config', '.vitepress/config/index', '.vuepress/config'].flatMap(scripts),
    read: readVitepress,
  },
  docsify: { router: 'vitepress', dialect: 'github', files: ['index.html'], read: readDocsify },
  starlight: { router: 'starlight', files: scripts('astro.config'), read: readStarlight },
  mkdocs: { router: 'mkdocs', files: ['mkdocs.yml', 'mkdocs.yaml'], read: readMkdocs },
  mdbook: { router: 'mdbook', files: ['book.toml'], read: readMdbook },
  hugo: {
    router: 'hugo',
    files: hugoFiles.flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((ext) => `${name}.${ext}`)),
    read: readHugo,
  },
  sphinx: {
    router: 'sphinx',
    dialect: 'github',
    files: ['conf.py', '_toc.yml', 'myst.yml'],
    read: readSphinx,
  },
  docfx: { router: 'docfx', files: ['docfx.json'], read: readDocfx },
  kramdown: { router: 'jekyll', files: jekyllFiles, read: readJekyll, isEvident: () => false },
  'kramdown-gfm': {
    router: 'jekyll',
    files: jekyllFiles,
    read: readJekyll,
    isEvident: (site, host) => isOnlyJekyll(site.settings as JekyllSettings, host),
  },
};

/** The first parts of all paths at which a configuration is looked for. */
const firstNames: ReadonlySet<string> = new Set(
  Object.values(kinds).flatMap(({ files }) => files.map(firstOf)),
);

/** A directory that may hold the configuration of a site, and what in it has the name of one. Plain JSON. */
export interface SiteBase {
  readonly base: Path;
  readonly names: readonly string[];
}

export interface SiteQuestion {
  readonly host: Host;
  readonly roots: readonly Path[];
  /** As `siteBases` found them. */
  readonly bases: readonly SiteBase[];
  /** `site.generator`; `auto` or nothing for what the tree shows. */
  readonly generators?: readonly string[];
}

/** The sites that show pages of the workspace. The last one shows what no other does, as files. */
export function detectSites({ host, roots, bases, generators = ['auto'] }: SiteQuestion): readonly Site[] {
  const named = generators.filter((name) => name !== 'auto');
  if (named.length > 0)
    return together(
      named.flatMap((name) => namedSites(name, host, bases, roots)),
      host,
      roots,
    );
  const found = Object.entries(kinds).flatMap(([name, { isEvident }]) =>
    configured(name, host, bases).filter((site) => isEvident?.(site, host) !== false),
  );
  const themes = found.filter(({ router }) => router === 'hugo').map(({ base }) => join(base, 'themes'));
  return [...found, plainSite('github', host, roots, { others: themes, isAssumed: true })];
}

/** A page must work on each of the sites that the config names; what none of them holds is GitHub's. */
function together(sites: readonly Site[], host: Host, roots: readonly Path[]): readonly Site[] {
  const content = sites.flatMap((site) => site.content);
  const all = sites.map((site) => (site.router === 'files' ? { ...site, content } : site));
  return content.includes('') ? all : [...all, plainSite('github', host, roots)];
}

/**
 * Directories in which a site may have its configuration: those that hold pages, all above them, and those at the
 * top, since a site may take its docs from a directory beside its own.
 */
export function siteBases(host: Host, roots: readonly Path[], pages: readonly Path[]): readonly SiteBase[] {
  const bases = new Set<Path>(['']);
  for (const start of [...roots, ...pages.map(parentOf)]) {
    for (let at = start; !bases.has(at); at = parentOf(at)) bases.add(at);
  }
  for (const name of host.list('')) {
    if (name !== 'node_modules' && name !== '.git' && host.has(name) === 'directory') bases.add(name);
  }
  return [...bases].sort().flatMap((base) => {
    const names = host.list(base).filter((name) => firstNames.has(name));
    return names.length > 0 ? [{ base, names }] : [];
  });
}

function firstOf(path: Path): string {
  return path.split('/')[0] as string;
}

function configured(name: string, host: Host, bases: readonly SiteBase[]): Site[] {
  const { files, read } = kinds[name] as Kind;
  return bases.flatMap(({ base, names }) => {
    const own = files.flatMap((file) => (names.includes(firstOf(file)) ? join(base, file) : []));
    const path = own.find((file) => host.has(file) === 'file');
    const text = path === undefined ? undefined : host.read(path);
    const found = path === undefined || text === undefined ? undefined : read({ path, base, text, host });
    return found ? [siteOf(name, host, found)] : [];
  });
}

function siteOf(name: string, host: Host, { redirectDirs = [], redirects = [], ...found }: Found): Site {
  const { router, dialect } = kinds[name] as Kind;
  return {
    ...found,
    generator: name,
    router,
    dialect: dialect ?? (name as DialectName),
    redirects: [...redirects, ...redirectedPaths(host, ['', ...redirectDirs])],
  };
}

/** A generator that the config names: with its own configuration where there is one, else over the docs roots. */
function namedSites(
  name: string,
  host: Host,
  bases: readonly SiteBase[],
  roots: readonly Path[],
): readonly Site[] {
  const kind = kinds[name];
  if (!kind) return [plainSite(name, host, roots)];
  const found = configured(name, host, bases);
  if (found.length > 0) return found.map((site) => ({ ...site, content: [...site.content, ...roots] }));
  const [root = ''] = roots;
  const path = join(root, kind.files[0] as string);
  const read = kind.read({ path, base: parentOf(root), text: '', host, roots });
  return read ? [siteOf(name, host, { ...read, content: roots })] : [plainSite(name, host, roots)];
}

/** `others` are directories that other repositories are put into, beside those that git knows for such. */
function plainSite(
  generator: string,
  host: Host,
  roots: readonly Path[],
  { others = [], isAssumed = false }: Partial<PlainSettings> = {},
): Site {
  const settings: PlainSettings = { others: [...submodules(host), ...others], isAssumed };
  return {
    generator,
    router: 'files',
    dialect: generator as DialectName,
    dialectOptions: {},
    content: [''],
    base: '',
    redirects: redirectedPaths(
      host,
      ['', ...roots].flatMap((directory) => [
        directory,
        join(directory, 'static'),
        join(directory, 'public'),
      ]),
    ),
    settings,
  };
}
