import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNav } from '../rules/manifest/mkdocs/read-nav.js';
import { lint } from '../src/session/lint.js';
import { makeRepository } from './harness/make-repository.js';
import { processorSeconds } from './harness/processor-seconds.js';

const config = 'nav:\n  - index.md\n  - made/cli.md\n  - sub/page.md\n  - other/page.md\n';

async function problemsIn(cwd: string): Promise<string[]> {
  const { problems, failures } = await lint({ cwd, only: ['manifest'] });
  expect(failures).toEqual([]);
  return problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

describe('pages of an mkdocs.yml that are not there', () => {
  it('may be made later, where git ignores them, or be in what was not fetched', async () => {
    const { directory } = makeRepository({
      '.gitignore': '/docs/made/\n',
      'mkdocs.yml': config,
      'docs/index.md': '# Home\n',
    });
    mkdirSync(join(directory, 'docs/sub'));
    expect(await problemsIn(directory)).toEqual([
      'mkdocs.yml:5 No file docs/other/page.md. Create it, or remove what names it.',
    ]);
  });

  it('are no problem of who checks other pages', async () => {
    const { directory } = makeRepository({
      'mkdocs.yml': config,
      'docs/index.md': '# Home\n',
      'notes/a.md': '# A\n',
    });
    const { problems } = await lint({ cwd: directory, paths: ['notes'], only: ['manifest'] });
    expect(problems).toEqual([]);
    expect(await problemsIn(directory)).toHaveLength(3);
  });
});

describe('the navigation of an mkdocs.yml', () => {
  const pagesOf = (text: string): string[] | undefined => readNav(text).pages?.map((page) => page.text);

  it('is read at its places, whatever ends the lines', () => {
    const text = config.replaceAll('\n', '\r\n');
    const { pages = [] } = readNav(text);
    expect(pages.map(({ span }) => text.slice(...span))).toEqual(pages.map((page) => page.text));
    expect(pages).toHaveLength(4);
  });

  it('breaks on nothing', () => {
    expect(pagesOf('')).toBeUndefined();
    expect(pagesOf('nav: nothing.md')).toEqual(['nothing.md']);
    expect(pagesOf('nav: *gone')).toEqual([]);
    expect(pagesOf('nav: &a [*a, b.md]')).toEqual(['b.md']);
    expect(pagesOf(`nav: ${'['.repeat(20_000)}`)).toBeUndefined();
    expect(pagesOf(`nav: ${'['.repeat(70)}a.md${']'.repeat(70)}`)).toEqual([]);
    expect(pagesOf('nav: [__proto__.md, constructor.md]\n__proto__: 1')).toEqual([
      '__proto__.md',
      'constructor.md',
    ]);
  });

  it('takes time in proportion to its length', () => {
    const long = `nav:\n${'  - Page: some/page.md\n'.repeat(100_000)}`;
    expect(processorSeconds(() => expect(pagesOf(long)).toHaveLength(100_000))).toBeLessThan(20);
    const name = `nav: ["${'a.md '.repeat(200_000)}"]`;
    expect(processorSeconds(() => pagesOf(name))).toBeLessThan(5);
  });
});
