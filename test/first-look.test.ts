import { describe, expect, it } from 'vitest';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';
import { hasTerminal, runTerminal } from './harness/run-terminal.js';

const pages = {
  'mkdocs.yml': 'site_name: A\n',
  'docs/index.md': '# Home\n',
  'docs/manifest.json': '{"versions": ["main"], "routes": [{"title": "A", "path": "./index.md"}]}\n',
  '.markdownlint.json': '{ "default": false }\n',
};
const chosen =
  'No config, so docs-lint chose: 1 page in docs; shown by mkdocs; markdownlint is on, by its settings in the workspace; docs/manifest.json is the navigation.';

describe.skipIf(!hasTerminal)('a first run at a terminal', () => {
  it('says in two lines what it chose, before the report', async () => {
    const { status, stdout } = await runTerminal([], { cwd: makeTree(pages), env: { NO_COLOR: '1' } });
    expect(status).toBe(0);
    // On a slow machine it also says how far it is.
    const parts = stdout.replaceAll('\r', '').split('\u001b[K');
    const told = parts.filter((part) => !part.startsWith('Checking ')).join('');
    expect(told.split('\n')).toEqual([
      chosen,
      'To change that, or to add a hook or a CI job: `docs-lint init`.',
      '',
      '✔ No problems in 1 page',
      '',
    ]);
  });

  it.each([
    ['with --quiet', ['--quiet'], {}, {}],
    ['where one page is asked for', ['docs/index.md'], {}, {}],
    ['with a config', [], { 'docs-lint.config.json': '{}' }, {}],
    ['for another report', ['-f', 'unix'], {}, {}],
    ['in a CI that has a terminal', [], {}, { CI: 'true' }],
  ])('says nothing %s', async (_when, given, files, env) => {
    const { stdout } = await runTerminal(given, { cwd: makeTree({ ...pages, ...files }), env });
    expect(stdout).not.toContain('docs-lint chose');
  });

  it('shows hostile names as text', async () => {
    const files = { 'docs\u001b[31m/a.md': '# A\n', 'docs\u001b[31m/manifest.json': '{}' };
    const { stdout } = await runTerminal(['docs\u001b[31m'], {
      cwd: makeTree(files),
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toContain('1 page in docs␛[31m');
    expect(stdout).not.toContain('\u001b[31m');
  });
});

describe.concurrent('a first run elsewhere', () => {
  it('says nothing of it in a pipe', async () => {
    const { status, stdout, stderr } = await runCli([], { cwd: makeTree(pages) });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '✔ No problems in 1 page\n',
      stderr: '',
    });
  });

  it.each([
    ['a fresh repository', {}, [], /no Markdown or MDX pages in this directory yet[\s\S]*docs\/README\.md/],
    [
      'a fresh repository where docs/ is named',
      {},
      ['docs/'],
      /`docs\/` matches nothing\. There are no .*pages anywhere/,
    ],
    [
      'docs/ without a page, and pages elsewhere',
      { 'docs/index.rst': 'A\n', 'guide/a.md': '# A\n', 'guide/b.md': '# B\n', 'README.md': '# R\n' },
      [],
      /no Markdown or MDX pages in `docs\/` yet[\s\S]*There are pages in `guide`[\s\S]*`docs-lint guide`/,
    ],
    [
      'docs/ without a page, and a README beside it',
      { 'docs/index.rst': 'A\n', 'README.md': '# R\n' },
      [],
      /There are pages in `\.`/,
    ],
  ])('helps in %s', async (_what, files, given, message) => {
    const { directory } = makeRepository({ '.gitattributes': '', ...files });
    const { status, stdout, stderr } = await runCli(given, { cwd: directory });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
