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
    'book/src/SUMMARY.md': '- [Intro](README.md)\n',
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

describe('MkDocs', () => {
  const tree = readTree({
    'mkdocs.yml': `site_url: https://example.com/base/
plugins:
  - redirects: { redirect_maps: { 'old.md': 'guide/a.md' } }
  - i18n: { languages: [{ locale: en }, { locale: fr }] }
markdown_extensions:
  - pymdownx.snippets: { base_path: [snippets] }
`,
    'docs/index.md': '',
    'docs/guide/a.md': '# A\n',
    'docs/guide/a.fr.md': '# A\n',
    'docs/guide/b.md': '# B\n',
    'docs/guide/README.md': '',
    'docs/img/x.png': '',
    'snippets/part.md': '',
    'README.md': '',
  });
  const a = 'docs/guide/a.md';
  checkLinks(tree, [
    [a, 'b.md#x', 'file docs/guide/b.md#x'],
    [a, '../index.md', 'file docs/index.md'],
    [a, 'nothing.md', 'missing docs/guide/nothing.md'],
    [a, '../b/', 'file docs/guide/b.md', 'html'],
    [a, '../b', 'file docs/guide/b.md'],
    [a, '../../img/x.png', 'file docs/img/x.png', 'html'],
    [a, '../img/x.png', 'file docs/img/x.png', 'image'],
    [a, '/guide/b/', 'file docs/guide/b.md'],
    [a, '/base/guide/b/', 'file docs/guide/b.md'],
    [a, '/guide/nothing/', 'missing docs/guide/nothing'],
    [a, '/base/nothing/', 'missing docs/nothing'],
    [a, '/elsewhere/', 'unknown'],
    [a, '../old.md', 'virtual'],
    [a, '/base/old/', 'virtual'],
    [a, '../../README.md', 'file README.md'],
    [a, 'part.md', 'file snippets/part.md', 'include'],
    [a, 'none.md', 'missing snippets/none.md', 'include'],
    ['docs/guide/a.fr.md', 'b.md', 'file docs/guide/b.md'],
    [a, 'B.md', 'case docs/guide/B.md > docs/guide/b.md'],
  ]);

  it('does not know what a plugin makes', () => {
    const own = readTree({ 'mkdocs.yml': 'plugins: [gen-files]\n', 'docs/a.md': '' });
    expect(own.leads('docs/a.md', 'reference/x.md')).toBe('unknown');
  });

  it('falls back to another language by directory', () => {
    const yaml =
      'plugins: [{ i18n: { docs_structure: folder, languages: [{ locale: en }, { locale: fr }] } }]\n';
    const own = readTree({ 'mkdocs.yml': yaml, 'docs/en/a.md': '', 'docs/en/b.md': '', 'docs/fr/a.md': '' });
    expect(own.leads('docs/fr/a.md', 'b.md')).toBe('file docs/en/b.md');
    expect(own.leads('docs/fr/a.md', 'c.md')).toBe('missing docs/fr/c.md');
  });
});

describe('DocFX', () => {
  const pages = {
    'docs/docfx.json': '{}',
    'docs/a/one.md': '# One\n',
    'docs/a/two.md': '',
    'docs/img/x.png': '',
  };
  const tree = readTree({
    ...pages,
    '.openpublishing.redirection.json':
      '{ "redirections": [{ "source_path": "docs/a/gone.md", "redirect_url": "/x" }] }',
  });
  const one = 'docs/a/one.md';
  checkLinks(tree, [
    [one, 'two.md#x', 'file docs/a/two.md#x'],
    [one, 'Two.md', 'file docs/a/two.md'],
    [one, '~/a/two.md', 'file docs/a/two.md'],
    [one, '..\\img\\x.png', 'file docs/img/x.png', 'image'],
    [one, '/azure/some/page', 'unknown'],
    [one, '#tab/linux', `file ${one}`],
    [one, 'three.md', 'missing docs/a/three.md'],
    [one, 'gone.md', 'virtual'],
    [one, 'xref:System.String', 'external'],
  ]);

  it('takes redirects that cannot be read for those of a directory that many links lead to', () => {
    const links = '[a](../old/a.md) [b](../old/b.md) [c](../old/deep/c.md) [d](../lone/d.md)\n';
    const own = readTree({ ...pages, 'docs/a/links.md': links, '.openpublishing.redirection.json': '' });
    expect(own.leads(one, '../old/a.md')).toBe('virtual');
    expect(own.leads(one, '../lone/d.md')).toBe('missing docs/lone/d.md');
    expect(own.leads(one, 'three.md')).toBe('missing docs/a/three.md');
  });
});

describe('GitHub', () => {
  const tree = readTree({
    '.gitmodules': '[submodule "x"]\n\tpath = vendor/x\n\turl = https://example.com/x\n',
    _redirects: '/old /new\n/blog/* /news/:splat\n/by/:name /x 301\n# /comment /x\n/* /404 404\n',
    'netlify.toml': '[[redirects]]\nfrom = "/toml"\nto = "/x"\n',
    'vercel.json': '{ "redirects": [{ "source": "/vercel/:path*", "destination": "/x" }] }',
    'docs/a.md': '# A\n',
  });
  checkLinks(tree, [
    ['docs/a.md', '../vendor/x/README.md', 'unknown'],
    ['docs/a.md', '../vendor/y/README.md', 'missing vendor/y/README.md'],
    ['docs/a.md', '/old', 'virtual'],
    ['docs/a.md', '/blog/2024/post', 'virtual'],
    ['docs/a.md', '/by/someone', 'virtual'],
    ['docs/a.md', '/by/someone/else', 'missing by/someone/else'],
    ['docs/a.md', '/comment', 'missing comment'],
    ['docs/a.md', '/toml', 'virtual'],
    ['docs/a.md', '/vercel/a/b', 'virtual'],
    ['docs/a.md', '/other', 'missing other'],
    ['docs/a.md', '@site/docs/a.mdx', 'unknown', 'import'],
  ]);
});
