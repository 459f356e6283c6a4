import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { places, readReport } from './harness/read-report.js';
import { binary, cleanEnvironment, type Outcome, runCli, runProgram, type Surroundings } from './harness/run-cli.js';
import { runGit } from './harness/run-git.js';

/** A page with one problem: that it is reported shows that the other pages were still checked. */
const other = { 'docs/other.md': '# Other\n\n[gone](gone.md)\n' };
const others = 'docs/other.md:3 broken-links/missing-file';

interface Checked extends Outcome {
  readonly places: readonly string[];
  readonly failures: readonly string[];
}

async function check(
  cwd: string,
  given: readonly string[] = [],
  surroundings: Partial<Surroundings> = {},
): Promise<Checked> {
  const outcome = await runCli([...given, '--format', 'json'], { cwd, ...surroundings });
  expect(outcome.stderr).not.toMatch(/crashed|\n {4}at /);
  if (outcome.stdout === '') return { ...outcome, places: [], failures: [] };
  const failures = (readReport(outcome.stdout).errors ?? []).map(({ path, line, column, message }) =>
    [[path, line, column].filter((part) => part !== undefined).join(':'), message].join(' '),
  );
  return { ...outcome, places: places(outcome.stdout), failures };
}

const checkFiles = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Checked> =>
  check(makeTree({ ...other, ...files }));

describe.concurrent('content that cannot be read', () => {
  it('a page that is not UTF-8: once, with its line, however many links lead there', async () => {
    const bytes = Buffer.concat([Buffer.from('# Title\n\nna'), Buffer.from([0xef]), Buffer.from('ve\n')]);
    const { status, places, failures } = await checkFiles({
      'docs/bytes.md': bytes,
      'docs/links.md': '# Links\n\n[a](bytes.md#title)\n\n[b](bytes.md#none)\n\n[c](bytes.md)\n',
    });
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([expect.stringMatching(/^docs\/bytes\.md:3:?\d* is not UTF-8: .*Save it as UTF-8/)]);
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
    const manifest = '{\n  "versions": ["main"],\n  "routes": [\n    { "title": "Other" "path": "other.md" }\n  ]\n}\n';
    const { status, places, stdout } = await checkFiles({ 'docs/manifest.json': manifest });
    expect(status).toBe(1);
    expect(places).toEqual(['docs/manifest.json:4 manifest/invalid-json', others]);
    expect(readReport(stdout).problems[0]?.column).toBeGreaterThanOrEqual(23);
  });

  it.each([
    ['an unclosed quote', 'title: "Open\ntags: [a]', 2],
    ['an unclosed list', 'title: A\ntags: [a, b\nmore: c', 3],
    ['a tab as indentation', 'title: A\nmenu:\n\tname: b', 4],
  ])('front matter that is no YAML, with %s', async (_what, yaml, line) => {
    const { status, places, failures } = await checkFiles({
      'docs/front.md': `---\n${yaml}\n---\n\n# Front\n\n[gone](gone.md)\n`,
    });
    expect(status).toBe(2);
    expect(places).toEqual([expect.stringMatching(/^docs\/front\.md:\d+ broken-links\/missing-file/), others]);
    expect(failures).toEqual([expect.stringMatching(/^docs\/front\.md:\d+:\d+ The front matter is not valid YAML/)]);
    expect(Number(failures[0]?.split(':')[1])).toBeGreaterThanOrEqual(line);
  });

  it('a config that is no YAML', async () => {
    const { status, stdout, stderr } = await checkFiles({ 'docs-lint.config.yaml': 'docs:\n  - docs\n rules: {\n' });
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
    ['an unclosed comment', '# A\n\n<!-- docs-lint-disable'],
    ['an unclosed fence', '# A\n\n```md\n[gone](gone.md)\n'],
    ['half a surrogate pair, as an entity', '# A &#xD800; &#x110000;\n'],
  ])('a page with %s is no problem', async (_what, text) => {
    expect(await checkFiles({ 'docs/a.md': text })).toMatchObject({ status: 1, places: [others], failures: [] });
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
    const { status, places } = await check(cwd, [], { limit: 10_000 });
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

describe('very large input', () => {
  const limit = 25_000;
  const large: [what: string, text: string, problems: number][] = [
    ['20 MB of prose', `# A\n\n${'Some words of `code` and a [link](other.md#other).\n\n'.repeat(400_000)}`, 0],
    ['one line of 5 MB', `# A\n\n${'word '.repeat(1_000_000)}[gone](none.md)\n`, 1],
    ['100,000 links', `# A\n\n${'- [link](other.md#other)\n'.repeat(100_000)}`, 0],
    ['20,000 broken links', lines(20_000, (at) => `- [gone](none-${at}.md)`), 20_000],
    ['10,000 broken links on one line', `# A\n\n${lines(10_000, (at) => `[x](y${at}.md)`).replaceAll('\n', ' ')}`, 10_000],
    ['30,000 dashes', lines(30_000, () => 'One — two.'), 30_000],
    ['30,000 HTML links with entities', lines(30_000, () => '<a href="https://a.b/?c&amp;d">x</a>\n'), 0],
    ['5,000 suppressions', lines(5_000, () => '<!-- docs-lint-disable-next-line -->\n[gone](none.md)\n'), 0],
    ['150,000 undefined references in one paragraph', `# A\n\n${'[text][label] '.repeat(150_000)}`, 150_000],
    ['5,000 headings and 500 near misses', lines(5_000, (at) => `## Heading ${at}\n`) + lines(500, (at) => `[x](#headin-${at})\n`), 500],
  ];

  it.each(large)('%s', async (what, text, problems) => {
    const cwd = makeTree({ ...other, 'docs/a.md': text });
    const start = performance.now();
    const { status, stdout, stderr } = await runCli(['-f', 'json'], { cwd, limit });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.info(`${what}: ${(text.length / 1e6).toFixed(1)} MB in ${seconds} s`);
    expect(stderr).toBe('');
    expect(status, `still running after ${seconds} s`).toBe(1);
    expect(readReport(stdout).summary.errors).toBe(problems + 1);
  }, 40_000);
});

describe.concurrent('deeply nested input', () => {
  const deep: [what: string, name: string, text: string][] = [
    ['quotes', 'a.md', `${'>'.repeat(10_000)} x\n`],
    ['lists', 'a.md', `${'- '.repeat(10_000)}x\n`],
    ['emphasis', 'a.md', `${'*a **b '.repeat(10_000)}x${' b** a*'.repeat(10_000)}\n`],
    ['brackets', 'a.md', `${'['.repeat(10_000)}x${']'.repeat(10_000)}\n`],
    ['images', 'a.md', `${'!['.repeat(10_000)}x${'](other.md)'.repeat(10_000)}\n`],
    ['HTML', 'a.md', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}\n`],
    ['JSX', 'a.mdx', `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}\n`],
    ['expressions', 'a.mdx', `{${'['.repeat(10_000)}${']'.repeat(10_000)}}\n`],
    ['front matter', 'a.md', `---\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n`],
    ['JSON', 'manifest.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
  ];

  it.each(deep)('%s', async (_what, name, text) => {
    const { status, stderr, places, failures } = await checkFiles({ [`docs/${name}`]: text });
    expect([1, 2]).toContain(status);
    expect(places).toContain(others);
    expect(stderr + failures.join()).not.toMatch(/call stack|RangeError/);
    for (const failure of failures) expect(failure).toMatch(/^docs\/a\.mdx?:\d+:\d+ \S/);
  });

  it.each([
    ['words in front matter', `---\ntags: [${'a'.repeat(5_000)}'\n---\n`],
    ['lists in front matter', `---\ntags: [${', '.repeat(5_000)}'\n---\n`],
    ['comments in front matter', `---\n${'#'.repeat(60)}\n!\n---\n`],
    ['spaces in front matter', `---\na: b${' '.repeat(20_000)}"\n---\n`],
    ['runs of backticks', lines(500, (at) => '`'.repeat(at))],
    ['open comments', '<!-- '.repeat(20_000)],
    ['open tags', '<a href="'.repeat(20_000)],
    ['open links', '[a]('.repeat(20_000)],
    ['open references', '[a]['.repeat(20_000)],
    ['tables', `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n${'|b'.repeat(5_000)}\n`],
    ['footnotes', lines(5_000, (at) => `[^${at}]: x [^${at + 1}]\n`)],
    ['definitions', lines(5_000, (at) => `[d${at}]: other.md`)],
    ['spaces', `# A${' '.repeat(50_000)}#\n\n[a](other.md${' '.repeat(50_000)})\n`],
    ['suppression comments', `<!-- docs-lint-disable-line ${'a '.repeat(20_000)}-->\n`],
    ['list declarations', `<!-- docs-lint-values ${'except "a" '.repeat(5_000)}-->\n`],
  ])('what makes slow patterns slow: %s', async (_what, text) => {
    const cwd = makeTree({ ...other, 'docs/a.md': `${text}\n` });
    const { status, places } = await check(cwd, [], { limit: 15_000 });
    expect([1, 2]).toContain(status);
    expect(places).toContain(others);
  });
});

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
    const links = names.map((name) => `[x](./${encodeURIComponent(name).replace(/[()]/g, '\\$&')}.md#title)\n\n`);
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

  it.each(['with git', 'without git'])('%s: one that is not UTF-8 is not passed over in silence', async (way) => {
    const cwd = makeTree(other);
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/docs/b`), Buffer.from([0xff]), Buffer.from('d.md')]), '# A\n');
    if (way === 'with git') await runGit(cwd, 'init', '--quiet');
    const { status, places, failures } = await check(cwd);
    expect({ status, places }).toEqual({ status: 2, places: [others] });
    expect(failures).toEqual([expect.stringMatching(/^docs\/b.*d\.md /)]);
  });

  it('a path of 200 directories', async () => {
    const deep = `docs/${'d/'.repeat(200)}`;
    expect((await checkFiles({ [`${deep}page.md`]: '# P\n\n[gone](gone.md)\n' })).places).toEqual([
      `${deep}page.md:3 broken-links/missing-file`,
      others,
    ]);
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

  it('links may lead to ignored files', async () => {
    const cwd = makeTree({ '.gitignore': 'local.md\n', 'docs/a.md': '# A\n\n[l](local.md#l)\n', 'docs/local.md': '# L\n' });
    await runGit(cwd, 'init', '--quiet');
    expect((await check(cwd)).status).toBe(0);
  });

  it('a tracked page that was deleted is no page', async () => {
    const cwd = makeTree({ ...other, 'docs/old.md': page, 'docs/links.md': '# L\n\n[old](old.md)\n' });
    await runGit(cwd, 'init', '--quiet');
    await runGit(cwd, 'add', '.');
    rmSync(join(cwd, 'docs/old.md'));
    expect(await check(cwd)).toMatchObject({ status: 1, places: [...found('docs/links.md'), others], failures: [] });
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
    const cwd = makeTree({ ...other, '.git/HEAD': 'nonsense\n', '.gitignore': 'left.md\n', 'docs/left.md': page });
    expect(await check(cwd)).toMatchObject({ status: 1, places: [others] });
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
    const cwd = makeTree({ 'docs/a.md': `# A\n\n${'Words of `code` and a [link](a.md#a).\n\n'.repeat(400_000)}` });
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

function lines(count: number, line: (at: number) => string): string {
  return `# A\n\n${Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')}`;
}
