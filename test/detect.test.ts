import { describe, expect, it } from 'vitest';
import type { Site } from '../src/site/site.js';
import { readTree } from './harness/read-tree.js';

type Files = Readonly<Record<string, string>>;

function sitesOf(files: Files, generators?: readonly string[], roots?: readonly string[]): readonly Site[] {
  return readTree(files, { ...(generators ? { generators } : {}), ...(roots ? { roots } : {}) }).sites;
}

function first(files: Files, generators?: readonly string[], roots?: readonly string[]): Site {
  return sitesOf(files, generators, roots)[0] as Site;
}

describe('which generator shows a tree', () => {
  it.each([
    ['docusaurus', { 'docusaurus.config.js': '', 'docs/a.md': '' }, ['docs']],
    [
      'docusaurus',
      { 'site/docusaurus.config.mts': "({ docs: { path: '../docs' } })", 'docs/a.md': '' },
      ['docs'],
    ],
    ['vitepress', { 'docs/.vitepress/config.mts': '', 'docs/a.md': '' }, ['docs']],
    ['vitepress', { '.vitepress/config/index.ts': "({ srcDir: './docs' })", 'docs/a.md': '' }, ['docs']],
    ['vitepress', { 'docs/.vuepress/config.js': '', 'docs/a.md': '' }, ['docs']],
    ['starlight', { 'astro.config.mjs': 'starlight()', 'src/content/docs/a.md': '' }, ['src/content/docs']],
    ['mkdocs', { 'mkdocs.yml': 'docs_dir: pages', 'pages/a.md': '' }, ['pages']],
    ['mkdocs', { 'mkdocs.yaml': '', 'docs/a.md': '' }, ['docs']],
    ['mdbook', { 'book.toml': '[book]\nsrc = "text"', 'text/a.md': '' }, ['text']],
    ['hugo', { 'hugo.toml': '', 'content/a.md': '' }, ['content', 'layouts', 'archetypes']],
    ['hugo', { 'config.toml': 'baseURL = "/"', 'content/a.md': '' }, ['content', 'layouts', 'archetypes']],
    ['docfx', { 'docs/docfx.json': '', 'docs/a.md': '' }, ['docs']],
    ['github', { 'config.toml': 'name = "x"', 'content/a.md': '' }, ['']],
    ['github', { 'astro.config.mjs': '', 'src/content/docs/a.md': '' }, ['']],
    ['github', { 'hugo.toml': '', 'docs/a.md': '' }, ['']],
    ['github', { '_config.yml': '', 'docs/a.md': '' }, ['']],
    ['github', { 'docs/a.md': '' }, ['']],
  ] as const)('%s %j', (generator, files, content) => {
    const site = first(files as Files);
    expect([site.generator, site.content]).toEqual([generator, content]);
  });

  it('finds several, and leaves the rest to the forge', () => {
    const sites = sitesOf({
      'a/mkdocs.yml': '',
      'a/docs/x.md': '',
      'b/book.toml': '',
      'b/src/y.md': '',
      'z.md': '',
    });
    expect(sites.map(({ generator, content }) => [generator, content])).toEqual([
      ['mkdocs', ['a/docs']],
      ['mdbook', ['b/src']],
      ['github', ['']],
    ]);
  });

  it('takes a name for a generator that has no configuration', () => {
    const named = (name: string): unknown => {
      const { router, dialect, content } = first({ 'docs/a.md': '' }, [name], ['docs']);
      return [router, dialect, content];
    };
    expect(named('docusaurus')).toEqual(['docusaurus', 'docusaurus', ['docs']]);
    expect(named('starlight')).toEqual(['starlight', 'starlight', ['docs']]);
    expect(named('hugo')).toEqual(['hugo', 'hugo', ['docs']]);
    expect(named('kramdown-gfm')).toEqual(['jekyll', 'kramdown-gfm', ['docs']]);
    expect(named('gitlab')).toEqual(['files', 'gitlab', ['']]);
  });

  it('takes a name with its configuration, and the docs roots besides', () => {
    const files = { 'mkdocs.yml': 'docs_dir: pages', 'pages/a.md': '', 'docs/b.md': '' };
    expect(first(files, ['mkdocs'], ['docs']).content).toEqual(['pages', 'docs']);
  });
});

describe('what a configuration says', () => {
  const settings = (files: Files): Readonly<Record<string, unknown>> => first(files).settings;

  it('reads plain words of Docusaurus alone', () => {
    const config = `
      // docs: { path: 'commented' },
      const base = '/x/';
      export default {
        baseUrl: base,
        themeConfig: { docs: { sidebar: { hideable: true } } },
        presets: [['classic', { docs: { path: "pages", routeBasePath: '/' }, blog: { path: './news', routeBasePath: 'n' } }]],
        plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: path.resolve(__dirname, 'api'), routeBasePath: 'api' }]],
      };`;
    const files = { 'pages/a.md': '', 'api/b.md': '', 'news/c.md': '', 'src/pages/d.md': '' };
    expect(settings({ 'docusaurus.config.js': config, ...files })).toMatchObject({
      baseUrl: '',
      docs: [
        { dir: 'pages', route: '', locale: 'en' },
        { dir: 'api', route: 'api', locale: 'en' },
      ],
      blogs: [{ dir: 'news', route: 'n' }],
      pages: 'src/pages',
      hasPlugins: false,
    });
  });

  it('reads the versions and the languages of Docusaurus', () => {
    const config = `module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
      presets: [['classic', { docs: { lastVersion: '1.0', versions: { current: { path: 'edge' } } } }]] }`;
    const docs = settings({
      'docusaurus.config.js': config,
      'versions.json': '["2.0", "1.0"]',
      'docs/a.md': '',
      'i18n/fr/docusaurus-plugin-content-docs/version-2.0/a.md': '',
    }).docs;
    expect(docs).toEqual([
      { dir: 'docs', route: 'docs/edge', locale: 'en' },
      { dir: 'versioned_docs/version-2.0', route: 'docs/2.0', locale: 'en' },
      {
        dir: 'i18n/fr/docusaurus-plugin-content-docs/version-2.0',
        route: 'docs/2.0',
        locale: 'fr',
        original: 'versioned_docs/version-2.0',
      },
      { dir: 'versioned_docs/version-1.0', route: 'docs', locale: 'en' },
    ]);
  });

  it('does without what is code', () => {
    const config = `const defaultLocale = 'de';
      export default async () => ({ i18n: { defaultLocale, locales: all ? ['de'] : some },
        plugins: [['content-docs', { id: 'more', path: 'more', routeBasePath: 'more' }], ['client-redirects', {}]],
        presets: [['classic', { docs: { path: 'docs', lastVersion: last() } }]] })`;
    const files = { 'versions.json': '["1"]', 'docs/a.md': '', 'more/b.md': '', 'i18n/fr/x.json': '' };
    expect(settings({ 'docusaurus.config.ts': config, ...files })).toMatchObject({
      defaultLocale: 'de',
      locales: ['fr'],
      hasPlugins: false,
      docs: [
        { dir: 'docs', route: 'docs/next', locale: 'de' },
        { dir: 'versioned_docs/version-1', route: 'docs', locale: 'de' },
        { dir: 'docs', route: 'docs', locale: 'de' },
        { dir: 'versioned_docs/version-1', route: 'docs', locale: 'de' },
        { dir: 'more', route: 'more', locale: 'de' },
      ],
    });
  });

  it.each([
    ['nothing', '', false],
    [
      'what is known',
      "plugins: ['@docusaurus/plugin-sitemap', ['content-blog', { a: [1] }]], presets: ['classic']",
      false,
    ],
    ['one of our own', "plugins: [['./src/plugin.js', {}]]", true],
    ['a name', 'plugins: [myPlugin]', true],
    ['a function', 'plugins: [async function x() { return {}; }]', true],
    ['a spread', "plugins: ['classic', ...more]", true],
    ['a list from elsewhere', 'plugins: more', true],
    ['the same, short', 'title, plugins, presets: []', true],
    ['another preset', "presets: [['redocusaurus', {}]]", true],
  ])('knows whether plugins of Docusaurus may show pages: %s', (_, config, may) => {
    const files = { 'docusaurus.config.js': `module.exports = { ${config} }`, 'docs/a.md': '' };
    expect(settings(files).hasPlugins).toBe(may);
  });

  it.each([
    ['in words', "locales: { root: { label: 'x' }, fr: { lang: 'fr' } }", ['fr'], ''],
    ['by a name', 'locales', ['fr'], ''],
    [
      'by a name that is here',
      "locales, defaultLocale: 'en' }); const locales = { en: { label: 'x' }, fr: {}",
      ['en', 'fr'],
      'en',
    ],
    ['none', '', [], ''],
  ])('reads the languages of Starlight: %s', (_, config, locales, defaultLocale) => {
    const pages = { 'src/content/docs/guide/a.md': '', 'src/content/docs/fr/a.md': '' };
    const found = settings({ 'astro.config.mjs': `starlight({ ${config} })`, ...pages });
    expect(found).toMatchObject({ locales, defaultLocale });
  });

  it('reads the content of Hugo by language', () => {
    const yaml = 'defaultContentLanguage: de\nlanguages:\n  de: {}\n  FR: { contentDir: content/fr }\n';
    expect(settings({ 'hugo.yaml': yaml, 'content/a.md': '', 'content/fr/b.md': '' })).toMatchObject({
      mounts: [{ dir: 'content/fr', target: '', languages: ['fr'] }],
      languages: ['de', 'fr'],
      defaultLanguage: 'de',
      isBlind: false,
    });
  });

  it('takes directories for languages only where they are', () => {
    const mountsOf = (...paths: string[]): unknown =>
      settings(Object.fromEntries([['hugo.toml', ''], ...paths.map((path) => [path, ''])])).mounts;
    expect(mountsOf('content/en/_index.md', 'content/pt-br/a.md')).toEqual([
      { dir: 'content/en', target: '', languages: ['en'] },
      { dir: 'content/pt-br', target: '', languages: ['pt-br'] },
    ]);
    expect(mountsOf('content/api/_index.md')).toEqual([{ dir: 'content', target: '', languages: null }]);
    expect(mountsOf('content/_index.md', 'content/en/_index.md')).toEqual([
      { dir: 'content', target: '', languages: null },
    ]);
  });

  it('reads every file below config/_default, whatever its case', () => {
    const files = {
      'config/_default/hugo.toml': 'BaseURL = "https://example.com/sub/"\n',
      'config/_default/permalinks.yaml': 'posts: /:year/\n',
      'config/_default/languages.toml': '[en]\n[nl]\n',
      'content/a.md': '',
    };
    expect(settings(files)).toMatchObject({ baseUrl: 'sub', permalinks: ['posts'], languages: ['en', 'nl'] });
  });

  it('survives what is no configuration', () => {
    for (const text of ['', '{{{{', '\0', 'a: [', '[[[', '"', "docs: {'", 'null', '[]', '- x']) {
      const files = {
        'docusaurus.config.js': text,
        'mkdocs.yml': text,
        'book.toml': text,
        'hugo.yaml': text,
        'docs/docfx.json': text,
        '.vitepress/config.ts': text,
        'vercel.json': text,
        'netlify.toml': `redirects${text}`,
        'versions.json': text,
        'content/a.md': '',
        'docs/a.md': '',
      };
      expect(sitesOf(files).at(-1)?.generator).toBe('github');
      expect(first(files, ['kramdown']).generator).toBe('kramdown');
    }
  });
});
