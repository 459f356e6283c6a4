import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { withoutSlashes } from './json.js';
import { lastStringOf, objectOf, stringOf, withoutComments } from './read-text.js';
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
  const locales = [
    ...(objectOf(source, 'locales') ?? '').matchAll(
      /(?:^|[\s{,])['"]?([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*|root)['"]?\s*:\s*\{/g,
    ),
  ].map((match) => match[1] as string);
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

/** Whether there is more than Starlight and what is known to show no page. */
function hasPlugins(source: string): boolean {
  const plugins = stringsAndNames(listsOf(source, 'plugins'));
  const integrations = stringsAndNames(listsOf(source, 'integrations'));
  const isQuiet = (name: string): boolean =>
    /starlight$|validator|sitemap|mdx|react|preact|vue|svelte|solid|lit|alpine|tailwind|uno|partytown|icon|markdoc|compress|expressive|imageZoom|image-zoom|theme|heading|robots|mermaid|vite|llms/i.test(
      name,
    );
  return [...plugins, ...integrations].some((name) => !isQuiet(name));
}

/** Whether a Markdown plugin that is not known to leave links alone has its hands on them. */
function mayRewrite(source: string): boolean {
  const names = stringsAndNames([...listsOf(source, 'remarkPlugins'), ...listsOf(source, 'rehypePlugins')]);
  const isQuiet = (name: string): boolean =>
    /math|katex|mathjax|mermaid|autolink|slug|gfm|smarty|heading|external|emoji|toc|directive|code|plantuml|d2|accessible|class|attr/i.test(
      name,
    );
  return /markdown-links/.test(source) || names.some((name) => !isQuiet(name));
}

/** What stands at the outermost level of every `key: [ … ]`: names that are called or handed over. */
function stringsAndNames(lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => {
    let depth = 0;
    let outer = '';
    for (const char of list) {
      if (/[({]/.test(char)) depth++;
      if (depth === 0) outer += char;
      if (/[)}]/.test(char)) depth--;
    }
    return [...outer.matchAll(/[\w@][\w@/.-]*/g)]
      .map(([name]) => name)
      .filter((name) => !/^(?:true|false|\d+)$/.test(name));
  });
}

function listsOf(source: string, key: string): readonly string[] {
  const pattern = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*\\[`, 'g');
  return [...source.matchAll(pattern)].slice(0, 20).map(({ index, 0: all }) => {
    const start = index + all.length;
    let depth = 1;
    let at = start;
    while (at < source.length && depth > 0) {
      if (source[at] === '[') depth++;
      else if (source[at] === ']') depth--;
      at++;
    }
    return source.slice(start, at - 1);
  });
}

/** The keys of `redirects: { '/old': … }`. */
function redirectsOf(source: string): readonly string[] {
  const redirects = objectOf(source, 'redirects') ?? '';
  return [...redirects.matchAll(/['"](\/[^'"\n]*)['"]\s*:/g)].map((match) =>
    (match[1] as string).replaceAll(/\[\.\.\.\w+\]/g, '*').replaceAll(/\[(\w+)\]/g, ':$1'),
  );
}
