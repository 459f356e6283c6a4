import { describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from './harness/make-repository.js';
import { found } from './harness/new-problems.js';

/** Two pages with an old problem each, and links between them. */
const start = {
  'docs/README.md':
    '# Docs\n\n[Set it up](install.md#setup), [run it](install.md#run-it).\n\n[Old](gone.md)\n',
  'docs/install.md': '# Install\n\n## Setup\n\nText.\n\n## Run it\n\nAn old dash — here.\n',
  'docs/guide/usage.md': '# Usage\n\n[Install](../install.md)\n',
};

const lost =
  'docs/README.md:3:1 broken-anchors/missing-anchor No heading or anchor `#setup` in docs/install.md. ';

function branch(files: Parameters<Repository['commit']>[0] = {}): Repository {
  const repository = makeRepository(start);
  repository.git('checkout', '--quiet', '-b', 'topic');
  if (Object.keys(files).length > 0) repository.commit(files);
  return repository;
}

const without = (text: string, ...parts: readonly string[]): string =>
  parts.reduce((left, part) => left.replace(part, ''), text);

describe('what is new since a commit', () => {
  it('is nothing where nothing was changed, whatever was wrong before', async () => {
    const { directory } = branch();
    expect(await found(directory)).toHaveLength(2);
    expect(await found(directory, { since: 'main' })).toEqual([]);
  });

  it('is a link on another page, where a heading was removed', async () => {
    const { directory } = branch({ 'docs/install.md': without(start['docs/install.md'], '## Setup\n\n') });
    expect(await found(directory, { since: 'main' })).toEqual([
      `${lost}Link to a heading that it has. The heading \`## Setup\` was removed in this change, in docs/install.md.`,
    ]);
  });

  it('is a link on another page, where a heading was reworded', async () => {
    const repository = branch({
      'docs/install.md': start['docs/install.md'].replace('## Setup', '## Set it up'),
    });
    const expected = [
      `${lost}It was renamed to \`#set-it-up\`. The heading \`## Setup\` was removed in this change, in docs/install.md.`,
    ];
    expect(await found(repository.directory, { since: 'main' })).toEqual(expected);
    repository.git('reset', '--quiet', 'main');
    expect(await found(repository.directory, { since: 'main' })).toEqual(expected);
  });

  it('is nothing where the page and all links follow the heading', async () => {
    const { directory } = branch({
      'docs/install.md': start['docs/install.md'].replace('## Setup', '## Set it up'),
      'docs/README.md': start['docs/README.md'].replace('#setup', '#set-it-up'),
    });
    expect(await found(directory, { since: 'main' })).toEqual([]);
  });

  it('is what pointed at a page that was renamed, and not what was wrong on it', async () => {
    const repository = branch();
    repository.git('mv', 'docs/install.md', 'docs/setup.md');
    const said = (by: string): string =>
      `No file \`docs/install.md\`. It was renamed to \`${by}\`. docs/install.md was renamed to docs/setup.md in this change.`;
    const expected = [
      `docs/README.md:3:1 broken-links/missing-file ${said('setup.md#setup')}`,
      `docs/README.md:3:32 broken-links/missing-file ${said('setup.md#run-it')}`,
      `docs/guide/usage.md:3:1 broken-links/missing-file ${said('../setup.md')}`,
    ];
    expect(await found(repository.directory, { since: 'main' })).toEqual(expected);
    expect(await found(repository.directory, { staged: true })).toEqual(expected);
    repository.commit();
    expect(await found(repository.directory, { since: 'main' })).toEqual(expected);
    repository.git('reset', '--quiet', 'main');
    expect(await found(repository.directory, { since: 'main' })).toEqual(expected);
  });

  it('is a link that leads elsewhere from where its page was moved to', async () => {
    const repository = branch();
    repository.git('mv', 'docs/guide/usage.md', 'docs/usage.md');
    expect(await found(repository.directory, { since: 'main' })).toEqual([
      expect.stringMatching(
        /^docs\/usage\.md:3:1 broken-links\/outside-workspace|^docs\/usage\.md:3:1 broken-links\/missing-file .* This file was renamed from docs\/guide\/usage\.md in this change\.$/,
      ),
    ]);
  });

  it('is what pointed at a page that was deleted', async () => {
    const { directory } = branch({ 'docs/install.md': undefined });
    const problems = await found(directory, { since: 'main' });
    expect(problems).toHaveLength(3);
    for (const problem of problems)
      expect(problem).toMatch(
        /No file `docs\/install\.md`\. .*docs\/install\.md was deleted in this change\.$/,
      );
  });

  it('is nothing after a change that was reverted', async () => {
    const repository = branch({ 'docs/install.md': undefined });
    repository.git('revert', '--no-edit', 'HEAD');
    expect(await found(repository.directory, { since: 'main' })).toEqual([]);
  });

  it('is nothing where an old problem was fixed, or moved within its page', async () => {
    const repository = branch({ 'docs/README.md': start['docs/README.md'].replace('[Old](gone.md)\n', '') });
    expect(await found(repository.directory, { since: 'main' })).toEqual([]);
    repository.commit({
      'docs/install.md': `# Install\n\nAn old dash — here.\n\n${without(start['docs/install.md'], '# Install\n\n', 'An old dash — here.\n')}`,
    });
    expect(await found(repository.directory, { since: 'main' })).toEqual([]);
  });

  it('is what a merge with conflicts brought, and not what the other side brought', async () => {
    const repository = branch({
      'docs/install.md': start['docs/install.md'].replace('## Setup', '## Set it up'),
    });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({
      'docs/install.md': start['docs/install.md'].replace('## Setup', '## Setting up'),
      'docs/other.md': '[Nowhere](nowhere.md)\n',
    });
    repository.git('checkout', '--quiet', 'topic');
    expect(() => repository.git('merge', 'main')).toThrow();
    repository.commit({
      'docs/install.md': `${start['docs/install.md'].replace('## Setup', '## Setting up')}\n[Bad](bad.md)\n`,
    });
    expect(await found(repository.directory, { since: 'main' })).toEqual([
      'docs/install.md:11:1 broken-links/missing-file No file `docs/bad.md`. Correct the path, or add the file.',
    ]);
  });

  it('is compared with where the branch began, not with what the other became', async () => {
    const repository = branch({ 'docs/guide/usage.md': `${start['docs/guide/usage.md']}\n[New](new.md)\n` });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'docs/README.md': '# Docs\n', 'docs/install.md': '# Install\n' });
    repository.git('checkout', '--quiet', 'topic');
    expect(await found(repository.directory, { since: 'main' })).toEqual([
      expect.stringContaining('docs/guide/usage.md:5:1 broken-links/missing-file'),
    ]);
  });

  it('counts pages that git was not told of, and files that are not committed', async () => {
    const repository = branch();
    repository.write({
      'docs/new.md': '[Bad](bad.md)\n',
      'docs/guide/usage.md': `${start['docs/guide/usage.md']}\n[Good](../new.md) — a dash\n`,
    });
    expect(await found(repository.directory, { since: 'main' })).toEqual([
      expect.stringContaining('docs/guide/usage.md:5:19 no-emdash/emdash'),
      expect.stringContaining('docs/new.md:1:1 broken-links/missing-file'),
    ]);
    expect(await found(repository.directory, { staged: true })).toEqual([]);
  });

  it('is, of two lines that are alike, the one that was added', async () => {
    const { directory } = branch({
      'docs/install.md': start['docs/install.md'].replace('Text.\n', 'Text.\n\nAn old dash — here.\n'),
    });
    expect(await found(directory, { since: 'main' })).toEqual([
      expect.stringContaining('docs/install.md:7:13 no-emdash/emdash'),
    ]);
  });

  it('names the line of code that a list on a page misses', async () => {
    const repository = makeRepository({
      'client.go': 'package a\n\ntype Client string\n\nconst (\n\tClientZed Client = "Zed"\n)\n',
      'docs/filters.md': '<!-- docs-lint-values client.go Client -->\n- `Zed`\n',
    });
    repository.write({
      'client.go':
        'package a\n\ntype Client string\n\nconst (\n\tClientZed  Client = "Zed"\n\tClientCody Client = "Cody"\n)\n',
    });
    expect(await found(repository.directory, { since: 'HEAD' })).toEqual([
      expect.stringMatching(
        /`Cody` is declared at client\.go:7 .* client\.go:7 was changed in this change\.$/,
      ),
    ]);
  });

  it('judges both sides by the config of now', async () => {
    const repository = branch({
      'docs-lint.config.json': '{ "rules": { "no-emdash": "off" } }',
      'docs/guide/usage.md': `${start['docs/guide/usage.md']}\nA new dash — here.\n`,
    });
    expect(await found(repository.directory, { since: 'main' })).toEqual([]);
    repository.commit({ 'docs-lint.config.json': '{ "rules": { "orphan-pages": "error" } }' });
    expect(await found(repository.directory, { since: 'main' })).toEqual([
      expect.stringContaining('docs/guide/usage.md:5:12 no-emdash/emdash'),
    ]);
  });

  it('follows a docs root that was renamed with its config', async () => {
    const repository = makeRepository({ ...start, 'docs-lint.config.json': '{ "docs": ["docs"] }' });
    repository.git('mv', 'docs', 'pages');
    repository.commit({ 'docs-lint.config.json': '{ "docs": ["pages"], "include": ["pages/**/*.md"] }' });
    expect(await found(repository.directory)).toHaveLength(2);
    expect(await found(repository.directory, { since: 'HEAD~' })).toEqual([]);
  });

  it('leaves out what the baseline hides, and what it hid before', async () => {
    const repository = makeRepository(start);
    const { changeBaseline } = await import('../src/session/change-baseline.js');
    const { text } = await changeBaseline({ cwd: repository.directory, cache: false }, true);
    repository.commit({ '.docs-lint-baseline.json': text });
    repository.write({ 'docs/guide/usage.md': '[Bad](bad.md)\n' });
    const bad = expect.stringContaining('docs/guide/usage.md:1:1 broken-links/missing-file');
    expect(await found(repository.directory, { since: 'HEAD' })).toEqual([bad]);
    repository.write({ '.docs-lint-baseline.json': undefined });
    expect(await found(repository.directory, { since: 'HEAD' })).toEqual([bad]);
    repository.git('checkout', '--quiet', '.docs-lint-baseline.json');
    repository.write({ 'docs/README.md': start['docs/README.md'].replace('[Old](gone.md)\n', '') });
    expect(await found(repository.directory, { since: 'HEAD' })).toEqual([
      expect.stringContaining('.docs-lint-baseline.json:'),
      bad,
    ]);
  });

  it('can be narrowed to rules, to pages and to changed lines', async () => {
    const { directory } = branch({
      'docs/install.md': `${without(start['docs/install.md'], '## Setup\n\n')}\nA new dash — here.\n`,
      'docs/guide/usage.md': '[Bad](bad.md)\n',
    });
    const rules = async (options: Parameters<typeof found>[1]): Promise<string[]> =>
      (await found(directory, { since: 'main', ...options })).map((line) => line.split(' ', 2).join(' '));
    const anchor = 'docs/README.md:3:1 broken-anchors/missing-anchor';
    const link = 'docs/guide/usage.md:1:1 broken-links/missing-file';
    const dash = 'docs/install.md:9:12 no-emdash/emdash';
    expect(await rules({})).toEqual([anchor, link, dash]);
    expect(await rules({ only: ['no-emdash'] })).toEqual([dash]);
    expect(await rules({ paths: ['docs/install.md'] })).toEqual([anchor, dash]);
    expect(await rules({ paths: ['docs/guide'] })).toEqual([link]);
    expect(await rules({ changedLines: true })).toEqual([link, dash]);
  });
});
