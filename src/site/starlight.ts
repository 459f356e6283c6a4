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
  /** Whether plugins may show further pages. */
  readonly hasPlugins: boolean;
  /** Whether a plugin makes links to `.md` files work. */
  readonly rewritesLinks: boolean;
};

/** `astro.config.*` of a Starlight site; another Astro site is none of ours. */
export const readStarlight: ReadSite = ({ base, text, host, roots }) => {
  const source = withoutComments(text);
  const src = normalize(`${base}/${stringOf(source, 'srcDir') ?? 'src'}`) ?? join(base, 'src');
  const content = roots ?? [join(src, 'content/docs')];
  if (!roots && (!/starlight/i.test(source) || host.has(content[0] as Path) !== 'directory')) return undefined;
  const locales = [
    ...(objectOf(source, 'locales') ?? '').matchAll(
      /(?:^|[\s{,])['"]?([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*|root)['"]?\s*:\s*\{/g,
    ),
  ].map((match) => match[1] as string);
  const settings: StarlightSettings = {
    base: withoutSlashes(stringOf(source, 'base') ?? ''),
    locales: locales.filter((locale) => locale !== 'root'),
    defaultLocale: locales.includes('root') ? '' : (stringOf(source, 'defaultLocale') ?? '').replace(/^root$/, ''),
    publicDir: normalize(`${base}/${lastStringOf(source, 'publicDir') ?? 'public'}`) ?? join(base, 'public'),
    pages: join(src, 'pages'),
    hasPlugins: /(?:^|[\s{,])plugins\s*:\s*\[\s*[^\s\]]/.test(source),
    rewritesLinks: /(?:remark|rehype)[\w-]*links?\b|(?:remark|rehype)Plugins\s*:\s*\[[^\]]*link/i.test(source),
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

/** The keys of `redirects: { '/old': … }`. */
function redirectsOf(source: string): readonly string[] {
  const redirects = objectOf(source, 'redirects') ?? '';
  return [...redirects.matchAll(/['"](\/[^'"\n]*)['"]\s*:/g)].map((match) =>
    (match[1] as string).replaceAll(/\[\.\.\.\w+\]/g, '*').replaceAll(/\[(\w+)\]/g, ':$1'),
  );
}
