import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/model.js';
import { lint } from '../src/session/lint.js';
import { makeRepository, type Repository } from './harness/make-repository.js';

const address = 'https://github.com/o/r';
const config = JSON.stringify({
  site: { repository: address, url: 'https://example.com/docs' },
  rules: { 'doc-links-in-code': ['error', { sources: ['src/**'] }] },
});
const body = 'One line.\n\nAnother line.\n\nA third line, to be told by.\n';
const page = `# Install\n\n## Set up\n\n${body}`;

async function problemsOf({ directory }: Repository, ...paths: string[]): Promise<readonly Problem[]> {
  return (await lint({ cwd: directory, paths, only: ['doc-links-in-code'] })).problems;
}

/** Each message with the text of its fix, with `!` before it when the fix is unsafe. */
async function answersOf(repository: Repository): Promise<string[]> {
  return (await problemsOf(repository)).map(({ path, line, message, fix }) => {
    const fixed = fix ? ` → ${fix.safe ? '' : '!'}${fix.edits.map(({ text }) => text).join()}` : '';
    return `${path}:${line} ${message}${fixed}`;
  });
}

describe('what a source says of a page that was renamed', () => {
  const source = [
    '// See docs/install.md#set-up.',
    '// See ../docs/install.md.',
    `const a = '${address}/blob/main/docs/install.md#set-up';`,
    "const b = 'https://example.com/docs/install/#set-up';",
    "const c = 'docs/install.md';",
    "const d = 'docs/never.md';",
    '',
  ].join('\n');

  it('is told by git', async () => {
    const repository = makeRepository({
      'docs-lint.config.json': config,
      'docs/install.md': page,
      'src/a.ts': source,
    });
    expect(await answersOf(repository)).toEqual([]);
    repository.git('mv', 'docs/install.md', 'docs/setup.md');
    const answers = [
      'src/a.ts:1 No file `docs/install.md`. It was renamed to `docs/setup.md#set-up`. → docs/setup.md#set-up',
      'src/a.ts:2 No file `docs/install.md`. It was renamed to `../docs/setup.md`. → ../docs/setup.md',
      `src/a.ts:3 \`${address}/blob/main/docs/install.md#set-up\` leads nowhere: there is no \`docs/install.md\`. It was renamed to \`${address}/blob/main/docs/setup.md#set-up\`. → !${address}/blob/main/docs/setup.md#set-up`,
      'src/a.ts:4 `https://example.com/docs/install/#set-up` leads nowhere: there is no `docs/install`. It was renamed to `https://example.com/docs/setup/#set-up`. → !https://example.com/docs/setup/#set-up',
      'src/a.ts:5 No file `docs/install.md`. It was renamed to `docs/setup.md`. → !docs/setup.md',
    ];
    expect(await answersOf(repository)).toEqual(answers);
    repository.commit();
    expect(await answersOf(repository)).toEqual(answers);
  });

  it('is told when it was deleted, and shown when the page is named', async () => {
    const repository = makeRepository({
      'docs-lint.config.json': config,
      'docs/install.md': page,
      'docs/b.md': '# B\n',
      'src/a.ts': source,
    });
    repository.commit({ 'docs/install.md': undefined });
    const [first] = await answersOf(repository);
    expect(first).toMatch(
      /^src\/a\.ts:1 No file `docs\/install\.md`\. It was deleted in \w+ \(2026-02-03\)\. Name another page, or remove the link\.$/,
    );
    repository.commit({ 'docs/install.md': page.replace('## Set up', '## Other') });
    const named = await problemsOf(repository, join(repository.directory, 'docs/install.md'));
    expect(named.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'src/a.ts:1',
      'src/a.ts:3',
      'src/a.ts:4',
    ]);
    expect(await problemsOf(repository, join(repository.directory, 'docs/b.md'))).toEqual([]);
  });

  it('is told of its headings', async () => {
    const repository = makeRepository({
      'docs-lint.config.json': config,
      'docs/install.md': page,
      'src/a.ts': source,
    });
    repository.commit({ 'docs/install.md': page.replace('## Set up', '## Prepare the machine') });
    const said =
      'No heading or anchor `#set-up` in docs/install.md. It was renamed to `#prepare-the-machine`.';
    expect(await answersOf(repository)).toEqual([
      `src/a.ts:1 ${said} → docs/install.md#prepare-the-machine`,
      `src/a.ts:3 ${said} → !${address}/blob/main/docs/install.md#prepare-the-machine`,
      `src/a.ts:4 ${said} → !https://example.com/docs/install/#prepare-the-machine`,
    ]);
  });

  it("is nobody's business in a file or of a page that git ignores", async () => {
    const repository = makeRepository({
      '.gitignore': 'src/built/\ndocs/api/\n',
      'docs-lint.config.json': config,
      'docs/a.md': '# A\n',
      'src/a.ts': '// See docs/api/client.md.\n',
    });
    repository.write({ 'src/built/b.ts': '// See docs/none.md.\n' });
    expect(await answersOf(repository)).toEqual([]);
  });
});
