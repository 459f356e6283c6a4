import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, checkFiles, other, others } from './harness/check-tree.js';
import { makeTree } from './harness/make-tree.js';
import { places, readReport } from './harness/read-report.js';
import { binary, runCli, runProgram } from './harness/run-cli.js';
import { runGit } from './harness/run-git.js';

describe.concurrent('odd names', () => {
  const names = [
    'with space',
    'quo\'te"s',
    'new\nline',
    '-dash',
    '🎉',
    'ha#sh',
    'per%cent',
    'per%20cent',
    'ques?tion',
    'back\\slash',
    'br[ack]et(s)',
    'star*',
    '{brace}',
    '$HOME',
    ':colon',
    'e\u0301',
    '\u202ertl',
    '<angle>',
    '...dots',
  ];

  it.each(['with git', 'without git'])('%s: every page is checked, and links reach it', async (way) => {
    const cwd = makeTree();
    mkdirSync(join(cwd, 'docs'));
    for (const name of names) writeFileSync(join(cwd, 'docs', `${name}.md`), '# Title\n\n[gone](gone.md)\n');
    const links = names.map(
      (name) => `[x](./${encodeURIComponent(name).replace(/[()]/g, '\\$&')}.md#title)\n\n`,
    );
    writeFileSync(join(cwd, 'docs/zz.md'), `# Links\n\n${links.join('')}`);
    if (way === 'with git') await runGit(cwd, 'init', '--quiet');
    const { status, stdout, failures } = await check(cwd);
    const found = readReport(stdout).problems;
    expect({ status, failures }).toEqual({ status: 1, failures: [] });
    expect(found.map(({ path }) => path).sort()).toEqual(names.map((name) => `docs/${name}.md`).sort());
    expect(found.map(({ rule }) => rule)).toEqual(names.map(() => 'broken-links'));
    const text = await runCli(['docs/'], { cwd });
    expect(text.stdout).not.toMatch(/new\nline|\u202e/);
  });

  it.each(['with git', 'without git'])(
    '%s: links to names that no file has are broken, and no more',
    async (way) => {
      const links = ['%00.md', '%0a.md', 'a%00/b%00.png', 'x.md'].map((url) => `[x](${url})\n`);
      const cwd = makeTree({ 'docs/a.md': `# A\n\n${links.join('\n')}` });
      if (way === 'with git') {
        await runGit(cwd, 'init', '--quiet');
        await runGit(cwd, 'add', '.');
        await runGit(cwd, 'commit', '--quiet', '--message', 'x');
      }
      const { status, stdout, failures } = await check(cwd);
      expect({ status, failures }).toEqual({ status: 1, failures: [] });
      expect(readReport(stdout).problems.map(({ line, code }) => `${line} ${code}`)).toEqual(
        [3, 5, 7, 9].map((line) => `${line} missing-file`),
      );
    },
  );

  it.each(['with git', 'without git'])(
    '%s: one that is not UTF-8 is not passed over in silence',
    async (way) => {
      const cwd = makeTree(other);
      writeFileSync(
        Buffer.concat([Buffer.from(`${cwd}/docs/b`), Buffer.from([0xff]), Buffer.from('d.md')]),
        '# A\n',
      );
      if (way === 'with git') await runGit(cwd, 'init', '--quiet');
      const { status, places, failures } = await check(cwd);
      expect({ status, places }).toEqual({ status: 2, places: [others] });
      expect(failures).toEqual([expect.stringMatching(/^docs\/b.*d\.md /)]);
    },
  );

  it('a path of 200 directories', async () => {
    const deep = `docs/${'d/'.repeat(200)}`;
    expect((await checkFiles({ [`${deep}page.md`]: '# P\n\n[gone](gone.md)\n' })).places).toEqual([
      `${deep}page.md:3 broken-links/missing-file`,
      others,
    ]);
  });

  it('directories that are named as what every object of JavaScript has', async () => {
    const pages = ['constructor', '__proto__', 'toString', 'hasOwnProperty'].map(
      (name) => `docs/${name}/valueOf.md`,
    );
    const { status, places } = await checkFiles(
      Object.fromEntries(pages.map((path) => [path, '# constructor\n\n[gone](gone.md)\n'])),
    );
    expect({ status, places }).toEqual({
      status: 1,
      places: [...pages.map((path) => `${path}:3 broken-links/missing-file`), others].sort(),
    });
  });
});

describe.concurrent('git', () => {
  const page = '# Page\n\n[gone](gone.md)\n';
  const found = (...paths: readonly string[]): string[] =>
    paths.map((path) => `${path}:3 broken-links/missing-file`);

  it('ignored pages are none, untracked and tracked ones are', async () => {
    const cwd = makeTree({
      '.gitignore': '/docs/generated/\n*.draft.md\n!keep.draft.md\n',
      'docs/.gitignore': 'local.md\n',
      'docs/sub/.gitignore': '*\n!.gitignore\n!kept.md\n',
      'docs/generated/a.md': page,
      'docs/a.draft.md': page,
      'docs/keep.draft.md': page,
      'docs/local.md': page,
      'docs/sub/kept.md': page,
      'docs/sub/left.md': page,
      'docs/forced.draft.md': page,
      'docs/excluded.md': page,
      'docs/tracked.md': page,
      'docs/untracked.md': page,
      'docs/.hidden/page.md': page,
      'docs/node_modules/x/page.md': page,
    });
    await runGit(cwd, 'init', '--quiet');
    writeFileSync(join(cwd, '.git/info/exclude'), 'excluded.md\n');
    await runGit(cwd, 'add', 'docs/tracked.md');
    await runGit(cwd, 'add', '--force', 'docs/forced.draft.md');
    const kept = ['.hidden/page.md', 'keep.draft.md', 'sub/kept.md', 'tracked.md', 'untracked.md'];
    const withGit = [...kept, 'forced.draft.md'].sort().map((name) => `docs/${name}`);
    expect((await check(cwd)).places).toEqual(found(...withGit));
    expect((await check(join(cwd, 'docs'), ['.'])).places).toEqual(found(...withGit));

    const env = { PATH: makeTree() };
    const withoutGit = [...kept, 'excluded.md'].sort().map((name) => `docs/${name}`);
    expect((await check(cwd, [], { env })).places).toEqual(found(...withoutGit));
    rmSync(join(cwd, '.git'), { recursive: true });
    expect((await check(cwd)).places).toEqual(found(...withoutGit));
  });

  it('a link to an ignored file says so, since nobody else has it', async () => {
    const cwd = makeTree({
      '.gitignore': 'local.md\n',
      'docs/a.md': '# A\n\n[l](local.md#l)\n',
      'docs/local.md': '# L\n',
    });
    await runGit(cwd, 'init', '--quiet');
    const { places, stdout } = await check(cwd);
    expect(places).toEqual(found('docs/a.md'));
    expect(readReport(stdout).problems[0]?.message).toMatch(/git ignores/);
  });

  it('what a package manager put into vendor is of others, and nobody else is called vendor', async () => {
    const cwd = makeTree({
      'README.md': '[x](vendor/example.org/x/README.md#x)\n\n[x](vendor/example.org/x/README.md#none)\n',
      'vendor/modules.txt': '# example.org/x v1.0.0\n',
      'vendor/example.org/x/README.md': '# X\n\n[gone](gone.md)\n',
      'tool/vendor/README.md': page,
    });
    await runGit(cwd, 'init', '--quiet');
    const expected = ['README.md:3 broken-anchors/missing-anchor', ...found('tool/vendor/README.md')];
    expect((await check(cwd, ['.'])).places).toEqual(expected);
    rmSync(join(cwd, '.git'), { recursive: true });
    expect((await check(cwd, ['.'])).places).toEqual(expected);
  });

  it('a link of a site to what git ignores is fine, here or not, unless git once kept it', async () => {
    const links = ['api/a.md', 'api/b/', 'made.md', 'gone.md', 'kept.md', '../api/c.md'];
    const index = links.map((url) => `[x](${url})\n`).join('');
    const cwd = makeTree({
      '.gitignore': '*.html\n/docs/api/\nmade.md\nkept.md\n',
      'mkdocs.yml': 'site_name: x\n',
      'README.md': '[x](docs/api/a.md)\n',
      'docs/index.md': index,
      'docs/kept.md': page,
    });
    await runGit(cwd, 'init', '--quiet');
    await runGit(cwd, 'add', '--force', '.');
    rmSync(join(cwd, 'docs/kept.md'));
    const { places } = await check(cwd, ['.']);
    expect(places).toEqual([
      'README.md:1 broken-links/missing-file',
      ...[4, 5, 6].map((line) => `docs/index.md:${line} broken-links/missing-file`),
    ]);
  });

  it('a tracked page that was deleted is no page', async () => {
    const cwd = makeTree({ ...other, 'docs/old.md': page, 'docs/links.md': '# L\n\n[old](old.md)\n' });
    await runGit(cwd, 'init', '--quiet');
    await runGit(cwd, 'add', '.');
    rmSync(join(cwd, 'docs/old.md'));
    expect(await check(cwd)).toMatchObject({
      status: 1,
      places: [...found('docs/links.md'), others],
      failures: [],
    });
  });

  it('a conflict, where the index has a page three times, shows it once', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n' });
    await runGit(cwd, 'init', '--quiet');
    await runGit(cwd, 'add', '.');
    await runGit(cwd, 'commit', '--quiet', '-m', 'a');
    await runGit(cwd, 'checkout', '--quiet', '-b', 'b');
    writeFileSync(join(cwd, 'docs/a.md'), '# B\n');
    await runGit(cwd, 'commit', '--quiet', '-am', 'b');
    await runGit(cwd, 'checkout', '--quiet', 'main');
    writeFileSync(join(cwd, 'docs/a.md'), '# C\n');
    await runGit(cwd, 'commit', '--quiet', '-am', 'c');
    await runGit(cwd, 'merge', 'b').catch(() => undefined);
    writeFileSync(join(cwd, 'docs/a.md'), page);
    const { places, stdout } = await check(cwd);
    expect(places).toEqual(found('docs/a.md'));
    expect(readReport(stdout).summary.files).toBe(1);
  });

  it('a repository inside: links reach its files, and its own docs can be named', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Index\n\n[in](../sub/docs/page.md#page) [x](../sub/docs/page.md#none)\n',
      'inner/docs/page.md': page,
    });
    await runGit(cwd, 'init', '--quiet');
    const inner = join(cwd, 'inner');
    await runGit(inner, 'init', '--quiet');
    await runGit(inner, 'add', '.');
    await runGit(inner, 'commit', '--quiet', '-m', 'inner');
    await runGit(cwd, 'submodule', '--quiet', 'add', './inner', 'sub');
    rmSync(inner, { recursive: true });
    expect((await check(cwd)).places).toEqual(['docs/index.md:3 broken-anchors/missing-anchor']);
    expect((await check(join(cwd, 'sub'))).places).toEqual(found('docs/page.md'));
    expect((await check(cwd, ['sub/docs'])).places).toEqual(found('sub/docs/page.md'));
  });

  it('a worktree, whose .git is a file', async () => {
    const cwd = makeTree({ '.gitignore': 'ignored.md\n', 'docs/a.md': page });
    await runGit(cwd, 'init', '--quiet');
    await runGit(cwd, 'add', '.');
    await runGit(cwd, 'commit', '--quiet', '-m', 'a');
    const tree = join(makeTree(), 'tree');
    await runGit(cwd, 'worktree', 'add', '--quiet', tree);
    writeFileSync(join(tree, 'docs/ignored.md'), page);
    expect((await check(join(tree, 'docs'), ['.'])).places).toEqual(found('docs/a.md'));
  });

  it('as a hook of git, from a config in a subdirectory', async () => {
    const cwd = makeTree({
      '.gitignore': 'ignored.md\n',
      'site/docs-lint.config.json': '{}',
      'site/docs/a.md': '# A\n',
      'site/docs/ignored.md': page,
      'site/docs/b.md': page,
    });
    const hook = `#!/bin/sh\ncd site && "${process.execPath}" "${binary}" -f json=../report.json\nexit 0\n`;
    await runGit(cwd, 'init', '--quiet');
    mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
    writeFileSync(join(cwd, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
    await runGit(cwd, 'add', '.');
    await runGit(cwd, 'commit', '--quiet', '-am', 'a');
    const { stdout } = await runProgram('cat', ['report.json'], { cwd });
    expect(places(stdout)).toEqual(found('docs/b.md'));
  });

  it('a broken repository is as none', async () => {
    const cwd = makeTree({
      ...other,
      '.git/HEAD': 'nonsense\n',
      '.gitignore': 'left.md\n',
      'docs/left.md': page,
    });
    expect(await check(cwd)).toMatchObject({ status: 1, places: [others] });
  });
});
