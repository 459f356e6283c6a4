import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { withoutSlashes } from './json.js';
import { isLanguage } from './language.js';
import { listHeads } from './list-heads.js';
import {
  hasKey,
  lastStringOf,
  nextObject,
  objectOf,
  outermost,
  stringOf,
  withoutComments,
} from './read-text.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type StarlightSettings = {
  /** Without slashes at its ends. */
  readonly base: string;
  /** Directories of languages below the content; the root locale has none. */
  readonly locales: readonly string[];
  /** The language whose pages stand in for those that another lacks, and its directory. */
  readonly defaultLocale: string;
  readonly publicDir: Path;
  /** `src/pages`, whose files are routes. */
  readonly pages: Path;
  /** Whether plugins or integrations may show further pages. */
  readonly hasPlugins: boolean;
  /** Whether some plugin may make links to files work. */
  readonly rewritesLinks: boolean;
  /** Whether the route of a page ends with a slash, which relative links depend on. */
  readonly isDirectory: boolean;
};

/** `astro.config.*` of a Starlight site; another Astro site is none of ours. */
export const readStarlight: ReadSite = ({ base, text, host, roots }) => {
  const source = withoutComments(text);
  const src = normalize(`${base}/${stringOf(source, 'srcDir') ?? 'src'}`) ?? join(base, 'src');
  const content = roots ?? [join(src, 'content/docs')];
  if (!roots && (!/starlight/i.test(source) || host.has(content[0] as Path) !== 'directory'))
    return undefined;
  const locales = localesOf(source, host, content[0] as Path);
  const settings: StarlightSettings = {
    base: withoutSlashes(stringOf(source, 'base') ?? ''),
    locales: locales.filter((locale) => locale !== 'root'),
    defaultLocale: locales.includes('root')
      ? ''
      : (stringOf(source, 'defaultLocale') ?? '').replace(/^root$/, ''),
    publicDir: normalize(`${base}/${lastStringOf(source, 'publicDir') ?? 'public'}`) ?? join(base, 'public'),
    pages: join(src, 'pages'),
    hasPlugins: roots !== undefined || hasPlugins(source),
    rewritesLinks: mayRewrite(source),
    isDirectory: !/trailingSlash\s*:\s*['"]never|format\s*:\s*['"](?:file|preserve)/.test(source),
  };
  return {
    base,
    content,
    dialectOptions: {},
    redirectDirs: [base, settings.publicDir],
    redirects: redirectsOf(source),
    settings,
  };
};

/** Plugins and integrations that are known to show no page. */
const quiet =
  /starlight$|validator|sitemap|mdx|react|preact|vue|svelte|solid|\blit|alpine|tailwind|uno|partytown|icon|markdoc|compress|expressive|image-?zoom|theme|heading|robots|mermaid|vite|llms|^(?:true|false)$/i;
/** Markdown plugins that are known to leave links alone. */
const harmless =
  /math|katex|mathjax|mermaid|autolink|slug|gfm|smarty|heading|external|emoji|toc|directive|code|plantuml|d2|accessible|class|attr/i;

function hasPlugins(source: string): boolean {
  return ['plugins', 'integrations'].some((key) => listHeads(source, key).some((name) => !quiet.test(name)));
}

function mayRewrite(source: string): boolean {
  const names = ['remarkPlugins', 'rehypePlugins'].flatMap((key) => listHeads(source, key));
  return /markdown-links/.test(source) || names.some((name) => !harmless.test(name));
}

/**
 * The directories of languages, `root` among them where one has none: by the configuration, or by how the content is
 * laid out where that is not written out.
 */
function localesOf(source: string, host: Host, content: Path): readonly string[] {
  const assigned = /\blocales\s*=\s*(?=\{)/.exec(source);
  const object = objectOf(source, 'locales') ?? (assigned ? nextObject(source, assigned.index) : undefined);
  if (object !== undefined) {
    const keys = outermost(object).matchAll(
      /(?:^|[\s{,])['"]?([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*|root)['"]?\s*:/g,
    );
    return [...keys].map((match) => match[1] as string);
  }
  if (!hasKey(source, 'locales')) return [];
  const found = host.list(content).filter((name) => host.has(join(content, name)) === 'directory');
  const languages = found.filter(isLanguage);
  return languages.length === found.length ? languages : ['root', ...languages];
}

/** The keys of `redirects: { '/old': … }`. */
function redirectsOf(source: string): readonly string[] {
  const redirects = objectOf(source, 'redirects') ?? '';
  return [...redirects.matchAll(/['"](\/[^'"\n]*)['"]\s*:/g)].map((match) =>
    (match[1] as string).replaceAll(/\[\.\.\.\w+\]/g, '*').replaceAll(/\[(\w+)\]/g, ':$1'),
  );
}
