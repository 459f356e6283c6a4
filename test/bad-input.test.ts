import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { check, checkFiles, other, others } from './harness/check-tree.js';
import { lines } from './harness/hostile-pages.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { binary, cleanEnvironment, runProgram } from './harness/run-cli.js';

describe.concurrent('content that cannot be read', () => {
  it('a page that is not UTF-8: once, with its line, however many links lead there', async () => {
    const bytes = Buffer.concat([Buffer.from('# Title\n\nna'), Buffer.from([0xef]), Buffer.from('ve\n')]);
    const { status, places, failures } = await checkFiles({
      'docs/bytes.md': bytes,
      'docs/links.md': '# Links\n\n[a](bytes.md#title)\n\n[b](bytes.md#none)\n\n[c](bytes.md)\n',
    });
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([
      expect.stringMatching(/^docs\/bytes\.md:3:?\d* is not UTF-8: .*Save it as UTF-8/),
    ]);
  });

  it('a page in UTF-16', async () => {
    const { status, places, failures } = await checkFiles({
      'docs/wide.md': Buffer.from('\ufeff# Title\n', 'utf16le'),
    });
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual(['docs/wide.md is UTF-16. Save it as UTF-8.']);
  });

  it('a manifest that is not UTF-8', async () => {
    const { status, places, failures } = await checkFiles({
      'docs/manifest.json': Buffer.from([0x7b, 0xff, 0x7d]),
    });
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([expect.stringMatching(/^docs\/manifest\.json:1\S* is not UTF-8/)]);
  });

  it('a manifest that is no JSON is a problem at the place of the mistake', async () => {
    const manifest =
      '{\n  "versions": ["main"],\n  "routes": [\n    { "title": "Other" "path": "other.md" }\n  ]\n}\n';
    const { status, places, stdout } = await checkFiles({ 'docs/manifest.json': manifest });
    expect(status).toBe(1);
    expect(places).toEqual(['docs/manifest.json:4 manifest/invalid-json', others]);
    expect(readReport(stdout).problems[0]?.column).toBeGreaterThanOrEqual(23);
  });

  it.each([
    ['an unclosed quote', 'title: "Open\ntags: [a]', 2],
    ['an unclosed list', 'title: A\ntags: [a, b\nmore: c', 3],
    ['a tab as indentation', 'title: A\nmenu:\n\tname: b', 4],
    ['an alias of nothing', 'title: A\ntags: *nothing', 3],
  ])('front matter that is no YAML, with %s', async (_what, yaml, line) => {
    const { status, places, failures } = await checkFiles({
      'docs/front.md': `---\n${yaml}\n---\n\n# Front\n\n[gone](gone.md)\n`,
    });
    expect(status).toBe(2);
    expect(places).toEqual([
      expect.stringMatching(/^docs\/front\.md:\d+ broken-links\/missing-file/),
      others,
    ]);
    expect(failures).toEqual([
      expect.stringMatching(/^docs\/front\.md:\d+:\d+ The front matter is not valid YAML/),
    ]);
    expect(Number(failures[0]?.split(':')[1])).toBeGreaterThanOrEqual(line);
  });

  it('a config that is no YAML', async () => {
    const { status, stdout, stderr } = await checkFiles({
      'docs-lint.config.yaml': 'docs:\n  - docs\n rules: {\n',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/docs-lint\.config\.yaml:[34]/);
  });

  it('a suppression of a rule that is none', async () => {
    const { status, places, stdout } = await checkFiles({
      'docs/a.md': '# A\n\n<!-- docs-lint-disable-next-line broken-link -->\n[gone](gone.md)\n',
    });
    expect({ status, places }).toEqual({
      status: 1,
      places: ['docs/a.md:3 suppressions/unknown-rule', 'docs/a.md:4 broken-links/missing-file', others],
    });
    expect(readReport(stdout).problems[0]?.message).toContain('`broken-links`');
  });

  it.each([
    ['nothing at all', ''],
    ['a byte order mark alone', '\ufeff'],
    ['white space alone', ' \n\t\n\r\n'],
    ['front matter alone', '---\ntitle: A\n---\n'],
    ['front matter that never ends', '---\ntitle: A\n'],
    ['NUL', '# A\0\n\n\0[a](a.md)\n'],
    ['lone carriage returns', '# A\r\r[a](a.md#a)\r'],
    ['an unclosed comment', '# A\n\n<!-- [gone](gone.md)'],
    ['an unclosed fence', '# A\n\n```md\n[gone](gone.md)\n'],
    ['half a surrogate pair, as an entity', '# A &#xD800; &#x110000;\n'],
  ])('a page with %s is no problem', async (_what, text) => {
    expect(await checkFiles({ 'docs/a.md': text })).toMatchObject({
      status: 1,
      places: [others],
      failures: [],
    });
  });

  it('an MDX page with a mistake in it: said at its place, and the other pages are checked', async () => {
    const { status, places, failures } = await checkFiles({
      'docs/a.mdx': 'import x from "y"\n\n# A\n\n<Tab>\n\n[gone](gone.md)\n',
    });
    expect(places).toContain(others);
    if (status === 2) expect(failures).toEqual([expect.stringMatching(/^docs\/a\.mdx:\d+:\d+ /)]);
    else expect(places).toContain('docs/a.mdx:7 broken-links/missing-file');
  });
});

describe.concurrent('the configuration of a generator', () => {
  const aliases = lines(12, (at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`).replace(
    '# A\n\n',
    'a0: &a0 x\n',
  );

  it.each([
    ['is not UTF-8', { 'mkdocs.yml': Buffer.from([0x61, 0x3a, 0xff]) }],
    ['is no YAML', { 'mkdocs.yml': 'nav: [\n  - {\n\t' }],
    ['is another kind of YAML', { 'mkdocs.yml': '- nav\n- docs_dir: []\n' }],
    ['grows by aliases', { 'mkdocs.yml': `${aliases}nav: *a12\n` }],
    ['inherits from itself', { 'mkdocs.yml': 'INHERIT: mkdocs.yml\n' }],
    ['inherits in a circle', { 'mkdocs.yml': 'INHERIT: b.yml\n', 'b.yml': 'INHERIT: mkdocs.yml\n' }],
    ['leaves the workspace', { 'mkdocs.yml': 'INHERIT: /etc/passwd\ndocs_dir: ../../..\n' }],
    ['is no JSON', { 'docfx.json': '{ "build": ' }],
    ['has odd JSON', { 'docfx.json': '{ "build": { "content": [null, { "files": 7, "src": {} }] } }' }],
    ['is no TOML', { 'book.toml': '[book\nsrc = [', 'hugo.toml': '= = =\n[[[' }],
    ['is no JavaScript', { 'docusaurus.config.js': 'module.exports = {{{ docs: [' }],
    ['would run something', { 'docusaurus.config.js': 'throw new Error("it ran")' }],
    [
      'is a directory',
      { 'mkdocs.yml/x': '', 'book.toml/x': '', 'docusaurus.config.js/x': '', 'docfx.json/x': '' },
    ],
    [
      'is empty',
      { 'mkdocs.yml': '', 'book.toml': '', 'docusaurus.config.js': '', 'docfx.json': '', 'hugo.toml': '' },
    ],
  ])('that %s: the pages are checked all the same', async (_what, files) => {
    const { status, places, stderr } = await checkFiles(files as Record<string, string | Uint8Array>);
    expect([1, 2]).toContain(status);
    expect(places).toEqual([others]);
    expect(stderr).not.toContain('it ran');
  });
});

describe.concurrent('things that are no plain file', () => {
  it('a directory named like a page', async () => {
    const cwd = makeTree({ ...other, 'docs/x.md/inside.md': '# Inside\n\n[gone](gone.md)\n' });
    writeFileSync(join(cwd, 'docs/links.md'), '# Links\n\n[x](x.md) [y](x.md/inside.md#inside)\n');
    expect(await check(cwd)).toMatchObject({
      status: 1,
      places: [others, 'docs/x.md/inside.md:3 broken-links/missing-file'],
      failures: [],
    });
  });

  it('a page that is a link to another page counts once', async () => {
    const cwd = makeTree(other);
    symlinkSync('other.md', join(cwd, 'docs/another.md'));
    writeFileSync(join(cwd, 'docs/links.md'), '# Links\n\n[a](another.md#other) [b](another.md#none)\n');
    const { status, places, stdout } = await check(cwd);
    expect({ status, places }).toEqual({
      status: 1,
      places: ['docs/links.md:3 broken-anchors/missing-anchor', others],
    });
    expect(readReport(stdout).summary.files).toBe(2);
  });

  it('two links to one page outside of the docs count once', async () => {
    const cwd = makeTree({ 'CHANGES.md': '# Changes\n\nA — B\n', ...other });
    symlinkSync('../CHANGES.md', join(cwd, 'docs/changes.md'));
    symlinkSync('../CHANGES.md', join(cwd, 'docs/news.md'));
    expect((await check(cwd)).places).toEqual(['docs/changes.md:3 no-emdash/emdash', others]);
  });

  it('a link to nothing', async () => {
    const cwd = makeTree(other);
    symlinkSync('nowhere.md', join(cwd, 'docs/broken.md'));
    expect(await check(cwd)).toMatchObject({
      status: 2,
      places: [others],
      failures: ['docs/broken.md is a symbolic link to nothing.'],
    });
  });

  it('a link to itself', async () => {
    const cwd = makeTree(other);
    symlinkSync('loop.md', join(cwd, 'docs/loop.md'));
    const { status, places, failures } = await check(cwd);
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([expect.stringMatching(/^docs\/loop\.md is a symbolic link/)]);
  });

  it('a link out of the workspace is never read', async () => {
    const cwd = makeTree(other);
    symlinkSync('/etc/passwd', join(cwd, 'docs/secret.md'));
    const { status, places, stdout, stderr } = await check(cwd);
    expect({ status, places }).toEqual({ status: 1, places: [others] });
    expect(stderr).toContain('docs/secret.md');
    expect(stdout).not.toContain('root:');
  });

  it('directories that contain themselves', async () => {
    const cwd = makeTree({ ...other, 'docs/deep/page.md': '# Page\n\n[up](loop/loop/page.md)\n' });
    symlinkSync('.', join(cwd, 'docs/deep/loop'));
    symlinkSync('../..', join(cwd, 'docs/deep/top'));
    const { status, places, stdout } = await check(cwd);
    expect({ status, places }).toEqual({ status: 1, places: [others] });
    expect(readReport(stdout).summary.files).toBe(2);
  });

  it('a named pipe, which nobody writes to', async () => {
    const cwd = makeTree(other);
    await runProgram('mkfifo', [join(cwd, 'docs/pipe.md')], { cwd });
    const { status, places } = await check(cwd);
    expect([1, 2]).toContain(status);
    expect(places).toEqual([others]);
  });
});

describe.concurrent('without permission', async () => {
  const uid = process.getuid?.() === 0 ? 65534 : undefined;
  const probe = await runProgram(process.execPath, [binary, '--version'], {
    cwd: '/',
    ...(uid === undefined ? {} : { uid }),
  });
  const as = uid === undefined ? {} : { uid };
  const canTell = probe.status === 0;

  function open(files: Readonly<Record<string, string>>): string {
    const cwd = makeTree(files);
    chmodSync(cwd, 0o755);
    return cwd;
  }

  it.runIf(canTell)('a page', async () => {
    const cwd = open({ ...other, 'docs/closed.md': '# Closed\n' });
    chmodSync(join(cwd, 'docs/closed.md'), 0);
    const { status, places, failures } = await check(cwd, [], as);
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual(['docs/closed.md cannot be read: permission denied.']);
  });

  it.runIf(canTell)('a directory of pages: it is not passed over in silence', async () => {
    const cwd = open({ ...other, 'docs/closed/page.md': '# Closed\n' });
    chmodSync(join(cwd, 'docs/closed'), 0);
    const { status, places, failures } = await check(cwd, [], as);
    chmodSync(join(cwd, 'docs/closed'), 0o755);
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([expect.stringMatching(/^docs\/closed\b.*cannot be read/)]);
  });

  it.runIf(canTell)('a .gitignore', async () => {
    const cwd = open({ ...other, 'docs/.gitignore': 'x\n' });
    chmodSync(join(cwd, 'docs/.gitignore'), 0);
    const { status, places } = await check(cwd, [], as);
    expect([1, 2]).toContain(status);
    expect(places).toEqual([others]);
  });

  it.runIf(canTell)('a config', async () => {
    const cwd = open({ ...other, 'docs-lint.config.json': '{}' });
    chmodSync(join(cwd, 'docs-lint.config.json'), 0);
    const { status, stderr } = await check(cwd, [], as);
    expect(status).toBe(2);
    expect(stderr).toMatch(/docs-lint\.config\.json: .*cannot be read: permission denied/);
  });

  it.runIf(canTell)('to write: the tree may be read-only', async () => {
    expect(await check(open(other), [], as)).toMatchObject({ status: 1, places: [others] });
  });
});

describe.concurrent('more than one run, and half a run', () => {
  it('two runs at once say the same and write whole reports', async () => {
    const cwd = makeTree({ ...other, 'docs/a.md': lines(500, () => '[gone](none.md)\n') });
    const runs = await Promise.all([1, 2, 3].map(() => check(cwd, ['-f', 'pretty=report.txt'])));
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(runs[0]?.places).toHaveLength(501);
    expect(readdirSync(cwd).sort()).toEqual(['docs', 'report.txt']);
  });

  it('SIGINT ends it at once, and leaves no report', async () => {
    const cwd = makeTree({
      'docs/a.md': `# A\n\n${'Words of `code` and a [link](a.md#a).\n\n'.repeat(400_000)}`,
    });
    const child = spawn(process.execPath, [binary, '-f', 'json=report.json'], {
      cwd,
      env: cleanEnvironment(),
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await setTimeout(1000);
    expect(child.exitCode).toBeNull();
    const start = performance.now();
    child.kill('SIGINT');
    const [status, signal] = (await ended) as [number | null, string | null];
    expect(status === 130 || signal === 'SIGINT').toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(existsSync(join(cwd, 'report.json'))).toBe(false);
    expect(readdirSync(cwd)).toEqual(['docs']);
  });
});
