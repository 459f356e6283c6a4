import { describe, expect, it } from 'vitest';
import { checkLinks, withMatter } from './harness/check-links.js';
import { readTree, type Tree } from './harness/read-tree.js';

describe('Docusaurus', () => {
  const tree = readTree({
    'website/docusaurus.config.js': `
      module.exports = {
        baseUrl: '/project/',
        i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
        presets: [['@docusaurus/preset-classic', { docs: { sidebarPath: './sidebars.js' }, blog: {} }]],
      };`,
    'website/sidebars.js': `module.exports = { a: [{ type: 'category', link: { type: 'generated-index', slug: '/all' } }] };`,
    'website/docs/index.md': '# Home\n',
    'website/docs/01-intro.md': '# Intro\n',
    'website/docs/2024-01-02-notes.md': '',
    'website/docs/02-guide/README.mdx': '# Guide\n',
    'website/docs/02-guide/03-first.md': '# First\n',
    'website/docs/02-guide/img.png': '',
    'website/docs/api/api.md': '# Api\n',
    'website/docs/api/_category_.json': '{ "link": { "type": "generated-index", "slug": "api/index" } }',
    'website/docs/api/_partial.mdx': 'A [part](#around) of [pages](../nowhere)\n',
    'website/docs/slugged/absolute.md': withMatter('slug: /elsewhere'),
    'website/docs/slugged/relative.md': withMatter('slug: other-name'),
    'website/docs/slugged/named.md': withMatter('id: named-by-id'),
    'website/static/img/logo.png': '',
    'website/static/old/index.html': '',
    'website/blog/2021-01-01-post.md': '# Post\n',
    'website/src/pages/about.js': '',
    'website/src/pages/team/index.md': '# Team\n',
    'website/i18n/fr/docusaurus-plugin-content-docs/current/01-intro.md': '# Intro\n',
  });
  const intro = 'website/docs/01-intro.md';
  const first = 'website/docs/02-guide/03-first.md';
  const french = 'website/i18n/fr/docusaurus-plugin-content-docs/current/01-intro.md';

  describe('by files', () => {
    checkLinks(tree, [
      [intro, './02-guide/03-first.md', `file ${first}`],
      [intro, '02-guide/03-first.md#x', `file ${first}#x`],
      [first, '../01-intro.md', `file ${intro}`],
      [first, '01-intro.md', `file ${intro}`],
      [first, '/01-intro.md', `file ${intro}`],
      [first, '/docs/01-intro.md', `file ${intro}`],
      [first, '@site/docs/01-intro.md', `file ${intro}`],
      [first, '@site/docs/nothing.md', 'missing website/docs/nothing.md'],
      [first, './01-intro.md', 'missing website/docs/02-guide/01-intro.md'],
      [intro, './nothing.md#x', 'missing website/docs/nothing.md#x'],
      [intro, './01-Intro.md', 'case website/docs/01-Intro.md > website/docs/01-intro.md'],
      [intro, '../../../../x.md', 'outside'],
      [intro, '@site/docs/api/_partial.mdx', 'file website/docs/api/_partial.mdx', 'import'],
      [intro, '@theme/Tabs', 'unknown', 'import'],
      [french, './02-guide/03-first.md', `file ${first}`],
      [french, './nothing.md', `missing ${french.replace('01-intro', 'nothing')}`],
    ]);
  });

  describe('by routes', () => {
    checkLinks(tree, [
      [intro, '/docs/', 'file website/docs/index.md'],
      [intro, '/docs', 'file website/docs/index.md'],
      [intro, '/docs/intro', `file ${intro}`],
      [intro, '/project/docs/intro/#x', `file ${intro}#x`],
      [intro, '/docs/intro.html', `file ${intro}`],
      [intro, '/fr/docs/intro', `file ${intro}`],
      [intro, '/docs/01-intro', 'missing website/docs/01-intro'],
      [intro, '/docs/guide', 'file website/docs/02-guide/README.mdx'],
      [intro, '/docs/guide/first?x=1', `file ${first}`],
      [intro, '/docs/2024-01-02-notes', 'file website/docs/2024-01-02-notes.md'],
      [intro, '/docs/api', 'file website/docs/api/api.md'],
      [intro, '/docs/elsewhere', 'file website/docs/slugged/absolute.md'],
      [intro, '/docs/slugged/absolute', 'missing website/docs/slugged/absolute'],
      [intro, '/docs/slugged/other-name', 'file website/docs/slugged/relative.md'],
      [intro, '/docs/slugged/named-by-id', 'file website/docs/slugged/named.md'],
      [intro, '/docs/slugged/named', 'missing website/docs/slugged/named'],
      [intro, '/docs/Intro', `case docs/Intro > ${intro}`],
      [intro, '/docs/all', 'virtual'],
      [intro, '/docs/api/index', 'virtual'],
      [intro, '/docs/category/some-category', 'unknown'],
      [intro, '/docs/tags/x', 'unknown'],
      [intro, '/docs/nothing', 'missing website/docs/nothing'],
      [intro, '/docs/api/_partial', 'missing website/docs/api/_partial'],
      [intro, '/about', 'file website/src/pages/about.js'],
      [intro, '/team', 'file website/src/pages/team/index.md'],
      [intro, '/blog/some-post', 'unknown'],
      [intro, '/search', 'unknown'],
      [intro, '/nothing', 'missing nothing'],
      [french, '/docs/intro', `file ${french}`],
      [french, '/docs/guide/first', `file ${first}`],
    ]);
  });

  describe('relative routes, in either reading', () => {
    checkLinks(tree, [
      [first, '../intro', `file ${intro}`],
      [first, '../../intro', `file ${intro}`],
      [intro, './guide/first', `file ${first}`],
      [intro, 'guide/', 'file website/docs/02-guide/README.mdx'],
      [intro, './nothing', 'missing website/docs/nothing'],
      ['website/blog/2021-01-01-post.md', './other-post', 'unknown'],
      ['website/blog/2021-01-01-post.md', '/docs/nothing', 'missing website/docs/nothing'],
      ['website/docs/api/_partial.mdx', '../nowhere', 'unknown'],
      ['website/docs/api/_partial.mdx', '#around', 'unknown'],
      [intro, '#around', `file ${intro}#around`],
    ]);
  });

  describe('other files', () => {
    checkLinks(tree, [
      [first, './img.png', 'file website/docs/02-guide/img.png', 'image'],
      [first, 'img.png', 'file website/docs/02-guide/img.png', 'image'],
      [intro, '/img/logo.png', 'file website/static/img/logo.png', 'image'],
      [intro, '/project/img/logo.png', 'file website/static/img/logo.png', 'html'],
      [intro, '@site/static/img/logo.png', 'file website/static/img/logo.png', 'image'],
      [intro, '/img/other.png', 'missing website/static/img/other.png', 'image'],
      [intro, './other.png', 'missing website/docs/other.png', 'image'],
      [intro, '/img/Logo.png', 'case website/static/img/Logo.png > website/static/img/logo.png', 'image'],
      [intro, '/old', 'file website/static/old/index.html'],
      [intro, '/sitemap.xml', 'unknown'],
      [intro, '/blog/release-1.0', 'unknown'],
      [intro, '/docs/release-1.0', 'missing website/docs/release-1.0'],
      [intro, './data.json', 'missing website/docs/data.json'],
      [intro, 'pathname:///any/thing', 'external'],
    ]);
  });
});

describe('Docusaurus with versions', () => {
  const tree = readTree({
    'docusaurus.config.ts': `export default { presets: [['classic', { docs: { routeBasePath: '/', path: 'docs' }, blog: false }]] };`,
    'versions.json': '["2.0", "1.0"]',
    'docs/a.md': '# A\n',
    'docs/new.md': '',
    'versioned_docs/version-2.0/a.md': '# A\n',
    'versioned_docs/version-1.0/a.md': '# A\n',
    'versioned_docs/version-1.0/old.md': '',
  });
  checkLinks(tree, [
    ['docs/a.md', '/a', 'file versioned_docs/version-2.0/a.md'],
    ['docs/a.md', '/next/a', 'file docs/a.md'],
    ['docs/a.md', '/1.0/old', 'file versioned_docs/version-1.0/old.md'],
    ['docs/a.md', '/1.0/new', 'missing versioned_docs/version-1.0/new'],
    ['docs/a.md', './new', 'file docs/new.md'],
    ['versioned_docs/version-1.0/a.md', './old', 'file versioned_docs/version-1.0/old.md'],
    ['versioned_docs/version-1.0/a.md', './old.md', 'file versioned_docs/version-1.0/old.md'],
    ['versioned_docs/version-1.0/a.md', './new.md', 'missing versioned_docs/version-1.0/new.md'],
  ]);
});

describe('Docusaurus that only running code could tell', () => {
  const page = { 'docs/a.md': '', 'docs/b/c.md': '' };
  const withConfig = (config: string): Tree => readTree({ 'docusaurus.config.js': config, ...page });
  it.each([
    [
      'a route from a variable',
      'presets: [["classic", { docs: { routeBasePath: base } }]]',
      '/docs/x',
      'unknown',
    ],
    [
      'redirects by code',
      "plugins: [['@docusaurus/plugin-client-redirects', { createRedirects(path) {} }]]",
      '/docs/x',
      'unknown',
    ],
    [
      'redirects in words',
      "plugins: [['@docusaurus/plugin-client-redirects', { redirects: [{ from: '/docs/x', to: '/docs/a' }] }]]",
      '/docs/x',
      'virtual',
    ],
    [
      'redirects in words, another',
      "plugins: [['@docusaurus/plugin-client-redirects', { redirects: [{ from: '/docs/x', to: '/docs/a' }] }]]",
      '/docs/y',
      'missing docs/y',
    ],
    ['a plugin with pages', "plugins: ['docusaurus-plugin-openapi']", '/api', 'unknown'],
    ['a plugin of ours', "plugins: ['./src/plugin.js']", '/api', 'unknown'],
    [
      'a plugin with pages, but our route',
      "plugins: ['docusaurus-plugin-openapi']",
      '/docs/x',
      'missing docs/x',
    ],
    ['no plugin', '', '/api', 'missing api'],
  ])('%s', (_, config, url, leads) => {
    expect(withConfig(`module.exports = { ${config} }`).leads('docs/a.md', url)).toBe(leads);
  });

  it('does not speak of pages that the run did not read', () => {
    const tree = readTree({ 'docusaurus.config.js': '', ...page }, { roots: ['docs/b'] });
    expect(tree.leads('docs/b/c.md', '/docs/a')).toBe('file docs/a.md');
    expect(tree.leads('docs/b/c.md', '/docs/x')).toBe('unknown');
    expect(tree.leads('docs/b/c.md', '../x.md')).toBe('missing docs/x.md');
  });
});

describe('VitePress', () => {
  const tree = readTree(
    {
      'docs/.vitepress/config.mts': `export default { base: '/project/', locales: { root: {}, zh: { label: '中文' } } }`,
      'docs/index.md': '',
      'docs/guide/index.md': '',
      'docs/guide/start.md': '# Start\n',
      'docs/guide/end.md': '',
      'docs/zh/guide/start.md': '',
      'docs/packages/[pkg].md': '',
      'docs/packages/[pkg].paths.js': '',
      'docs/public/logo.png': '',
      'docs/public/old.html': '',
      'docs/guide/shot.png': '',
      'docs/snippets/code.ts': '',
      'docs/empty/x.txt': '',
      'README.md': '',
    },
    { roots: ['docs'] },
  );
  const start = 'docs/guide/start.md';
  checkLinks(tree, [
    [start, '/guide/end', 'file docs/guide/end.md'],
    [start, '/guide/end.html#x', 'file docs/guide/end.md#x'],
    [start, '/guide/end.md', 'file docs/guide/end.md'],
    [start, '/project/guide/end', 'file docs/guide/end.md'],
    [start, './end', 'file docs/guide/end.md'],
    [start, 'end.md', 'file docs/guide/end.md'],
    [start, '/guide/', 'directory docs/guide > docs/guide/index.md'],
    [start, '/', 'directory docs > docs/index.md'],
    [start, './', 'directory docs/guide > docs/guide/index.md'],
    [start, '../index.html', 'file docs/index.md'],
    [start, '/guide/end/', 'missing docs/guide/end'],
    [start, '/guide', 'missing docs/guide'],
    [start, '..', 'directory docs > docs/index.md'],
    [start, '/empty/', 'directory docs/empty'],
    [start, '/zh/guide/start', 'file docs/zh/guide/start.md'],
    [start, '/zh/guide/end', 'missing docs/zh/guide/end'],
    [start, '/guide/End', 'case docs/guide/End.md > docs/guide/end.md'],
    [start, '/Guide/', 'case docs/Guide > docs/guide'],
    [start, './nothing.md', 'missing docs/guide/nothing.md'],
    [start, '/nothing', 'missing docs/nothing'],
    [start, '/packages/any', 'unknown'],
    [start, '../../README.md', 'file README.md'],
    [start, '../../../x.md', 'outside'],
    [start, '/logo.png', 'file docs/public/logo.png', 'image'],
    [start, '/old.html', 'file docs/public/old.html'],
    [start, '/other.png', 'missing docs/other.png', 'image'],
    [start, '/feed.xml', 'unknown'],
    [start, './feed.xml', 'missing docs/guide/feed.xml'],
    [start, './shot.png', 'file docs/guide/shot.png', 'image'],
    [start, '@/guide/shot.png', 'file docs/guide/shot.png', 'image'],
    [start, '~assets/x.png', 'unknown', 'image'],
    [start, '@/snippets/code.ts', 'file docs/snippets/code.ts', 'include'],
    [start, '../snippets/code.ts', 'file docs/snippets/code.ts', 'include'],
    [start, '../snippets/none.ts', 'missing docs/snippets/none.ts', 'include'],
    [start, '{{ url }}', 'unknown'],
  ]);

  it('follows rewrites of a directory', () => {
    const english = readTree({
      '.vitepress/config.js': `export default { rewrites: { 'en/:rest*': ':rest*' } }`,
      'en/guide/a.md': '',
      'en/guide/b.md': '',
      'fr/guide/a.md': '',
    });
    expect(english.leads('en/guide/a.md', '/guide/b')).toBe('file en/guide/b.md');
    expect(english.leads('en/guide/a.md', './b')).toBe('file en/guide/b.md');
    expect(english.leads('en/guide/a.md', '../fr/guide/a')).toBe('file fr/guide/a.md');
    expect(english.leads('en/guide/a.md', '/fr/guide/a')).toBe('file fr/guide/a.md');
    expect(english.leads('en/guide/a.md', '/guide/c')).toBe('missing en/guide/c');
    expect(english.leads('fr/guide/a.md', '/guide/b')).toBe('file en/guide/b.md');
  });

  it('does not know where other rewrites lead', () => {
    const rewritten = readTree({
      '.vitepress/config.js': `export default { rewrites: { 'packages/:pkg/(.*)': ':pkg/(.*)' } }`,
      'packages/a/index.md': '',
      'b.md': '',
    });
    expect(rewritten.leads('b.md', '/a/')).toBe('unknown');
    expect(rewritten.leads('b.md', './packages/a/index.md')).toBe('file packages/a/index.md');
  });

  it('lets VuePress plugins have pages of their own', () => {
    const vuepress = readTree({ 'docs/.vuepress/config.js': '', 'docs/README.md': '', 'docs/a/b.md': '' });
    expect(vuepress.leads('docs/a/b.md', '/')).toBe('directory docs > docs/README.md');
    expect(vuepress.leads('docs/a/b.md', '/tag/')).toBe('unknown');
    expect(vuepress.leads('docs/a/b.md', '/a/c')).toBe('missing docs/a/c');
  });
});
