import { describe, expect, it } from 'vitest';
import { checkLinks, withMatter } from './harness/check-links.js';
import { factsOf, readTree } from './harness/read-tree.js';

describe('Hugo', () => {
  const tree = readTree({
    'hugo.toml': 'baseURL = "https://example.com/base/"\n[taxonomies]\ntag = "labels"\n',
    'content/_index.md': '',
    'content/docs/_index.md': '# Docs\n',
    'content/docs/install.md': '# Install\n',
    'content/docs/My Page.md': '',
    'content/docs/bundle/index.md': '# Bundle\n',
    'content/docs/bundle/shot.png': '',
    'content/docs/bundle/data/table.csv': '',
    'content/docs/nested/page.md': '',
    'content/docs/slugged.md': withMatter('slug: a-slug'),
    'content/docs/moved.md': withMatter(
      'url: /else/where/',
      'aliases: [old-name, ../older, /oldest/name.html]',
    ),
    'content/docs/redirects.md': withMatter("redirects: [{ from: 'gone/*', to: '? 302' }]"),
    'content/docs/_includes/part.md': 'A [part](#around) [of](../pages/) [missing](/docs/nothing/)\n',
    'content/blog/post.md': '# Post\n',
    'layouts/shortcodes/table.md': '[a](/docs/install/) [b](/docs/nothing/) [c](../anywhere/)\n',
    'static/img/logo.png': '',
    'static/tool/index.html': '',
    'assets/img/processed.png': '',
    'README.md': '',
  });
  const install = 'content/docs/install.md';
  const bundle = 'content/docs/bundle/index.md';

  describe('routes', () => {
    checkLinks(tree, [
      [install, '/docs/', 'file content/docs/_index.md'],
      [install, '/docs', 'file content/docs/_index.md'],
      [install, '/', 'file content/_index.md'],
      [bundle, '/docs/install/#x', `file ${install}#x`],
      [bundle, '/base/docs/install/', `file ${install}`],
      [bundle, '/docs/install/index.html', `file ${install}`],
      [install, '/docs/my-page/', 'file content/docs/My Page.md'],
      [install, '/docs/bundle/', `file ${bundle}`],
      [install, '/docs/nested/page/', 'file content/docs/nested/page.md'],
      [install, '/docs/a-slug/', 'file content/docs/slugged.md'],
      [install, '/docs/slugged/', 'missing content/docs/slugged'],
      [install, '/else/where/', 'file content/docs/moved.md'],
      [install, '/docs/moved/', 'missing content/docs/moved'],
      [install, '/else/old-name/', 'virtual > content/docs/moved.md'],
      [install, '/older/', 'virtual > content/docs/moved.md'],
      [install, '/oldest/name/', 'virtual > content/docs/moved.md'],
      [install, '/docs/redirects/gone/page/', 'virtual'],
      [install, '/docs/Install/', `case docs/Install > ${install}`],
      [install, '/docs/nothing/', 'missing content/docs/nothing'],
      [install, '/nothing/', 'missing content/nothing'],
      [install, '/blog/', 'virtual'],
      [install, '/blog/page/2/', 'unknown'],
      [install, '/blog/index.xml', 'virtual'],
      [install, '/blog/2020/post/', 'missing content/blog/2020/post'],
      [install, '/tags/x/', 'unknown'],
      [install, '/labels/', 'unknown'],
      ['README.md', '/docs/install/', 'missing docs/install'],
    ]);
  });

  describe('relative to the page as it is shown, or as it is stored', () => {
    checkLinks(tree, [
      [install, '../bundle/', `file ${bundle}`],
      [install, '../../blog/post/', 'file content/blog/post.md'],
      [install, 'bundle/', 'missing content/docs/install/bundle'],
      [bundle, '../install/', `file ${install}`],
      [bundle, '../install.md#x', `file ${install}#x`],
      [install, 'bundle/index.md', `file ${bundle}`],
      [install, './bundle', 'missing content/docs/install/bundle'],
      ['content/docs/_index.md', 'install/', `file ${install}`],
      ['content/docs/_index.md', 'install', `file ${install}`],
      [install, 'nothing.md', 'missing content/docs/nothing.md'],
      [install, '../nothing/', 'missing content/docs/nothing'],
      [install, '/docs/install.md', `file ${install}`],
    ]);
  });

  describe('other files', () => {
    checkLinks(tree, [
      [bundle, 'shot.png', 'file content/docs/bundle/shot.png', 'image'],
      [bundle, 'data/table.csv', 'file content/docs/bundle/data/table.csv'],
      [install, '/docs/bundle/shot.png', 'file content/docs/bundle/shot.png', 'image'],
      [install, '/img/logo.png', 'file static/img/logo.png', 'image'],
      [install, '/tool/', 'file static/tool/index.html'],
      [install, 'img/processed.png', 'missing content/docs/img/processed.png', 'image'],
      [install, '/img/processed.png', 'file assets/img/processed.png', 'image'],
      [install, '/img/nothing.png', 'missing static/img/nothing.png', 'image'],
      [bundle, 'nothing.png', 'missing content/docs/bundle/nothing.png', 'image'],
    ]);
  });

  describe('parts of pages', () => {
    checkLinks(tree, [
      ['content/docs/_includes/part.md', '#around', 'unknown'],
      ['content/docs/_includes/part.md', '../pages/', 'unknown'],
      ['content/docs/_includes/part.md', '/docs/nothing/', 'missing content/docs/nothing'],
      ['layouts/shortcodes/table.md', '/docs/install/', `file ${install}`],
      ['layouts/shortcodes/table.md', '/docs/nothing/', 'missing content/docs/nothing'],
      ['layouts/shortcodes/table.md', '../anywhere/', 'unknown'],
    ]);
  });

  describe('ref', () => {
    checkLinks(tree, [
      [install, 'bundle', `file ${bundle}`, 'ref'],
      [install, 'bundle/index.md', `file ${bundle}`, 'ref'],
      [install, '/docs/install', `file ${install}`, 'ref'],
      [install, '/docs/install.md', `file ${install}`, 'ref'],
      [install, 'post.md', 'file content/blog/post.md', 'ref'],
      [install, 'post', 'file content/blog/post.md', 'ref'],
      [install, 'nothing.md', 'missing content/docs/nothing.md', 'ref'],
      [install, '/docs/nothing', 'missing content/docs/nothing', 'ref'],
    ]);
  });
});

describe('ref in the text of a page', () => {
  it('is a link of its own', () => {
    const text = `[a]({{< ref "docs/install.md#x" >}}) [b]({{% relref bundle %}}) [c]({{<ref path="c">}})
[escaped]({{</* ref "d" */>}}) [language]({{< ref path="e" lang="ja" >}}) {{< reference "f" >}}\n`;
    const links = factsOf('content/a.md', text).links.filter(({ kind }) => kind === 'ref');
    expect(links.map(({ url }) => url)).toEqual(['docs/install.md#x', 'bundle', 'c']);
    expect(links.map(({ urlSpan: [start, end] }) => text.slice(start, end))).toEqual(
      links.map(({ url }) => url),
    );
  });
});

describe('Hugo with a render hook for links', () => {
  const tree = readTree({
    'hugo.toml': 'title = "x"\n',
    'layouts/_default/_markup/render-link.html': '',
    'content/docs/install.md': '',
    'content/docs/slugged.md': withMatter('slug: a-slug'),
    'content/docs/bundle/index.md': '',
  });
  const install = 'content/docs/install.md';
  checkLinks(tree, [
    [install, 'bundle/', 'file content/docs/bundle/index.md'],
    [install, './bundle', 'file content/docs/bundle/index.md'],
    [install, 'slugged', 'file content/docs/slugged.md'],
    [install, '/docs/slugged', 'file content/docs/slugged.md'],
    [install, 'nothing', 'missing content/docs/install/nothing'],
  ]);
});

describe('Hugo with languages', () => {
  const directories = {
    'content/en/_index.md': '',
    'content/en/docs/_index.md': '',
    'content/en/docs/only-english.md': '# Only\n',
    'content/en/docs/both.md': '# Both\n\n## In English\n',
    'content/en/docs/shot/index.md': '',
    'content/en/docs/shot/shot.png': '',
    'content/ja/_index.md': '',
    'content/ja/docs/both.md': '# Both\n',
    'content/ja/docs/only-japanese.md': '',
    'content/ja/docs/shot/index.md': '',
  };
  const both = 'content/ja/docs/both.md';
  const cases = [
    [both, '/docs/only-english/', 'file content/en/docs/only-english.md'],
    [both, '/docs/only-japanese/', 'file content/ja/docs/only-japanese.md'],
    [both, '/ja/docs/only-japanese/', 'file content/ja/docs/only-japanese.md'],
    [both, '/docs/both/', `file ${both}`],
    [both, '/en/docs/both/', 'file content/en/docs/both.md'],
    [both, '/docs/both/#in-english', 'file content/en/docs/both.md#in-english'],
    [both, '/docs/both/#nowhere', `file ${both}#nowhere`],
    [both, '/docs/nothing/', 'missing content/ja/docs/nothing'],
    ['content/ja/docs/shot/index.md', 'shot.png', 'file content/en/docs/shot/shot.png', 'image'],
    ['content/en/docs/both.md', '/docs/only-japanese/', 'missing content/en/docs/only-japanese'],
    ['content/en/docs/both.md', '/ja/docs/only-japanese/', 'file content/ja/docs/only-japanese.md'],
  ] as const;

  /** What a mount for another language would make of them, nobody knows where the configuration is silent. */
  const standIns = ['/ja/docs/only-english/', '../only-english/', 'only-english.md'];
  const strict = standIns.map(
    (url) => [both, url, `missing content/ja/docs/only-english${url.endsWith('.md') ? '.md' : ''}`] as const,
  );
  const lenient = standIns.map((url) => [both, url, 'file content/en/docs/only-english.md'] as const);

  describe('by the configuration', () => {
    const yaml =
      'defaultContentLanguage: en\nlanguages:\n  en: { contentDir: content/en }\n  ja: { contentDir: content/ja }\n';
    checkLinks(readTree({ 'config/_default/hugo.yaml': yaml, ...directories }), [...cases, ...strict]);
  });

  describe('by mounts', () => {
    const mounts = ['en', 'ja'].map(
      (language) =>
        `[[module.mounts]]\nsource = "content/${language}"\ntarget = "content"\nlang = "${language}"\n`,
    );
    const toml = `defaultContentLanguage = "en"\n[languages.en]\n[languages.ja]\n${mounts.join('')}`;
    checkLinks(readTree({ 'hugo.toml': toml, ...directories }), [...cases, ...strict]);
  });

  describe('by mounts of one language for another', () => {
    const mount = (source: string, target: string, language: string): string =>
      `[[module.mounts]]\nsource = "content/${source}"\ntarget = "content${target}"\nlang = "${language}"\n`;
    const mounts = mount('en', '', 'en') + mount('ja', '', 'ja') + mount('en/docs', '/docs', 'ja');
    const toml = `defaultContentLanguage = "en"\n[languages.en]\n[languages.ja]\n${mounts}`;
    checkLinks(readTree({ 'hugo.toml': toml, ...directories }), [
      [both, '/ja/docs/only-english/', 'file content/en/docs/only-english.md'],
      [both, '../only-english/', 'file content/en/docs/only-english.md'],
      [both, '../both/', `file ${both}`],
    ]);
  });

  describe('by how content is laid out', () => {
    checkLinks(readTree({ 'hugo.yaml': '', ...directories }), [...cases, ...lenient]);
  });

  describe('by the names of files', () => {
    const tree = readTree({
      'hugo.toml': 'defaultContentLanguage = "en"\n[languages.en]\n[languages.fr]\n',
      'content/docs/both.md': '',
      'content/docs/both.fr.md': '',
      'content/docs/english.md': '',
    });
    checkLinks(tree, [
      ['content/docs/both.fr.md', '/docs/both/', 'file content/docs/both.fr.md'],
      ['content/docs/both.fr.md', '/docs/english/', 'file content/docs/english.md'],
      ['content/docs/both.md', '/fr/docs/both/', 'file content/docs/both.fr.md'],
      ['content/docs/both.md', '/docs/both/', 'file content/docs/both.md'],
    ]);
  });
});

describe('Hugo with content from elsewhere', () => {
  const pages = { 'content/docs/_index.md': '', 'content/docs/a.md': '', 'content/posts/b.md': '' };
  const leads = (toml: string, url: string): string =>
    readTree({ 'hugo.toml': toml, ...pages }).leads('content/docs/a.md', url);

  it.each([
    [
      'a mount',
      '[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "tmp/spec"\ntarget = "content/docs/spec"',
      '/docs/spec/x/',
      'unknown',
    ],
    [
      'a mount of an import',
      '[[module.imports]]\npath = "x"\n[[module.imports.mounts]]\nsource = "y"\ntarget = "content/docs/spec"',
      '/docs/spec/',
      'unknown',
    ],
    [
      'another route',
      '[[module.mounts]]\nsource = "content"\ntarget = "content"\n[[module.mounts]]\nsource = "tmp/spec"\ntarget = "content/docs/spec"',
      '/docs/other/',
      'missing content/docs/other',
    ],
    ['permalinks of a section', '[permalinks]\nposts = "/:year/:title/"', '/posts/b-title/', 'unknown'],
    ['permalinks that may be anywhere', '[permalinks.page]\nposts = "/:year/:title/"', '/2024/b/', 'unknown'],
    [
      'permalinks of another section',
      '[permalinks]\nposts = "/:year/:title/"',
      '/docs/x/',
      'missing content/docs/x',
    ],
    ['files of a theme', 'theme = "x"', '/css/theme.css', 'unknown'],
    ['files without a theme', 'title = "x"', '/css/theme.css', 'missing content/css/theme.css'],
  ])('%s', (_, toml, url, expected) => {
    expect(leads(toml, url)).toBe(expected);
  });

  it('takes an empty configuration for one that says nothing of mounts', () => {
    const links = ['/docs/spec/a/', '/docs/spec/b/', '/docs/spec/c/d/'].map((url) => `[x](${url})`).join(' ');
    const tree = readTree({ 'hugo.yaml': '', ...pages, 'content/docs/links.md': links });
    expect(tree.leads('content/docs/a.md', '/docs/spec/a/')).toBe('unknown');
    expect(tree.leads('content/docs/a.md', '/docs/spec/')).toBe('unknown');
    expect(tree.leads('content/docs/a.md', '/docs/specs/')).toBe('unknown');
    expect(tree.leads('content/docs/a.md', '/docs/specs/a/')).toBe('missing content/docs/specs/a');
    expect(tree.leads('content/docs/a.md', '/posts/spec/a/')).toBe('missing content/posts/spec/a');
  });

  it('takes an empty configuration for no licence to lead nowhere', () => {
    const tree = readTree({ 'hugo.yaml': '', ...pages, 'content/docs/links.md': '[x](/docs/spec/a/)' });
    expect(tree.leads('content/docs/a.md', '/docs/spec/a/')).toBe('missing content/docs/spec/a');
  });
});
