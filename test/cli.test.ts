import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, broken, clean, json, unreadable } from './harness/cli-trees.js';
import { makeTree } from './harness/make-tree.js';
import { places, readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

const top = new URL('../', import.meta.url);
const warned = makeTree({
  'docs/index.md': '# Home\n\n<!-- docs-lint-disable-line no-emdash -->\n',
});

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
    [
      'a directory without pages beside one with some',
      ['docs', 'empty'],
      /`empty\/?` matches nothing|No pages in `empty`/,
    ],
    ['a pattern that matches nothing', ['docs/**/x*.md'], /`docs\/\*\*\/x\*\.md` matches nothing/],
    ['an empty path', [''], /matches nothing|empty/],
    ['a path outside of the workspace', ['docs', '..'], /`\.\.` is outside of the workspace/],
    ['a config that is not there', ['-c', 'nowhere.json'], /nowhere\.json: There is no such config file/],
    ['a config that is a directory', ['-c', 'docs'], /A directory cannot be a config/],
  ])('is 2, with a word on stderr and nothing on stdout, for %s', async (_what, given, message) => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'docs-lint.config.json': '{}', 'empty/x.txt': '' });
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
    [
      'an unknown option',
      '{\n "rules": { "no-emdash": ["warn", { "endsh": true }] } }',
      /:2:.*`endsh`.*`endash`/,
    ],
    ['broken JSON', '{\n  "docs": ["docs",\n}\n', /docs-lint\.config\.json:\d:\d/],
  ])('is 2 for a config with %s', async (_what, config, message) => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'docs-lint.config.json': config });
    const { status, stdout, stderr } = await runCli([], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
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
    [['explian', 'manifest'], /no command and no path `explian`\. Did you mean `docs-lint explain`\?/],
    [['rename-headin'], /no command and no path `rename-headin`\. Did you mean `docs-lint rename-heading`\?/],
    [['init', '--hook', 'huskey'], /Did you mean husky\? Allowed choices are pre-commit, husky, lefthook/],
    [['--shard-file', 'x.facts'], /`--shard-file` says where `--shard` writes\. Give `--shard` too/],
    [['completions', 'bosh'], /Did you mean bash\?/],
    [
      ['docs/indx.md', 'doks/'],
      /`docs\/indx\.md` .*Did you mean `docs\/index\.md`\?[\s\S]*Did you mean `docs`\?/,
    ],
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
    for (const option of [...options, 'Usage: docs-lint', 'Exit status'])
      expect(help.stdout).toContain(option);
    expect(help.stdout).not.toContain('(default: [])');
    expect((await runCli(['lint', '--help'], { cwd: clean })).status).toBe(0);
  });

  it('--help of every command has examples, and says each option once', async () => {
    const { stdout } = await runCli(['--help'], { cwd: clean });
    const commands = [...(/Commands:\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '').matchAll(/^ {2}(\S+)/gm)].map(
      ([, name]) => name as string,
    );
    expect(commands).toEqual(expect.arrayContaining(['merge', 'mv', 'rename-heading', 'graph', 'init']));
    for (const given of [[], ...commands.filter((name) => name !== 'help').map((name) => [name])]) {
      const help = await runCli([...given, '--help'], { cwd: clean });
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout, given.join()).toContain(`\nExamples:\n`);
      expect(help.stdout.match(/^ +-h, --help/gm), given.join()).toHaveLength(1);
    }
  });

  it('a docs root that is not there is shown where the config names it, all of them at once', async () => {
    const cwd = makeTree({
      'docs/a.md': '# A\n',
      'docs-lint.config.jsonc': '{\n  "docs": ["dosc", "elsewhere/deep"]\n}\n',
    });
    const { status, stdout, stderr } = await runCli([], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('error: docs-lint.config.jsonc:2:12: `docs` names `dosc`, and there is no such');
    expect(stderr).toContain('Did you mean `docs`?\n 2 |   "docs": ["dosc"');
    expect(stderr).toContain('docs-lint.config.jsonc:2:20: `docs` names `elsewhere/deep`');
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
