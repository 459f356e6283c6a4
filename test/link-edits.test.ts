import { describe, expect, it } from 'vitest';
import { lintTree } from './harness/run-tree.js';

const others = {
  'README.md': '# Read me\n',
  'docs/start/install.md': '# Install\n\n## Set up\n\n## Ünïcode\n',
  'docs/start/my page (1).md': '# One & only\n',
  'docs/start/café.md': '# Café\n',
  'docs/Case/Read.md': '# R\n',
  'docs/100%.md': '# P\n\n# A%20B\n',
  'img/logo.svg': '',
};

/** The page after all of its fixes; `!` before an edit that is not safe. */
async function fixed(page: string, extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = Object.keys(extra).find((name) => name.endsWith('.mdx')) ?? 'docs/page.md';
  const files = new Map(Object.entries({ ...others, ...extra, [path]: page }));
  const { problems } = await lintTree(files);
  const edits = problems
    .filter(({ rule }) => rule === 'broken-links' || rule === 'broken-anchors')
    .flatMap(({ fix }) => (fix?.edits ?? []).map((edit) => ({ ...edit, safe: fix?.safe })))
    .sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: put, safe }) => {
    return `${text.slice(0, start)}${safe ? '' : '!'}${put}${text.slice(end)}`;
  }, page);
}

describe('a link is edited as it is written', () => {
  it.each([
    ['[a](./start/install.md#Set-Up "title")', '[a](./start/install.md#set-up "title")'],
    ['[a](<start/install.md?plain=1#Set-Up> (title))', '[a](<start/install.md?plain=1#set-up> (title))'],
    ['[a]: start/install.md#Set-Up\n\n[a]', '[a]: start/install.md#set-up\n\n[a]'],
    ['[a](install.md#set-up)', '[a](!start/install.md#set-up)'],
    ['[a](/docs/install.md)', '[a](!/docs/start/install.md)'],
    ['[a](start/Café.md)', '[a](start/café.md)'],
    ['[a](start/Caf%C3%A9.md)', '[a](start/caf%C3%A9.md)'],
    ['[a](café.md)', '[a](!start/café.md)'],
    ['[a](caf%C3%A9.md)', '[a](!start/caf%C3%A9.md)'],
    ['[a](start/My%20page%20%281%29.md)', '[a](start/my%20page%20%281%29.md)'],
    ['[a](<start/My page (1).md>)', '[a](<start/my page %281%29.md>)'],
    ['[a](start/install.md#%C3%9Cn%C3%AFcode)', '[a](start/install.md#%C3%BCn%C3%AFcode)'],
    ['[a](case/read.md) [b](Case/read.md#r)', '[a](Case/Read.md) [b](Case/Read.md#r)'],
    ['[a](100%.MD)', '[a](100%25.md)'],
    ['![a](../img/Logo.svg)', '![a](../img/logo.svg)'],
    [
      '<img alt="../img/Logo.svg" src="../img/Logo.svg">',
      '<img alt="../img/Logo.svg" src="../img/logo.svg">',
    ],
    [
      '<img src="../img/logo.svg" srcset="../img/Logo.svg 2x, ../img/LOGO.svg 3x">',
      '<img src="../img/logo.svg" srcset="../img/logo.svg 2x, ../img/logo.svg 3x">',
    ],
    [
      "<a title='x' href='start/install.md#Set-Up'>a</a>",
      "<a title='x' href='start/install.md#set-up'>a</a>",
    ],
    ['> <a\n> href="start/install.md#Set-Up">a</a>', '> <a\n> href="start/install.md#set-up">a</a>'],
    ['[a](www.example.com/x)', '[a](!https://www.example.com/x)'],
    ['[a](#set-up)', '[a](!start/install.md#set-up)'],
    ['[a](start/install.md#one-only-page)\n\n# One only page', '[a](!#one-only-page)\n\n# One only page'],
  ])('%s', async (page, after) => {
    expect(await fixed(page)).toBe(after);
  });

  it.each([
    '[a](start\\/Install.md)',
    '[a](start/Install.md&#35;x)',
    '<a href="start/Install.md&#63;x">a</a>',
  ])('%s is left alone: its letters are not those of the url', async (page) => {
    expect(await fixed(page)).toBe(page);
  });

  it('in a component of MDX', async () => {
    const page = '<Card title="Read" href="start/install.md#Set-Up" />\n\n<a href="start/Install.md">a</a>\n';
    expect(await fixed(page, { 'docs/page.mdx': '' })).toBe(
      '<Card title="Read" href="start/install.md#set-up" />\n\n<a href="start/install.md">a</a>\n',
    );
  });

  it('by the address of the repository', async () => {
    const config = { site: { repository: 'https://github.com/o/r' } };
    const page =
      '[a](https://github.com/o/r/blob/main/docs/start/Install.md#set-up) <https://github.com/o/r/blob/main/docs/install.md>';
    expect(await fixed(page, { 'docs-lint.config.json': JSON.stringify(config) })).toBe(
      '[a](https://github.com/o/r/blob/main/docs/start/install.md#set-up) <!https://github.com/o/r/blob/main/docs/start/install.md>',
    );
  });

  it('by the address of the site', async () => {
    const config = { site: { url: 'https://example.com/manual' } };
    const page = '[a](https://example.com/manual/install#set-up) [b](https://example.com/manual/intro/)';
    const extra = { 'docs-lint.config.json': JSON.stringify(config), 'docs/deep/intro.md': '' };
    expect(await fixed(page, extra)).toBe(
      '[a](!https://example.com/manual/start/install#set-up) [b](!https://example.com/manual/deep/intro/)',
    );
  });

  it('only where all of its sites agree', async () => {
    const config = { site: { generator: ['github', 'gitlab-16'] } };
    const page = '# A & B\n\n# C D\n\n[1](#A--B) [2](#C-D)';
    expect(await fixed(page, { 'docs-lint.config.json': JSON.stringify(config) })).toBe(
      '# A & B\n\n# C D\n\n[1](#A--B) [2](#c-d)',
    );
  });
});
