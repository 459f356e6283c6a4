import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link, LinkKind } from '../src/model.js';
import { processorSeconds } from './harness/processor-seconds.js';
import { readTree } from './harness/read-tree.js';

const pages = {
  'docs/a.md': '# A\n',
  'docs/b/index.md': '',
  'docs/b/_part.mdx': '',
  'content/en/_index.md': '',
};
const trees = {
  docusaurus: { 'docusaurus.config.js': "({ docs: { path: 'docs' }, i18n: { locales: ['en', 'fr'] } })" },
  vitepress: { 'docs/.vitepress/config.js': "({ base: '/b/', rewrites: { 'b/:rest*': ':rest*' } })" },
  starlight: { 'astro.config.mjs': 'starlight({ locales })', 'src/content/docs/a.md': '' },
  hugo: { 'hugo.yaml': '' },
  mkdocs: { 'mkdocs.yml': 'site_url: https://example.com/b/\n' },
  mdbook: { 'book.toml': '[book]\nsrc = "docs"\n', 'docs/SUMMARY.md': '[A](a.md)\n' },
  docfx: { 'docs/docfx.json': '{}' },
  kramdown: { '_config.yml': 'permalink: pretty\n' },
  github: {},
};
const kinds: readonly LinkKind[] = [
  'link',
  'image',
  'html',
  'jsx',
  'import',
  'include',
  'front-matter',
  'ref',
];
const url = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'/.#?%~@:\\_- ', 'a', 'b', 'docs', '.md', '.html', 'index', 'fr'),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe.each(Object.entries(trees))('%s', (name, config) => {
  const generators = [name === 'kramdown' ? name : 'auto'];
  const tree = readTree({ ...pages, ...config }, { generators });
  const from = fc.constantFrom(...tree.project.pages);

  it('leads somewhere, whatever is written, and to the same place when asked again', () => {
    const by = (name === 'github' ? undefined : name) as Link['by'];
    const property = fc.property(from, url, fc.constantFrom(...kinds), (page, written, kind) => {
      const how = by === undefined ? { kind } : { kind, by };
      const first = tree.leads(page, written, how);
      return first.length > 0 && tree.leads(page, written, how) === first;
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('finds a page by a long way round, and takes its time over none', () => {
    const texts = [
      '../'.repeat(20_000),
      'a/'.repeat(20_000),
      `/${'x'.repeat(50_000)}`,
      '%2e%2e/'.repeat(10_000),
    ];
    const spent = processorSeconds(() => {
      for (const long of texts) tree.leads('docs/a.md', long);
    });
    expect(spent).toBeLessThan(2);
  });
});
