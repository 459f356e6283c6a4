import { describe, expect, it } from 'vitest';
import { checkLinks, withMatter } from './harness/check-links.js';
import { readTree } from './harness/read-tree.js';

describe('Starlight', () => {
  const config = `
    export default defineConfig({
      base: '/base',
      redirects: { '/old/page': '/guide/start', '/gone/[...rest]': '/' },
      integrations: [starlight({ title: 'x', locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français' } } })],
    });`;
  const pages = {
    'src/content/docs/index.mdx': '',
    'src/content/docs/guide/start.md': '# Start\n',
    'src/content/docs/guide/index.md': '# Guide\n',
    'src/content/docs/guide/My Page.md': '',
    'src/content/docs/slugged.md': withMatter('slug: any/where'),
    'src/content/docs/fr/guide/start.md': '# Début\n',
    'src/assets/shot.png': '',
    'src/pages/about.astro': '',
    'src/pages/rss.xml.js': '',
    'public/logo.png': '',
  };
  const tree = readTree({ 'astro.config.mjs': config, ...pages });
  const start = 'src/content/docs/guide/start.md';
  const french = 'src/content/docs/fr/guide/start.md';
  checkLinks(tree, [
    [start, '/', 'file src/content/docs/index.mdx'],
    [start, '/guide/', 'file src/content/docs/guide/index.md'],
    [start, '/guide/start/#x', `file ${start}#x`],
    [start, '/guide/start', `file ${start}`],
    [start, '/base/guide/start/', `file ${start}`],
    [start, '/guide/my-page/', 'file src/content/docs/guide/My Page.md'],
    [start, '/any/where/', 'file src/content/docs/slugged.md'],
    [start, '/slugged/', 'missing src/content/docs/slugged'],
    [start, '/fr/guide/start/', `file ${french}`],
    [french, '/fr/guide/', 'file src/content/docs/guide/index.md'],
    [french, '/fr/guide/nothing/', 'missing src/content/docs/fr/guide/nothing'],
    [start, '/guide/Start/', `case guide/Start > ${start}`],
    [start, '../', 'file src/content/docs/guide/index.md'],
    [start, '../my-page/', 'file src/content/docs/guide/My Page.md'],
    [start, 'my-page/', 'missing src/content/docs/guide/start/my-page'],
    ['src/content/docs/guide/index.md', 'start/', `file ${start}`],
    [start, './index.md', 'missing public/guide/start/index.md'],
    [start, '../index.md', 'missing public/guide/index.md'],
    [start, '/guide/index.md', 'missing public/guide/index.md'],
    [start, '/about', 'file src/pages/about.astro'],
    [start, '/rss.xml', 'file src/pages/rss.xml.js'],
    [start, '/logo.png', 'file public/logo.png', 'image'],
    [start, '/nothing.png', 'missing public/nothing.png', 'image'],
    [start, '../../../assets/shot.png', 'file src/assets/shot.png', 'image'],
    [start, '../../../assets/none.png', 'missing src/assets/none.png', 'image'],
    [start, '~/assets/shot.png', 'file src/assets/shot.png', 'image'],
    [start, '@assets/shot.png', 'unknown', 'image'],
    [start, '/old/page', 'virtual'],
    [start, '/gone/far/away', 'virtual'],
    [start, '/nothing/', 'missing src/content/docs/nothing'],
    [start, '/sitemap-index.xml', 'unknown'],
  ]);

  it.each([
    ['a plugin with pages', "plugins: [starlightOpenAPI([{ base: 'api' }])]", '/api/x/', 'unknown'],
    [
      'a plugin with pages, but our directory',
      "plugins: [starlightOpenAPI([{ base: 'api' }])]",
      '/guide/x/',
      'missing src/content/docs/guide/x',
    ],
    [
      'a plugin without pages',
      'plugins: [starlightLinksValidator()]',
      '/api/x/',
      'missing src/content/docs/api/x',
    ],
    [
      'a plugin for links',
      'remarkPlugins: [remarkRelativeLinks]',
      './index.md',
      'file src/content/docs/guide/index.md',
    ],
    [
      'a plugin for other things',
      'remarkPlugins: [remarkMath]',
      './index.md',
      'missing public/guide/start/index.md',
    ],
    ['no slash at the end', "trailingSlash: 'never'", 'my-page', 'file src/content/docs/guide/My Page.md'],
  ])('with %s', (_, options, url, leads) => {
    const own = readTree({ 'astro.config.mjs': `export default { starlight: 1, ${options} }`, ...pages });
    expect(own.leads(start, url)).toBe(leads);
  });

  it('knows that a route may have a pattern', () => {
    const own = readTree({ 'astro.config.mjs': config, ...pages, 'src/pages/api/[...slug].astro': '' });
    expect(own.leads(start, '/api/x')).toBe('unknown');
    expect(own.leads(start, '/other/x')).toBe('missing src/content/docs/other/x');
  });
});

describe('mdBook', () => {
  const tree = readTree({
    'book/book.toml':
      '[book]\nsrc = "src"\n[output.html]\nsite-url = "/book/"\n[output.html.redirect]\n"/old.html" = "new.html"\n',
    'book/src/SUMMARY.md':
      '# Summary\n\n[Intro](README.md)\n\n- [Part](./part/README.md)\n  - [One](part/one.md)\n- [Two](<part/two words.md>)\n- [Draft]()\n',
    'book/src/part/two words.md': '',
    'book/src/part/unlisted.md': '',
    'book/src/README.md': '# Intro\n',
    'book/src/part/README.md': '# Part\n',
    'book/src/part/one.md': '# One\n',
    'book/src/img/x.png': '',
    'book/src/part/snippet.rs': '',
    'README.md': '',
  });
  const one = 'book/src/part/one.md';
  checkLinks(tree, [
    [one, './one.html#x', `file ${one}#x`],
    [one, '../README.md', 'file book/src/README.md'],
    [one, '../index.html', 'directory book/src > book/src/README.md'],
    [one, './index.html', 'directory book/src/part > book/src/part/README.md'],
    [one, '../part/', 'directory book/src/part > book/src/part/README.md'],
    [one, '../print.html', 'virtual'],
    [one, '/book/part/one.html', `file ${one}`],
    [one, '/part/one.html', `file ${one}`],
    [one, '/old.html', 'virtual'],
    [one, '../old.html', 'virtual'],
    [one, './old.html', 'missing book/src/part/old.html'],
    [one, './two%20words.md', 'file book/src/part/two words.md'],
    [one, './unlisted.md#x', 'missing book/src/part/unlisted.html#x'],
    [one, './two.html', 'missing book/src/part/two.html'],
    [one, './two.md', 'missing book/src/part/two.md'],
    [one, '/book/part/two.html', 'missing book/src/part/two.html'],
    [one, '/std/index.html', 'unknown'],
    [one, '../../std/vec/struct.Vec.html', 'unknown'],
    [one, '../api/crate/index.html', 'unknown'],
    [one, '../../../README.md', 'file README.md'],
    [one, '../../nothing.md', 'missing book/nothing.md'],
    [one, '../img/x.png', 'file book/src/img/x.png', 'image'],
    [one, '../img/y.png', 'missing book/src/img/y.png', 'image'],
    [one, 'snippet.rs', 'file book/src/part/snippet.rs', 'include'],
    [one, 'other.rs', 'missing book/src/part/other.rs', 'include'],
    [one, '../Part/one.md', `case book/src/Part/one.md > ${one}`],
  ]);
});

describe('mdBook whose chapters nobody can tell', () => {
  it.each([
    ['no summary', {}],
    ['an empty one', { 'src/SUMMARY.md': '# Summary\n' }],
    ['a preprocessor', { 'src/SUMMARY.md': '[B](b.md)\n', 'book.toml': '[preprocessor.auto-gen]\n' }],
  ])('%s', (_, files) => {
    const own = readTree({ 'book.toml': '', 'src/a.md': '', 'src/b.md': '', ...files });
    expect(own.leads('src/b.md', 'a.md')).toBe('file src/a.md');
  });
});

describe('Jekyll', () => {
  const tree = readTree(
    {
      '_config.yml': 'baseurl: /base\npermalink: pretty\n',
      'index.md': '',
      'docs/a.md': '# A\n',
      'docs/b.md': withMatter('permalink: /be/', 'redirect_from: [/old-b, /older.html]'),
      'docs/sub/README.md': '',
      'assets/x.png': '',
    },
    { generators: ['kramdown'] },
  );
  checkLinks(tree, [
    ['docs/a.md', 'b.md#x', 'file docs/b.md#x'],
    ['docs/a.md', './b.html', 'file docs/b.md'],
    ['docs/a.md', '../b', 'file docs/b.md'],
    ['docs/a.md', 'b', 'file docs/b.md'],
    ['docs/a.md', '/docs/a/', 'file docs/a.md'],
    ['docs/a.md', '/base/docs/a.html', 'file docs/a.md'],
    ['docs/a.md', '/be/', 'file docs/b.md'],
    ['docs/a.md', '/old-b', 'virtual > docs/b.md'],
    ['docs/a.md', '/older.html', 'virtual > docs/b.md'],
    ['docs/a.md', 'sub/', 'directory docs/sub > docs/sub/README.md'],
    ['docs/a.md', '../assets/x.png', 'file assets/x.png', 'image'],
    ['docs/a.md', '/assets/x.png', 'file assets/x.png', 'image'],
    ['docs/a.md', '/assets/y.png', 'missing assets/y.png', 'image'],
    ['docs/a.md', 'nothing.md', 'missing docs/nothing.md'],
    ['docs/a.md', '/docs/nothing/', 'missing docs/nothing'],
    ['docs/a.md', '/nothing/', 'unknown'],
    ['docs/a.md', '{% link docs/b.md %}', 'unknown'],
  ]);

  it('reads relative routes from the file where pages are files', () => {
    const own = readTree({ 'docs/a.md': '', 'docs/b.md': '' }, { generators: ['kramdown'] });
    expect(own.leads('docs/a.md', 'b')).toBe('file docs/b.md');
    expect(own.leads('docs/a.md', '../b')).toBe('missing b');
  });

  it.each([
    ['posts', { '_posts/2024-01-01-x.md': '' }, ''],
    ['collections', { '_guides/x.md': '' }, 'collections: { guides: { output: true } }\n'],
    ['permalinks', {}, 'defaults: [{ scope: { path: "" }, values: { permalink: "/:path/" } }]\n'],
  ])('does not know where %s are', (_, files, config) => {
    const own = readTree(
      { '_config.yml': config, 'docs/a.md': '', ...files },
      { generators: ['kramdown-gfm'] },
    );
    expect(own.leads('docs/a.md', '/docs/nothing/')).toBe('unknown');
    expect(own.leads('docs/a.md', 'nothing.md')).toBe('missing docs/nothing.md');
  });

  it('finds the items of a collection', () => {
    const config = 'collections: { guides: { output: true } }\n';
    const own = readTree(
      { '_config.yml': config, 'a.md': '', '_guides/x.md': '' },
      { generators: ['kramdown'] },
    );
    expect(own.leads('a.md', '/guides/x.html')).toBe('file _guides/x.md');
  });
});
