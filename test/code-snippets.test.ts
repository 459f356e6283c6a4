import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/model.js';
import { lint } from '../src/session/lint.js';
import { makeRepository, type Repository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { lintTree } from './harness/run-tree.js';

/** The page after every fix of its kind, edits from the end to the beginning. */
function applied(page: string, problems: readonly Problem[], safe: boolean): string {
  const edits = problems.flatMap(({ fix }) => (fix?.safe === safe ? fix.edits : []));
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: other }) => text.slice(0, start) + other + text.slice(end), page);
}

async function mended(page: string, files: Readonly<Record<string, string>>, safe = true): Promise<string> {
  const all = (text: string) => new Map(Object.entries({ ...files, 'docs/a.md': text }));
  const { problems } = await lintTree(all(page), 'code-snippets');
  const after = applied(page, problems, safe);
  const left = (await lintTree(all(after), 'code-snippets')).problems.filter(({ fix }) => fix?.safe === safe);
  expect(left).toEqual([]);
  return after;
}

const source = 'function a() {\n  if (b) {\n    c();\n\n    d();\n  }\n}\n';
const claim = 'file=src/a.ts symbol=a';

describe('a block is copied anew', () => {
  it.each([
    ['as it is', `\`\`\`ts ${claim}\na();\n\`\`\`\n`, `\`\`\`ts ${claim}\n${source}\`\`\`\n`],
    [
      'into an empty one behind a comment',
      '<!-- docs-lint-snippet src/a.ts -->\n```\n```\n',
      `<!-- docs-lint-snippet src/a.ts -->\n\`\`\`\n${source}\`\`\`\n`,
    ],
    [
      'in a list',
      `1. x\n\n   ~~~ts ${claim}\n   a();\n   ~~~\n`,
      `1. x\n\n   ~~~ts ${claim}\n   function a() {\n     if (b) {\n       c();\n\n       d();\n     }\n   }\n   ~~~\n`,
    ],
    [
      'on the line of an item',
      `- \`\`\`ts ${claim}\n  a();\n  \`\`\`\n`,
      `- \`\`\`ts ${claim}\n  function a() {\n    if (b) {\n      c();\n\n      d();\n    }\n  }\n  \`\`\`\n`,
    ],
    [
      'in a quote in a list',
      `- > \`\`\`ts ${claim}\n  > a();\n  > \`\`\`\n`,
      `- > \`\`\`ts ${claim}\n  > function a() {\n  >   if (b) {\n  >     c();\n  >\n  >     d();\n  >   }\n  > }\n  > \`\`\`\n`,
    ],
    [
      'with its own indentation',
      `\`\`\`ts ${claim}\n    a();\n\n\`\`\`\n`,
      `\`\`\`ts ${claim}\n    function a() {\n      if (b) {\n        c();\n\n        d();\n      }\n    }\n\`\`\`\n`,
    ],
  ])('%s', async (_title, before, after) => {
    expect(await mended(before, { 'src/a.ts': source })).toBe(after);
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(await mended(crlf(before), { 'src/a.ts': source })).toBe(crlf(after));
    expect(await mended(before, { 'src/a.ts': crlf(source) })).toBe(after);
  });

  it('with longer fences where the code holds some', async () => {
    const text = '# A\n\n````md\n```\na\n```\n````\n';
    const before = '> ```md file=x.md region=a\n> old\n> ```\n';
    const marked = `<!-- #region a -->\n${text}<!-- #endregion a -->\n`;
    const quoted = text.replace(/^/gm, '> ').replaceAll('> \n', '>\n').replace(/> $/, '');
    expect(await mended(before, { 'x.md': marked })).toBe(
      `> \`\`\`\`\`md file=x.md region=a\n${quoted}> \`\`\`\`\`\n`,
    );
  });

  it('below the line by which embedme knows it', async () => {
    const files = { 'package.json': '{ "scripts": { "docs": "embedme docs/a.md" } }', 'src/a.ts': 'a();\n' };
    expect(await mended('```ts\n// src/a.ts\n```\n', files)).toBe('```ts\n// src/a.ts\n\na();\n```\n');
    expect(await mended('```ts\n// src/a.ts\n\nb();\n```\n', files)).toBe(
      '```ts\n// src/a.ts\n\na();\n```\n',
    );
    expect(await mended('```ts\n// src/a.ts\nb();\n```\n', files)).toBe('```ts\n// src/a.ts\na();\n```\n');
  });

  it.each([
    ['without an end', `\`\`\`ts ${claim}\na();\n`],
    ['by its indentation', '<!-- docs-lint-snippet src/a.ts -->\n\n    a();\n'],
  ])('but not one that is written %s', async (_title, page) => {
    const { problems } = await lintTree(
      new Map(Object.entries({ 'src/a.ts': source, 'docs/a.md': page })),
      'code-snippets',
    );
    expect(problems.map(({ code, fix }) => [code, fix])).toEqual([['outdated', undefined]]);
  });

  it('unsafely where lines are named, which may be others by now', async () => {
    const page = '```ts file=src/a.ts#L2-L3\nold();\n```\n';
    expect(await mended(page, { 'src/a.ts': source })).toBe(page);
    expect(await mended(page, { 'src/a.ts': source }, false)).toBe(
      '```ts file=src/a.ts#L2-L3\nif (b) {\n  c();\n```\n',
    );
  });
});

describe('a claim is corrected', () => {
  const shown = 'if (b) {\n  c();\n\n  d();\n}\n';
  it.each([
    ['#L1-L4', '#L2-L6'],
    ['#L1-4', '#L2-6'],
    ['#L90', '#L2-L6'],
    [' lines=1-', ' lines=2-6'],
    [' lines="3"', ' lines="2-6"'],
  ])('%s to where its lines are', async (before, after) => {
    const page = (lines: string): string => `\`\`\`ts file=src/a.ts${lines}\n${shown}\`\`\`\n`;
    expect(await mended(page(before), { 'src/a.ts': source })).toBe(page(after));
  });

  it('but not by one line, nor by lines that stand there twice', async () => {
    const one = '```ts file=src/a.ts#L1\nd();\n```\n';
    expect(await mended(one, { 'src/a.ts': source })).toBe(one);
    const two = `\`\`\`ts file=src/a.ts#L1\n${shown}\`\`\`\n`;
    expect(await mended(two, { 'src/a.ts': source + source })).toBe(two);
  });

  it('to the name that a file has now', async () => {
    const page =
      '```ts file=./a.ts lines=1\na();\n```\n\n<!-- docs-lint-snippet docs/a.ts -->\n```ts\na();\n```\n';
    const repository = makeRepository({ 'docs/a.md': page, 'docs/a.ts': 'a();\n' });
    repository.git('mv', 'docs/a.ts', 'docs/b.ts');
    repository.commit();
    const { problems } = await lint({ cwd: repository.directory, only: ['code-snippets'] });
    expect(problems.map(({ message }) => message)).toEqual(
      Array(2).fill('No file `docs/a.ts`. It was renamed to `docs/b.ts`.'),
    );
    expect(applied(page, problems, true)).toBe(
      page.replace('./a.ts', './b.ts').replace('docs/a.ts', 'docs/b.ts'),
    );
  });
});

describe('a link to lines of a commit', () => {
  const address = 'https://github.com/o/r';
  const config = JSON.stringify({ site: { repository: address } });
  const code = Array.from({ length: 12 }, (_, at) => `line ${at + 1}\n`).join('');

  function start(more: Readonly<Record<string, string>> = {}): { repository: Repository; hash: string } {
    const repository = makeRepository({ 'docs-lint.config.json': config, 'src/a.ts': code, ...more });
    return { repository, hash: repository.git('rev-parse', 'HEAD').trim() };
  }

  async function found({ directory }: Repository): Promise<readonly Problem[]> {
    return (await lint({ cwd: directory, only: ['code-snippets'] })).problems;
  }

  it('is left alone as long as they are where they were', async () => {
    const { repository, hash } = start();
    const links = ['L3', 'L3-L5', 'L1-L12', 'L3-5'].map(
      (lines) => `[x](${address}/blob/${hash}/src/a.ts#${lines})`,
    );
    repository.commit({ 'docs/a.md': `${links.join('\n')}\n`, 'src/a.ts': code.replace('line 7', 'seven') });
    expect((await found(repository)).map(({ message }) => message)).toEqual([
      `Lines 1 to 12 of src/a.ts at ${hash.slice(0, 8)} changed since; lines 1 to 12 stand in their place. Read those, and link to what is meant.`,
    ]);
  });

  it('is told where they are now, with a link to them', async () => {
    const { repository, hash } = start();
    const page = `<${address}/blob/${hash}/src/a.ts#L3-L5> [x](${address}/blob/${hash.slice(0, 10)}/src/a.ts?plain=1#L3 "t")\n`;
    repository.commit({ 'docs/a.md': page, 'src/a.ts': `new\nnew\n${code}` });
    const head = repository.git('rev-parse', 'HEAD').trim();
    const problems = await found(repository);
    expect(problems.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      `warning moved-lines Lines 3 to 5 of src/a.ts at ${hash.slice(0, 8)} are lines 5 to 7 now. Link to those.`,
      `warning moved-lines Line 3 of src/a.ts at ${hash.slice(0, 8)} is line 5 now. Link to that.`,
    ]);
    expect(applied(page, problems, true)).toBe(page);
    expect(applied(page, problems, false)).toBe(
      `<${address}/blob/${head}/src/a.ts#L5-L7> [x](${address}/blob/${head}/src/a.ts?plain=1#L5 "t")\n`,
    );
  });

  it('is told what stands in their place, or that nothing does', async () => {
    const { repository, hash } = start();
    const link = (lines: string): string => `[x](${address}/blob/${hash}/src/a.ts#${lines})\n`;
    repository.commit({
      'docs/a.md': link('L3-L4') + link('L9-L10'),
      'src/a.ts': code.replace('line 4\n', 'four\nand more\n').replace('line 9\nline 10\n', ''),
    });
    const problems = await found(repository);
    const at = hash.slice(0, 8);
    expect(problems.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        'changed-lines',
        `Lines 3 to 4 of src/a.ts at ${at} changed since; lines 3 to 5 stand in their place. Read those, and link to what is meant.`,
        undefined,
      ],
      [
        'changed-lines',
        `Lines 9 to 10 of src/a.ts at ${at} are not on the branch any more. Link to other code, or say that this is how it was.`,
        undefined,
      ],
    ]);
  });

  it('is followed to another file, and told of its end', async () => {
    const { repository, hash } = start({ 'src/b.ts': code.replaceAll('line', 'word') });
    const page = `[x](${address}/blob/${hash}/src/a.ts#L3-L4) [y](${address}/blob/${hash}/src/b.ts#L1)\n`;
    repository.git('mv', 'src/a.ts', 'src/é new.ts');
    repository.commit({ 'docs/a.md': page, 'src/b.ts': undefined });
    const head = repository.git('rev-parse', 'HEAD').trim();
    const problems = await found(repository);
    const at = hash.slice(0, 8);
    expect(problems.map(({ message }) => message)).toEqual([
      `Lines 3 to 4 of src/a.ts at ${at} are lines 3 to 4 of src/é new.ts now. Link to those.`,
      `src/b.ts was deleted in ${head.slice(0, 7)} (2026-02-03). Link to other code, or say that this is how it was.`,
    ]);
    expect(applied(page, problems, false)).toContain(`/blob/${head}/src/%C3%A9%20new.ts#L3-L4)`);
  });

  it('is wrong where the commit has no such file or line', async () => {
    const { repository, hash } = start();
    const link = (rest: string): string => `[x](${address}/blob/${hash}/${rest})\n`;
    repository.commit({ 'docs/a.md': link('src/none.ts#L1') + link('src/a.ts#L12-L13') + link('src#L1') });
    expect((await found(repository)).map(({ code, message }) => `${code} ${message}`)).toEqual([
      `missing-file The commit ${hash.slice(0, 8)} has no file \`src/none.ts\`. Correct the link.`,
      `missing-lines src/a.ts has 12 lines at ${hash.slice(0, 8)}, and \`#L12-L13\` is past them. Link to the lines meant.`,
      `missing-file The commit ${hash.slice(0, 8)} has no file \`src\`. Correct the link.`,
    ]);
  });

  it('is not judged for other repositories, for branches, without lines, without the commit, or without git', async () => {
    const { repository, hash } = start();
    const page = [
      `https://github.com/o/other/blob/${hash}/src/a.ts#L99`,
      `https://github.com/o/r2/blob/${hash}/src/a.ts#L99`,
      `${address}/blob/main/src/a.ts#L3`,
      `${address}/blob/${hash}/src/a.ts`,
      `${address}/blob/${hash}/src/a.ts#top`,
      `${address}/blob/${'0123456789'.repeat(4)}/src/a.ts#L99`,
    ].join('\n\n');
    repository.commit({ 'docs/a.md': page, 'src/a.ts': 'gone\n' });
    const { problems, notes } = await lint({ cwd: repository.directory, only: ['code-snippets'] });
    expect(problems).toEqual([]);
    expect(notes.join()).toContain('A link to a commit is not checked');
    const bare = makeTree({
      'docs-lint.config.json': config,
      'src/a.ts': '',
      'docs/a.md': `${address}/blob/${hash}/src/a.ts#L99\n`,
    });
    expect((await lint({ cwd: bare, only: ['code-snippets'] })).problems).toEqual([]);
  });

  it('does not keep others from being judged', async () => {
    const { repository, hash } = start();
    repository.commit({
      'docs/a.md': `[x](${address}/blob/${hash}/src/a%0Ab.ts#L1) [y](${address}/blob/${hash}/src/a.ts#L1)\n`,
      'src/a.ts': `new\n${code}`,
    });
    expect((await found(repository)).map(({ code }) => code)).toEqual(['moved-lines']);
  });

  it('is not looked at where the options say so', async () => {
    const off = JSON.stringify({
      site: { repository: address },
      rules: { 'code-snippets': ['error', { permalinks: false }] },
    });
    const { repository, hash } = start();
    repository.commit({
      'docs-lint.config.json': off,
      'docs/a.md': `${address}/blob/${hash}/src/a.ts#L3\n`,
      'src/a.ts': '\n',
    });
    expect(await found(repository)).toEqual([]);
  });

  it('is read below the top of the repository, and in the ways of other forges', async () => {
    const { repository, hash } = start({ 'sub/docs-lint.config.json': config, 'sub/src/a.ts': code });
    repository.commit({
      'sub/docs/a.md': [
        `${address}/blob/${hash}/sub/src/a.ts#L3`,
        `${address}/-/blob/${hash}/sub/src/a.ts#L3-4`,
        `${address}/src/commit/${hash}/sub/src/a.ts#L3-L4`,
        `${address}/src/${hash}/sub/src/a.ts#lines-3:4`,
        `${address}/blob/${hash}/src/a.ts#L3`,
      ].join('\n\n'),
      'sub/src/a.ts': `new\n${code}`,
      'src/a.ts': `new\n${code}`,
    });
    const { problems } = await lint({ cwd: `${repository.directory}/sub`, only: ['code-snippets'] });
    expect(problems.map(({ fix }) => fix?.edits[0]?.text.replace(/^.*#/, ''))).toEqual([
      'L4',
      'L4-5',
      'L4-L5',
      'lines-4:5',
    ]);
  });
});
