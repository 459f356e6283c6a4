import type { Json, Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { readYaml } from '../yaml.js';
import { type Entries, entriesOf, textOf, textsOf } from './json.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type MkdocsSettings = {
  readonly useDirectoryUrls: boolean;
  /** Where snippets are looked for, in this order. */
  readonly snippetPaths: readonly Path[];
  /** Pages that redirect, relative to the docs. */
  readonly redirects: readonly string[];
  readonly siteUrl: string;
  /** Languages whose pages stand beside or below each other, by `mkdocs-static-i18n`. */
  readonly languages: readonly string[];
  /** Whether a plugin or a hook makes pages that are in no file. */
  readonly makesPages: boolean;
};

/** Plugins that only bring pages where they are told to; all others of these make some of their own. */
const makers =
  /gen-files|multirepo|monorepo|techdocs|simple-hooks|autoapi|api-autonav|mkdoxy|gallery|literate-nav|coverage|external-files|import|build/;

/** `mkdocs.yml`. */
export const readMkdocs: ReadSite = ({ base, text, roots }) => {
  const config = entriesOf(readYaml(text));
  const extensions = optionsByName(config.markdown_extensions);
  const plugins = optionsByName(config.plugins);
  const snippets = textsOf(extensions['pymdownx.snippets']?.base_path ?? '.');
  const docs = textOf(config.docs_dir) ?? 'docs';
  const settings: MkdocsSettings = {
    useDirectoryUrls: config.use_directory_urls !== false,
    snippetPaths: snippets.flatMap((path) => (path === '.' ? base : (normalize(`${base}/${path}`) ?? []))),
    redirects: Object.keys(entriesOf(plugins.redirects?.redirect_maps)),
    siteUrl: textOf(config.site_url) ?? '',
    languages: languagesOf(plugins.i18n),
    makesPages: config.hooks !== undefined || Object.keys(plugins).some((name) => makers.test(name)),
  };
  const content = roots ?? [normalize(`${base}/${docs}`) ?? join(base, 'docs')];
  return {
    base,
    content,
    dialectOptions: {
      ...slugsOf(text),
      ...(roots ? {} : { attributeLists: hasAttributeLists(extensions) }),
    },
    redirectDirs: [base, ...content],
    settings,
  };
};

function hasAttributeLists(extensions: Readonly<Record<string, Entries | undefined>>): boolean {
  return ['attr_list', 'extra', 'pymdownx.extra'].some(
    (name) => name in extensions || `markdown.extensions.${name}` in extensions,
  );
}

function slugsOf(text: string): { pythonSlugs?: 'ascii' | 'unicode' | 'pymdownx' } {
  if (/slugify:.*pymdownx\.slugs/.test(text)) return { pythonSlugs: 'pymdownx' };
  return /slugify:.*slugify_unicode/.test(text) ? { pythonSlugs: 'unicode' } : {};
}

function languagesOf(i18n: Entries | undefined): readonly string[] {
  const languages = i18n?.languages;
  if (!Array.isArray(languages)) return Object.keys(entriesOf(languages));
  return languages.flatMap((one: Json) => textOf(entriesOf(one).locale) ?? []);
}

/** `[name, { other: { options } }]` as one object by name. */
function optionsByName(list: Json | undefined): Readonly<Record<string, Entries | undefined>> {
  const entries: readonly Json[] = Array.isArray(list) ? list : [entriesOf(list) as Json];
  return Object.fromEntries(
    entries.flatMap((entry): [string, Entries | undefined][] =>
      typeof entry === 'string'
        ? [[entry, undefined]]
        : Object.entries(entriesOf(entry)).map(([name, options]) => [name, entriesOf(options)]),
    ),
  );
}
