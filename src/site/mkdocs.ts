import type { Host } from '../host/host.js';
import type { DialectOptions } from '../markdown/slug/index.js';
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
  /** `theme.custom_dir`, whose files stand beside the docs; empty without. */
  readonly themeDir: Path;
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
  /gen-files|multirepo|monorepo|techdocs|simple-hooks|autoapi|api-autonav|mkdoxy|gallery|coverage|external-files|import|build/;

/** Plugins that answer references by names that are on no page. */
const answerers = ['autorefs', 'mkdocstrings'];

/** A hook that cannot be read may do all of it. */
const everything = 'on_page on_files';

const definition = /^[ \t]*\[([^\][\n^][^\][\n]{0,998})\]:/gm;

/** `mkdocs.yml`. */
export const readMkdocs: ReadSite = ({ base, text, host, roots }) => {
  const config = entriesOf(readYaml(text));
  const extensions = optionsByName(config.markdown_extensions);
  const plugins = optionsByName(config.plugins);
  const snippets = extensions['pymdownx.snippets'];
  const snippetPaths = textsOf(snippets?.base_path ?? '.').flatMap((path) =>
    path === '.' ? base : (normalize(`${base}/${path}`) ?? []),
  );
  const docs = textOf(config.docs_dir) ?? 'docs';
  const hooks = textsOf(config.hooks).map(
    (path) => host.read(normalize(`${base}/${path}`) ?? '') ?? everything,
  );
  const themeDir = textOf(entriesOf(config.theme).custom_dir) ?? '';
  const settings: MkdocsSettings = {
    useDirectoryUrls: config.use_directory_urls !== false,
    snippetPaths,
    themeDir: (themeDir && normalize(`${base}/${themeDir}`)) ?? '',
    redirects: Object.keys(entriesOf(plugins.redirects?.redirect_maps)),
    siteUrl: textOf(config.site_url) ?? '',
    languages: languagesOf(plugins.i18n),
    makesPages:
      hooks.some((hook) => /on_files|\bFile\b/.test(hook)) ||
      Object.keys(plugins).some((name) => makers.test(name)),
  };
  const content = roots ?? [normalize(`${base}/${docs}`) ?? join(base, 'docs')];
  return {
    base,
    content,
    dialectOptions: {
      ...slugsOf(optionsOf(text, 'toc')),
      ...tabsOf(optionsOf(text, 'pymdownx\\.tabbed')),
      ...(roots ? {} : { attributeLists: hasAttributeLists(extensions) }),
    },
    redirectDirs: [base, ...content],
    references:
      hooks.some((hook) => hook.includes('on_page')) || answerers.some((name) => name in plugins)
        ? 'any'
        : appendedLabels(host, snippetPaths, textsOf(snippets?.auto_append ?? [])),
    settings,
  };
};

/** Labels that the files define which stand below every page. */
function appendedLabels(host: Host, directories: readonly Path[], files: readonly string[]): string[] {
  const texts = files.flatMap((file) => {
    const paths = directories.map((directory) => normalize(`${directory}/${file}`));
    const path = paths.find((one) => one !== undefined && host.has(one) === 'file');
    return path === undefined ? [] : (host.read(path) ?? []);
  });
  return texts.flatMap((text) => [...text.matchAll(definition)].map((match) => labelOf(match[1] as string)));
}

function labelOf(written: string): string {
  return written.replace(/\s+/g, ' ').trim().toLowerCase();
}

function hasAttributeLists(extensions: Readonly<Record<string, Entries | undefined>>): boolean {
  return ['attr_list', 'extra', 'pymdownx.extra'].some(
    (name) => name in extensions || `markdown.extensions.${name}` in extensions,
  );
}

/** The source of an extension's options: the values of tags, such as `!!python/name:…`, are in no parsed YAML. */
function optionsOf(text: string, extension: string): string {
  const start = new RegExp(
    `^([ \\t]*(?:-[ \\t]+)?)['"]?(?:markdown\\.extensions\\.)?${extension}['"]?[ \\t]*:`,
    'm',
  ).exec(text);
  if (!start) return '';
  const depth = (start[1] as string).length;
  const [first = '', ...rest] = text.slice(start.index).split('\n');
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= depth);
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
}

function slugsOf(text: string): { pythonSlugs?: 'ascii' | 'unicode' | 'pymdownx' } {
  if (/slugify:.*pymdownx\.slugs/.test(text)) return { pythonSlugs: 'pymdownx' };
  return /slugify:.*slugify_unicode/.test(text) ? { pythonSlugs: 'unicode' } : {};
}

function tabsOf(text: string): Pick<DialectOptions, 'tabIds'> {
  if (!/slugify:/.test(text)) return {};
  const { pythonSlugs } = slugsOf(text);
  const isCombined = /combine_header_slug:[ \t]*true/i.test(text);
  return { tabIds: { isCombined, ...(pythonSlugs && { slugs: pythonSlugs }) } };
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
