import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Json } from '../model.js';
import { join, normalize } from '../paths.js';
import type { ReadSite } from './reader.js';

const load = createRequire(import.meta.url);

type Entries = Readonly<Record<string, unknown>>;

/** `mkdocs.yml`; tags that would call Python are read as plain values. */
export const readMkdocs: ReadSite = ({ base, text }) => {
  const { parseDocument } = load('yaml') as typeof Yaml;
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, strict: false });
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isEntries(value)) return undefined;
  const content =
    normalize(`${base}/${typeof value.docs_dir === 'string' ? value.docs_dir : 'docs'}`) ??
    join(base, 'docs');
  const extensions = optionsByName(value.markdown_extensions);
  const plugins = optionsByName(value.plugins);
  const snippets = listOf(extensions['pymdownx.snippets']?.base_path ?? '.');
  const redirects = plugins.redirects?.redirect_maps;
  return {
    base,
    content: [content],
    dialectOptions: {
      ...slugsOf(text),
      attributeLists:
        'attr_list' in extensions ||
        'extra' in extensions ||
        'markdown.extensions.extra' in extensions ||
        'pymdownx.extra' in extensions,
    },
    settings: {
      useDirectoryUrls: value.use_directory_urls !== false,
      snippetPaths: snippets.flatMap((path) => (path === '.' ? base : (normalize(`${base}/${path}`) ?? []))),
      redirects: isEntries(redirects) ? stringsIn(redirects) : {},
      plugins: Object.keys(plugins),
      ...(typeof value.site_url === 'string' ? { siteUrl: value.site_url } : {}),
    },
  };
};

function slugsOf(text: string): { pythonSlugs?: 'ascii' | 'unicode' | 'pymdownx' } {
  if (/slugify:.*pymdownx\.slugs/.test(text)) return { pythonSlugs: 'pymdownx' };
  return /slugify:.*slugify_unicode/.test(text) ? { pythonSlugs: 'unicode' } : {};
}

/** `[name, { other: { options } }]` as one object by name. */
function optionsByName(list: unknown): Readonly<Record<string, Entries | undefined>> {
  const entries = Array.isArray(list) ? (list as unknown[]) : isEntries(list) ? [list] : [];
  return Object.fromEntries(
    entries.flatMap((entry): [string, Entries | undefined][] => {
      if (typeof entry === 'string') return [[entry, undefined]];
      if (!isEntries(entry)) return [];
      return Object.entries(entry).map(([name, options]) => [name, isEntries(options) ? options : undefined]);
    }),
  );
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');
}

function stringsIn(entries: Entries): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
