import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { places, readReport } from './harness/read-report.js';
import { type Outcome, runCli, runProgram, runShell } from './harness/run-cli.js';

const top = new URL('../', import.meta.url);
const escape = '\u001b';

const clean = makeTree({ 'docs/index.md': '# Home\n\n[up](#home)\n' });
const broken = makeTree({
  'README.md': '# Project\n\n[docs](docs/index.md#hom)\n',
  'docs/index.md': '# Home\n\n[install](install.md#set-up)\n\n[gone](gone.md)\n',
  'docs/install.md': '# Install\n\n## Setup\n\nA dash — here.\n\n[home](index.md)\n',
  'docs/deep/page.md': '# Page\n\n[gone](../../gone.txt)\n',
});
const warned = makeTree({
  'docs/index.md': '# Home\n\n<!-- docs-lint-disable-line no-emdash -->\n',
});
const unreadable = makeTree({
  'docs/bytes.md': Buffer.from([0x23, 0x20, 0xff, 0x0a]),
  'docs/index.md': '# Home\n\n[gone](gone.md)\n',
});
const all = [
  'docs/deep/page.md:3 broken-links/missing-file',
  'docs/index.md:3 broken-anchors/missing-anchor',
  'docs/index.md:5 broken-links/missing-file',
  'docs/install.md:5 no-emdash/emdash',
];

async function json(cwd: string, ...given: readonly string[]): Promise<Outcome & { places: string[] }> {
  const outcome = await runCli([...given, '--format', 'json'], { cwd });
  return { ...outcome, places: outcome.stdout === '' ? [] : places(outcome.stdout) };
}

describe.concurrent('exit status', () => {
  it('is 0 without problems', async () => {
    const { status, stdout, stderr } = await runCli(['docs/'], { cwd: clean });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/No problems in 1 page/);
  });

  it('is 0 with warnings alone', async () => {
    expect(await json(warned)).toMatchObject({
      status: 0,
      places: ['docs/index.md:3 suppressions/unused'],
    });
  });

  it('is 1 with an error', async () => {
    expect(await json(broken)).toMatchObject({ status: 1, stderr: '', places: all });
  });

  it('is 2 when a page cannot be decoded, although another one has an error', async () => {
    const outcome = await json(unreadable);
    expect(outcome).toMatchObject({ status: 2, places: ['docs/index.md:3 broken-links/missing-file'] });
    expect(outcome.stderr).toContain('docs/bytes.md:1');
    expect(readReport(outcome.stdout).errors).toMatchObject([{ path: 'docs/bytes.md', line: 1 }]);
  });

  it.each([
    ['an option that is none', ['--formt', 'json'], /unknown option '--formt'/],
    ['an option without its value', ['--only'], /argument missing/],
    ['a format that is none', ['-f', 'jsn'], /no format `jsn`. Did you mean `json`/],
    ['a format without a name', ['-f', '=x.json'], /no format ``/],
    ['a format without its file', ['-f', 'json='], /names no file/],
    ['two reports to stdout', ['-f', 'json', '-f', 'pretty'], /stdout.*--format json=/],
    ['a rule that is none', ['--only', 'broken-link'], /no rule `broken-link`. Did you mean `broken-links`/],
    ['a severity for no rule', ['--rule', 'no-emdsh=off'], /no rule `no-emdsh`. Did you mean `no-emdash`/],
    ['a severity that is none', ['--rule', 'no-emdash=of'], /no severity `of`. Did you mean `off`/],
    ['more than one severity', ['--rule', 'no-emdash=off=warn'], /--rule no-emdash=off=warn/],
    ['a number that is none', ['--max-warnings', 'many'], /max-warnings/],
    ['a negative number', ['--max-warnings', '-1'], /max-warnings/],
    ['a path that is not there', ['nowhere/'], /`nowhere\/` matches nothing/],
    ['a pattern that matches nothing', ['docs/**/x*.md'], /`docs\/\*\*\/x\*\.md` matches nothing/],
    ['an empty path', [''], /matches nothing|empty/],
    ['a path outside of the workspace', ['docs', '..'], /`\.\.` is outside of the workspace/],
    ['a config that is not there', ['-c', 'nowhere.json'], /nowhere\.json: There is no such config file/],
    ['a config that is a directory', ['-c', 'docs'], /A directory cannot be a config/],
  ])('is 2, with a word on stderr and nothing on stdout, for %s', async (_what, given, message) => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'docs-lint.config.json': '{}' });
    const { status, stdout, stderr } = await runCli(given, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/crashed|\n {4}at /);
  });

  it('is 2 when there are no pages', async () => {
    const cwd = makeTree({ 'docs/logo.svg': '<svg/>' });
    const { status, stdout, stderr } = await runCli(['docs/'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/No pages in `docs`/);
  });

  it.each([
    ['an unknown preset', '{ "extends": "codr" }', /docs-lint\.config\.json:1:14: .*`codr`.*`coder`/],
    ['an unknown rule', '{ "rules": { "broken-link": "off" } }', /:1:14: .*`broken-link`.*`broken-links`/],
    ['an unknown option', '{\n "rules": { "no-emdash": ["warn", { "endsh": true }] } }', /:2:.*`endsh`.*`endash`/],
    ['broken JSON', '{\n  "docs": ["docs",\n}\n', /docs-lint\.config\.json:\d:\d/],
  ])('is 2 for a config with %s', async (_what, config, message) => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'docs-lint.config.json': config });
    const { status, stdout, stderr } = await runCli([], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe.concurrent('reports', () => {
  it('as JSON on stdout, one value and nothing else', async () => {
    const { stdout } = await json(broken, 'docs/');
    const report = readReport(stdout);
    expect(Object.keys(report)).toEqual(['version', 'tool', 'problems', 'summary']);
    expect(report.version).toBe(1);
    expect(report.tool).toEqual({ name: 'docs-lint', version: packageVersion() });
    expect(report.summary).toEqual({ files: 3, errors: 4, warnings: 0, fixable: 0 });
    expect(report.problems[1]).toMatchObject({
      rule: 'broken-anchors',
      severity: 'error',
      path: 'docs/index.md',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 29,
      fingerprint: expect.stringMatching(/^[0-9a-f]{16,}$/),
      related: [{ path: 'docs/install.md', line: 3, column: 1, message: expect.any(String) }],
    });
  });

  it('as files, each whole and without colour, and stdout stays empty', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    const given = ['-f', 'json=out/deep/report.json', '-f', 'pretty=report.txt'];
    const { status, stdout } = await runCli(given, { cwd, env: { FORCE_COLOR: '1' } });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(places(readFileSync(join(cwd, 'out/deep/report.json'), 'utf8'))).toHaveLength(1);
    const text = readFileSync(join(cwd, 'report.txt'), 'utf8');
    expect(text).toContain('broken-links/missing-file');
    expect(text).not.toContain(escape);
    expect(readdirSync(join(cwd, 'out/deep'))).toEqual(['report.json']);
  });

  it('one on stdout beside one in a file', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    const { stdout } = await runCli(['-f', 'json', '-f', 'pretty=report.txt'], { cwd });
    expect(places(stdout)).toHaveLength(1);
    expect(existsSync(join(cwd, 'report.txt'))).toBe(true);
  });

  it('say which file cannot be written, and what they replace stays', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'taken/file': '' });
    const { status, stderr } = await runCli(['-f', 'json=taken'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/taken.*cannot be written/);
    expect(readdirSync(cwd).sort()).toEqual(['docs', 'taken']);
  });

  it('are not started when there was nothing to report', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n' });
    const { status } = await runCli(['nowhere.md', '-f', 'json=report.json'], { cwd });
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'report.json'))).toBe(false);
  });

  it('for people go to stdout alone, warnings about the run to stderr', async () => {
    const { stdout, stderr } = await runCli([], { cwd: unreadable });
    expect(stdout).toMatch(/docs\/index\.md:3:1/);
    expect(stdout).toMatch(/could not be checked/);
    expect(stderr).toMatch(/^error: docs\/bytes\.md:1:?\d*: is not UTF-8/);
    expect(stderr).not.toContain('missing-file');
  });
});

describe.concurrent('options', () => {
  it('--rule turns a rule off, or into a warning', async () => {
    const off = await json(broken, '--rule', 'broken-links=off', '--rule', 'broken-anchors=off');
    expect(off.places).toEqual([all[3]]);
    const warn = await json(broken, '--rule', 'no-emdash=warn', '--only', 'no-emdash');
    expect(warn).toMatchObject({ status: 0, places: [all[3]] });
    expect(readReport(warn.stdout).summary).toMatchObject({ errors: 0, warnings: 1 });
  });

  it('--rule keeps the options of the config', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\n1–2\n',
      'docs-lint.config.json': '{ "rules": { "no-emdash": ["off", { "endash": true }] } }',
    });
    expect((await json(cwd, '--rule', 'no-emdash')).places).toEqual(['docs/index.md:3 no-emdash/endash']);
    expect((await json(cwd, '--only', 'no-emdash')).places).toEqual(['docs/index.md:3 no-emdash/endash']);
  });

  it('--only runs nothing else, and may be given twice', async () => {
    expect((await json(broken, '--only', 'no-emdash')).places).toEqual([all[3]]);
    const two = await json(broken, '--only', 'no-emdash', '--only', 'broken-anchors');
    expect(two.places).toEqual([all[1], all[3]]);
  });

  it('--only and --rule do not make suppressions of other rules look unused', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\n<!-- docs-lint-disable-next-line no-emdash -->\nA — B\n',
    });
    expect((await json(cwd)).places).toEqual([]);
    expect((await json(cwd, '--rule', 'no-emdash=off')).places).toEqual([]);
    expect((await json(cwd, '--only', 'broken-links', '--only', 'suppressions')).places).toEqual([]);
  });

  it('--quiet shows errors alone', async () => {
    const { status, stdout } = await json(warned, '--quiet');
    expect(status).toBe(0);
    expect(readReport(stdout)).toMatchObject({ problems: [], summary: { errors: 0, warnings: 0 } });
  });

  it('--max-warnings fails when there are more', async () => {
    const over = await json(warned, '--max-warnings', '0');
    expect(over.status).toBe(1);
    expect(over.stderr).toMatch(/max-warnings 0/);
    expect((await json(warned, '--max-warnings', '1')).status).toBe(0);
    expect((await json(warned, '--max-warnings', '0', '--quiet')).status).toBe(1);
  });

  it('--no-error-on-unmatched-pattern lets a path match nothing', async () => {
    const flag = '--no-error-on-unmatched-pattern';
    expect(await json(broken, 'nowhere.md', flag)).toMatchObject({ status: 0, places: [] });
    expect(await json(broken, 'nowhere/*.md', 'docs/install.md', flag)).toMatchObject({ status: 1 });
    expect(await json(makeTree({ 'docs/a.txt': '' }), flag)).toMatchObject({ status: 0, places: [] });
  });

  it('-c takes this config and searches for none', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\nA — B\n\n[gone](gone.md)\n',
      'docs-lint.config.json': '{ "rules": { "no-emdash": "off" } }',
      'other/lint.json': '{ "rules": { "broken-links": "off" } }',
    });
    expect((await json(cwd)).places).toEqual(['docs/index.md:5 broken-links/missing-file']);
    expect((await json(cwd, '-c', 'other/lint.json')).places).toEqual(['docs/index.md:3 no-emdash/emdash']);
    expect((await json(join(cwd, 'docs'), '-c', '../other/lint.json', '.')).places).toHaveLength(1);
  });

  it('stand before and behind paths, and a path may begin with a dash', async () => {
    const cwd = makeTree({ 'docs/-f.md': '# F\n\nA — B\n', 'docs/b.md': '# B\n\nA — B\n' });
    const docs = join(cwd, 'docs');
    const { status, stdout } = await runCli(['--only', 'no-emdash', '-fjson', '--', '-f.md'], { cwd: docs });
    expect(status).toBe(1);
    expect(places(stdout)).toEqual(['-f.md:3 no-emdash/emdash']);
  });
});

describe.concurrent('paths', () => {
  it('none: docs/ where it exists', async () => {
    const { stdout, places } = await json(broken);
    expect(places).toEqual(all);
    expect(readReport(stdout).summary.files).toBe(3);
  });

  it('a file filters the report, and keeps what points at it from elsewhere', async () => {
    const install = await json(broken, 'docs/install.md');
    expect(install.places).toEqual([all[1], all[3]]);
    expect(readReport(install.stdout).summary).toMatchObject({ files: 3, errors: 2 });
    expect((await json(broken, './docs/deep/../deep/page.md')).places).toEqual([all[0]]);
  });

  it('a file that is gone shows what points at it', async () => {
    const { status, places } = await json(broken, 'docs/gone.md', '--no-error-on-unmatched-pattern');
    expect({ status, places }).toEqual({ status: 1, places: [all[2]] });
  });

  it('a page outside of the docs is checked when it is named', async () => {
    expect((await json(broken, 'README.md')).places).toEqual([
      'README.md:3 broken-anchors/missing-anchor',
    ]);
  });

  it('a file that is no page is no error, since hooks name what they like', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n![](logo.svg)\n', 'docs/logo.svg': '<svg/>' });
    expect(await json(cwd, 'docs/logo.svg')).toMatchObject({ status: 0, places: [] });
  });

  it('a directory is a docs root', async () => {
    const { stdout, places } = await json(broken, 'docs/deep/');
    expect(places).toEqual([all[0]]);
    expect(readReport(stdout).summary.files).toBe(1);
    const whole = await json(broken, '.');
    expect(whole.places).toEqual(['README.md:3 broken-anchors/missing-anchor', ...all]);
  });

  it('directories and files together', async () => {
    const { places } = await json(broken, 'docs/', 'docs/deep/page.md');
    expect(places).toEqual([all[0]]);
  });

  it('a directory named twice, or one inside the other, counts once', async () => {
    const { stdout, places } = await json(broken, 'docs', './docs/', 'docs/deep');
    expect(places).toEqual(all);
    expect(readReport(stdout).summary.files).toBe(3);
  });

  it('the order of the arguments changes nothing', async () => {
    const one = await json(broken, 'docs/index.md', 'docs/install.md', 'docs/deep/page.md');
    const other = await json(broken, 'docs/deep/page.md', 'docs/install.md', 'docs/index.md');
    expect(one.places).toEqual(all);
    expect(other.stdout).toBe(one.stdout);
  });

  it('a pattern in quotes stands for the pages that match', async () => {
    expect((await json(broken, 'docs/**/p*.md')).places).toEqual([all[0]]);
    expect((await json(broken, 'docs/{install,none}.md')).places).toEqual([all[1], all[3]]);
    expect((await json(join(broken, 'docs'), '*.md')).places).toHaveLength(3);
  });

  it('a name that looks like a pattern is the file of that name', async () => {
    const cwd = makeTree({ 'docs/[id].md': '# Id\n\nA — B\n', 'docs/i.md': '# I\n\nA — B\n' });
    expect((await json(cwd, 'docs/[id].md')).places).toEqual(['docs/[id].md:3 no-emdash/emdash']);
  });

  it('from elsewhere, by an absolute path: the tree is judged as at home', async () => {
    const cwd = makeTree();
    const { status, places } = await json(cwd, join(broken, 'docs'));
    expect({ status, places }).toEqual({ status: 1, places: all });
  });

  it('from elsewhere, the config beside the docs counts', async () => {
    const tree = makeTree({
      'docs/index.md': '# Home\n\nA — B\n',
      'docs-lint.config.json': '{ "rules": { "no-emdash": "warn" } }',
    });
    const outcome = await json(makeTree(), join(tree, 'docs'));
    expect(outcome).toMatchObject({ status: 0, places: ['docs/index.md:3 no-emdash/emdash'] });
  });

  it('from a subdirectory: the config above counts, paths of the report begin at it', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\n[gone](gone.md)\n',
      'docs/deep/page.md': '# Page\n\nA — B\n',
      'docs-lint.config.json': '{ "docs": ["docs"] }',
    });
    const deep = join(cwd, 'docs/deep');
    const places = ['docs/deep/page.md:3 no-emdash/emdash', 'docs/index.md:3 broken-links/missing-file'];
    expect(await json(deep)).toMatchObject({ status: 1, places });
    expect((await json(deep, 'page.md')).places).toEqual(places.slice(0, 1));
    expect((await json(deep, '.')).places).toEqual(places.slice(0, 1));
    expect((await json(deep, '..')).places).toEqual(places);
  });

  it('by a link to the directory of the tree', async () => {
    const cwd = makeTree();
    symlinkSync(broken, join(cwd, 'link'));
    expect((await json(join(cwd, 'link'), 'docs/install.md')).places).toEqual([all[1], all[3]]);
    const outside = await json(cwd, 'link/docs');
    expect(outside.status).toBe(2);
    expect(outside.stderr).toMatch(/`link\/docs` is outside of the workspace/);
  });

  it('docs as a link to a directory of the workspace', async () => {
    const cwd = makeTree({ 'site/docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    symlinkSync('site/docs', join(cwd, 'docs'));
    await runProgram('git', ['init', '--quiet'], { cwd });
    expect(await json(cwd, 'docs/')).toMatchObject({ status: 1 });
    expect(await json(cwd)).toMatchObject({ status: 1 });
  });

  it('a page that is a link to another page shows what is wrong there', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    symlinkSync('index.md', join(cwd, 'docs/same.md'));
    expect((await json(cwd)).places).toEqual(['docs/index.md:3 broken-links/missing-file']);
    expect((await json(cwd, 'docs/same.md')).places).toEqual(['docs/index.md:3 broken-links/missing-file']);
  });
});

describe.concurrent('colour', () => {
  const hasTerminal = existsSync('/usr/bin/script');
  const inTerminal = (line: string, env: Record<string, string> = {}): Promise<Outcome> =>
    runShell(`script --quiet --return --command '${line}' /dev/null`, {
      cwd: broken,
      env: { TERM: 'xterm-256color', ...env },
    });
  const command = '"$NODE" "$BINARY" docs/';

  it('is left out where the output is no terminal', async () => {
    expect((await runCli([], { cwd: broken })).stdout).not.toContain(escape);
  });

  it('comes with --color and FORCE_COLOR, for people alone', async () => {
    expect((await runCli(['--color'], { cwd: broken })).stdout).toContain(`${escape}[`);
    const env = { FORCE_COLOR: '1' };
    expect((await runCli([], { cwd: broken, env })).stdout).toContain(`${escape}[`);
    expect((await runCli(['-f', 'json'], { cwd: broken, env })).stdout).not.toContain(escape);
    expect((await runCli([], { cwd: broken, env: { FORCE_COLOR: '0' } })).stdout).not.toContain(escape);
  });

  it('is turned off by --no-color, whatever the surroundings say', async () => {
    const { stdout } = await runCli(['--no-color'], { cwd: broken, env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain(escape);
  });

  it.runIf(hasTerminal)('is there in a terminal, and not with --no-color or NO_COLOR', async () => {
    expect((await inTerminal(command)).stdout).toContain(`${escape}[`);
    expect((await inTerminal(`${command} --no-color`)).stdout).not.toContain(escape);
    expect((await inTerminal(command, { NO_COLOR: '1' })).stdout).not.toContain(escape);
    expect((await inTerminal(command, { TERM: 'dumb' })).stdout).not.toContain(escape);
  });

  it.runIf(hasTerminal)('of errors about the run follows the same wishes', async () => {
    expect((await inTerminal(`${command} nowhere`, { NO_COLOR: '1' })).stdout).not.toContain(escape);
  });
});

describe.concurrent('pipes', () => {
  const page = Array.from({ length: 3000 }, (_, index) => `[gone](gone-${index}.md)\n\n`).join('');
  const long = makeTree({ 'docs/index.md': `# Home\n\n${page}` });

  it.each(['pretty', 'json'])('a %s report whose reader leaves early is no crash', async (format) => {
    const line = `docs_lint docs/ -f ${format} | head -1; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await runShell(line, { cwd: long });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stdout).toContain('status 1');
  });

  it('a whole report goes through a slow pipe', async () => {
    const { stdout } = await runShell('docs_lint docs/ -f json | (sleep 0.5; cat)', { cwd: long });
    expect(readReport(stdout).problems).toHaveLength(3000);
  });

  it('both outputs closed change nothing of the status', async () => {
    const line = 'docs_lint docs/ 2>&1 >/dev/null | true; echo "status ${PIPESTATUS[0]}"';
    const { stdout } = await runShell(line, { cwd: unreadable });
    expect(stdout).toContain('status 2');
  });

  it('an output that takes nothing is 2, and no report of problems', async () => {
    const { status, stderr } = await runShell('docs_lint docs/ -f json >/dev/full', { cwd: long });
    expect(status).toBe(2);
    expect(stderr).toMatch(/no space|ENOSPC/i);
  });
});

describe.concurrent('other commands', () => {
  const ids = readdirSync(new URL('rules/', top)).sort();

  it('rules: a line for each folder', async () => {
    const { status, stdout, stderr } = await runCli(['rules'], { cwd: clean });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(ids);
    for (const line of lines) expect(line).toMatch(/ (?:off|warn|error) .*\S{3}/);
  });

  it('rules as JSON', async () => {
    const { stdout } = await runCli(['rules', '--format', 'json'], { cwd: clean });
    const rules = JSON.parse(stdout) as { id: string; summary: string; severity: string; fixable: boolean }[];
    expect(rules.map(({ id }) => id)).toEqual(ids);
    for (const rule of rules) {
      expect(rule).toMatchObject({
        summary: expect.stringMatching(/\S/),
        severity: expect.stringMatching(/^(?:off|warn|error)$/),
        fixable: expect.any(Boolean),
      });
    }
  });

  it('explain: the page of a rule', async () => {
    const { status, stdout, stderr } = await runCli(['explain', 'broken-links'], { cwd: clean });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('broken-links');
    expect(stdout).toContain('missing-file');
    expect((await runCli(['explain', 'broken-links/missing-file'], { cwd: clean })).status).toBe(0);
  });

  it.each([
    [['explain', 'nonsense'], /no rule `nonsense`/],
    [['explain', 'broken-link'], /Did you mean `broken-links`/],
    [['explain', '../package'], /no rule/],
    [['explain', 'constructor'], /no rule/],
    [['explain'], /missing required argument/],
    [['rules', '--format', 'xml'], /json/],
    [['rules', 'more'], /too many arguments/],
  ])('%j is 2', async (given, message) => {
    const { status, stdout, stderr } = await runCli(given, { cwd: clean });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('--version and --help, on stdout', async () => {
    const version = await runCli(['--version'], { cwd: clean });
    expect(version).toEqual({ status: 0, stdout: `${packageVersion()}\n`, stderr: '' });
    const help = await runCli(['--help'], { cwd: clean });
    expect(help).toMatchObject({ status: 0, stderr: '' });
    const options = ['--config', '--format', '--rule', '--only', '--quiet', '--max-warnings', '--no-color'];
    for (const option of [...options, 'Usage: docs-lint', 'Exit status']) expect(help.stdout).toContain(option);
    expect(help.stdout).not.toContain('(default: [])');
    expect((await runCli(['lint', '--help'], { cwd: clean })).status).toBe(0);
  });

  it('lint is the default command', async () => {
    const { status, stdout } = await runCli(['lint', 'docs/', '-f', 'json'], { cwd: broken });
    expect(status).toBe(1);
    expect(places(stdout)).toEqual(all);
  });

  it('the name of a command is still a directory when it is written as one', async () => {
    const cwd = makeTree({ 'rules/index.md': '# Rules\n\nA — B\n' });
    mkdirSync(join(cwd, 'docs'));
    expect((await json(cwd, './rules')).places).toEqual(['rules/index.md:3 no-emdash/emdash']);
  });
});

function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', top), 'utf8')) as { version: string }).version;
}
