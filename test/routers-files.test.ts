import { describe, expect, it } from 'vitest';
import { checkLinks } from './harness/check-links.js';
import { readTree } from './harness/read-tree.js';

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
