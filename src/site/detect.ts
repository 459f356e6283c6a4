import type { Host } from '../host/host.js';
import type { DialectName } from '../markdown/slug/index.js';
import type { Path } from '../model.js';
import { join, parentOf } from '../paths.js';
import { readDocfx } from './docfx.js';
import { readDocusaurus } from './docusaurus.js';
import { readHugo } from './hugo.js';
import { readMdbook } from './mdbook.js';
import { readMkdocs } from './mkdocs.js';
import type { ReadSite } from './reader.js';
import type { RouterName, Site } from './site.js';
import { readStarlight } from './starlight.js';
import { readVitepress } from './vitepress.js';

interface Kind {
  readonly router: RouterName;
  /** Where its configuration stands, relative to the directory that is its base. */
  readonly files: readonly string[];
  readonly read: ReadSite;
}

const scripts = (name: string): string[] =>
  ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((extension) => `${name}.${extension}`);
const hugoFiles = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'];

const kinds: Readonly<Record<string, Kind>> = {
  docusaurus: { router: 'docusaurus', files: scripts('docusaurus.config'), read: readDocusaurus },
  vitepress: {
    router: 'vitepress',
    files: ['.vitepress/config', '.vitepress/config/index', '.vuepress/config'].flatMap(scripts),
    read: readVitepress,
  },
  starlight: { router: 'starlight', files: scripts('astro.config'), read: readStarlight },
  mkdocs: { router: 'mkdocs', files: ['mkdocs.yml', 'mkdocs.yaml'], read: readMkdocs },
  mdbook: { router: 'mdbook', files: ['book.toml'], read: readMdbook },
  hugo: {
    router: 'hugo',
    files: hugoFiles.flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((ext) => `${name}.${ext}`)),
    read: readHugo,
  },
  docfx: { router: 'docfx', files: ['docfx.json'], read: readDocfx },
};

export interface SiteQuestion {
  readonly host: Host;
  readonly roots: readonly Path[];
  readonly pages: readonly Path[];
  /** `site.generator`; `auto` or nothing for what the tree shows. */
  readonly generators?: readonly string[];
}

/** The sites that show pages of the workspace. The last one shows what no other does, as files. */
export function detectSites({ host, roots, pages, generators = ['auto'] }: SiteQuestion): readonly Site[] {
  const bases = candidateBases(roots, pages);
  const named = generators.filter((name) => name !== 'auto');
  if (named.length > 0) return named.flatMap((name) => namedSites(name, host, bases, roots));
  const found = Object.keys(kinds).flatMap((name) => configured(name, host, bases));
  return [...found, plainSite('github')];
}

/** Directories in which a site may have its configuration: those that hold pages, and all above them. */
function candidateBases(roots: readonly Path[], pages: readonly Path[]): readonly Path[] {
  const bases = new Set<Path>(['']);
  for (const start of [...roots, ...pages.map(parentOf)]) {
    for (let at = start; !bases.has(at); at = parentOf(at)) bases.add(at);
  }
  return [...bases].sort();
}

function configured(name: string, host: Host, bases: readonly Path[]): Site[] {
  const { router, files, read } = kinds[name] as Kind;
  return bases.flatMap((base) => {
    const path = files.map((file) => join(base, file)).find((file) => host.has(file) === 'file');
    const text = path === undefined ? undefined : host.read(path);
    const found = path === undefined || text === undefined ? undefined : read({ path, base, text, host });
    return found ? [{ generator: name, router, dialect: name as DialectName, ...found }] : [];
  });
}

/** A generator that the config names: with its own configuration where there is one, else over the docs roots. */
function namedSites(
  name: string,
  host: Host,
  bases: readonly Path[],
  roots: readonly Path[],
): readonly Site[] {
  const kind = kinds[name];
  if (!kind) return [plainSite(name)];
  const found = configured(name, host, bases);
  if (found.length > 0) return found.map((site) => ({ ...site, content: [...site.content, ...roots] }));
  const [root = ''] = roots;
  const site = { ...plainSite(name), router: kind.router, content: roots, base: parentOf(root) };
  const read = kind.read({ path: join(root, kind.files[0] as string), base: parentOf(root), text: '', host });
  return [{ ...site, settings: read?.settings ?? {}, dialectOptions: read?.dialectOptions ?? {} }];
}

function plainSite(generator: string): Site {
  const router: RouterName = generator.startsWith('kramdown') ? 'jekyll' : 'files';
  return {
    generator,
    router,
    dialect: generator as DialectName,
    dialectOptions: {},
    content: [''],
    base: '',
    settings: {},
  };
}
