import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWatch } from '../src/cli/start-watch.js';
import { UserError } from '../src/errors.js';
import { renderTimings } from '../src/report/timing.js';
import { all, broken, clean, unreadable } from './harness/cli-trees.js';
import { makeTree } from './harness/make-tree.js';
import { places } from './harness/read-report.js';
import { runCli, runProgram } from './harness/run-cli.js';

const top = fileURLToPath(new URL('../', import.meta.url));

describe.concurrent('--print-config', () => {
  const files = {
    'docs/a.md': '# A\n',
    'docs/drafts/b.md': '# B\n',
    'docs/out.md': '# O\n',
    'base.json': '{\n  "rules": {\n    "manifest": "warn"\n  }\n}\n',
    'docs-lint.config.jsonc': `{
  "extends": ["./base.json"],
  "exclude": ["docs/out.md"],
  "site": { "generator": "mkdocs" },
  "rules": {
    "no-emdash": ["warn", { "endash": true }]
  },
  "overrides": [
    { "files": ["docs/drafts/**"], "rules": { "no-emdash": "off" } }
  ]
}
`,
  };
  const print = async (cwd: string, ...given: string[]) => {
    const { status, stdout, stderr } = await runCli(['--print-config', ...given], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  };

  it('says what holds for a page, and what says so', async () => {
    const cwd = makeTree(files);
    const printed = await print(cwd, 'docs/a.md');
    expect(printed).toMatchObject({
      path: 'docs/a.md',
      checked: true,
      workspace: cwd,
      config: join(cwd, 'docs-lint.config.jsonc'),
      docs: ['docs'],
      generators: ['mkdocs'],
    });
    expect(printed.rules['no-emdash']).toMatchObject({
      severity: 'warn',
      options: { endash: true, code: false },
      from: 'docs-lint.config.jsonc:6:18',
    });
    expect(printed.rules.manifest).toMatchObject({ severity: 'warn', from: 'base.json:3:17' });
    expect(printed.rules['broken-links']).toMatchObject({ severity: 'error', from: 'default' });
    expect(printed.rules.markdownlint).toMatchObject({ severity: 'off', from: 'default' });
  });

  it('knows overrides, and keeps the options that they leave alone', async () => {
    const { rules } = await print(makeTree(files), 'docs/drafts/b.md');
    expect(rules['no-emdash']).toMatchObject({
      severity: 'off',
      options: { endash: true },
      from: 'docs-lint.config.jsonc:9:60',
    });
  });

  it('says what is not checked: excluded, elsewhere, not there', async () => {
    const cwd = makeTree({ ...files, 'other/x.md': '# X\n' });
    for (const page of ['docs/out.md', 'other/x.md', 'docs/none.md'])
      expect(await print(cwd, page)).toMatchObject({ path: page, checked: false });
  });

  it('knows the command line, and does without a config', async () => {
    const { config, rules } = await print(broken, 'docs/index.md', '--rule', 'no-emdash=warn');
    expect(config).toBeNull();
    expect(rules['no-emdash']).toMatchObject({ severity: 'warn', from: 'command line' });
    const only = await print(broken, 'docs/index.md', '--only', 'no-emdash');
    expect(only.rules['broken-links']).toMatchObject({ severity: 'off', from: 'command line' });
  });

  it('says for a preset what names it', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n', 'docs-lint.config.json': '{ "extends": "coder" }' });
    const { rules } = await print(cwd, 'docs/a.md');
    expect(rules.manifest.from).toBe('docs-lint.config.json:1:14');
  });

  it.each([
    [['--print-config', 'docs'], /`docs` is a directory/],
    [['--print-config', 'docs/index.md', 'docs'], /no other paths/],
    [['--print-config', 'docs/index.md', '--rule', 'no-emdsh=off'], /Did you mean `no-emdash`/],
  ])('%j is 2', async (given, message) => {
    const { status, stdout, stderr } = await runCli(given, { cwd: broken });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe.concurrent('--statistics', () => {
  it('counts the problems of each kind in place of showing them', async () => {
    const { status, stdout, stderr } = await runCli(['--statistics'], { cwd: broken });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      '2  error    broken-links/missing-file',
      '1  error    broken-anchors/missing-anchor  1 unsafely',
      '1  error    no-emdash/emdash',
      '',
      '✖ 4 problems (4 errors, 0 warnings) in 3 pages; 1 can be fixed with --fix-unsafe',
    ]);
  });

  it('is told on stderr beside another report, which stays as it is', async () => {
    const { stdout, stderr } = await runCli(['--statistics', '-f', 'json'], { cwd: broken });
    expect(places(stdout)).toEqual(all);
    expect(stderr).toMatch(/^2 {2}error {4}broken-links\/missing-file$/m);
  });

  it('is a line where there is nothing to count', async () => {
    const { status, stdout } = await runCli(['--statistics'], { cwd: clean });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '✔ No problems in 1 page\n' });
  });

  it('counts no warnings with --quiet, and hides no failure', async () => {
    const { status, stdout } = await runCli(['--statistics', '--quiet'], { cwd: unreadable });
    expect(status).toBe(2);
    expect(stdout).toContain('could not be checked');
  });
});

describe('--timing', () => {
  it('says on stderr what took how long, and changes nothing else', async () => {
    const plain = await runCli(['-f', 'json', '--no-cache'], { cwd: broken });
    const { status, stdout, stderr } = await runCli(['-f', 'json', '--timing', '--no-cache'], {
      cwd: broken,
    });
    expect({ status, stdout }).toEqual({ status: plain.status, stdout: plain.stdout });
    for (const name of ['parse', 'read files', 'write reports', 'find pages', 'start, and all else'])
      expect(stderr).toMatch(new RegExp(`^ {6}${name} +\\d+\\.\\d ms +\\d+\\.\\d %$`, 'm'));
    for (const rule of ['broken-links', 'broken-anchors', 'no-emdash'])
      expect(stderr).toMatch(new RegExp(`^rule {2}${rule} +\\d+\\.\\d ms`, 'm'));
    expect(stderr).toMatch(/^ {6}total +\d+\.\d ms +100\.0 %\n$/m);
  });

  it('counts fixes and the threads of slow rules too', async () => {
    const files = { 'docs/a.md': '# A\n\n#B\n', 'docs/b.md': '# B\n\n\n\nC\n', '.markdownlint.json': '{}' };
    const { stderr } = await runCli(['--diff', '--timing'], {
      cwd: makeTree(files),
      env: { DOCS_LINT_THREADS: '2' },
    });
    expect(stderr).toMatch(/^rule {2}markdownlint +\d/m);
  });

  it('gives each step the time that is its own', async () => {
    const clock = { now: 0 };
    const { watch, measure, timings } = startWatch();
    measure(() => clock.now);
    const spend = (milliseconds: number): void => {
      clock.now += milliseconds;
    };
    watch({ phase: 'rule', rule: 'a', path: 'x.md' }, () => {
      spend(5);
      watch({ phase: 'parse', path: 'x.md' }, () => spend(30));
      spend(2);
    });
    await watch({ phase: 'config' }, async () => {
      spend(1);
      await Promise.resolve();
      watch({ phase: 'rule', rule: 'a' }, () => spend(10));
      spend(3);
    });
    expect(timings()).toEqual([
      { phase: 'rule', rule: 'a', path: 'x.md', milliseconds: 17 },
      { phase: 'parse', path: 'x.md', milliseconds: 30 },
      { phase: 'config', milliseconds: 4 },
    ]);
    const terminal = { color: 0, hyperlinks: false, width: 80 } as const;
    expect(renderTimings(timings(), 100, terminal).split('\n')).toEqual([
      '      parse                       30.0 ms   30.0 %',
      'rule  a                           17.0 ms   17.0 %',
      '      load rules and config        4.0 ms    4.0 %',
      '      start, and all else         49.0 ms   49.0 %',
      '      total                      100.0 ms  100.0 %',
      '',
    ]);
  });

  it('remembers what was done when an error came up, be it awaited or not', async () => {
    const { watch, stepsOf } = startWatch();
    const error = new Error('oops');
    const fail = (): never => {
      throw error;
    };
    expect(() =>
      watch({ phase: 'links' }, () => watch({ phase: 'rule', rule: 'a', path: 'x.md' }, fail)),
    ).toThrow(error);
    expect(stepsOf(error)).toEqual([{ phase: 'links' }, { phase: 'rule', rule: 'a', path: 'x.md' }]);
    const later = new Error('later');
    await expect(watch({ phase: 'config' }, () => Promise.reject(later))).rejects.toBe(later);
    expect(stepsOf(later)).toEqual([{ phase: 'config' }]);
    expect(stepsOf(error)).toEqual([]);
    const expected = new UserError('wrong');
    expect(() =>
      watch({ phase: 'read' }, () => {
        throw expected;
      }),
    ).toThrow(expected);
    expect(stepsOf(expected)).toEqual([]);
  });
});

describe('a crash', () => {
  let bin = '';

  /** What is built, with two rules more that break down. */
  beforeAll(() => {
    const home = makeTree();
    for (const name of ['bin', 'dist', 'rules', 'package.json'])
      cpSync(join(top, name), join(home, name), { recursive: true });
    symlinkSync(join(top, 'node_modules'), join(home, 'node_modules'));
    const add = (id: string, body: string): void => {
      mkdirSync(join(home, 'dist/rules', id));
      writeFileSync(
        join(home, 'dist/rules', id, 'index.js'),
        `export default { summary: 'x', severity: 'off', codes: { a: 'b' }, ${body} };`,
      );
    };
    add('breaks-page', `scope: 'file', *check() { null.x; }`);
    add('breaks-tree', `scope: 'project', *check() { throw 'a text\\n##[error]that is no error'; }`);
    bin = join(home, 'bin/docs-lint.js');
  });

  const crash = (cwd: string, ...given: string[]) => runProgram(process.execPath, [bin, ...given], { cwd });

  it('says what to report, what was done and with what, and how to go on', async () => {
    const cwd = makeTree({ 'docs/a b.md': '# A\n' });
    const { status, stdout, stderr } = await crash(
      cwd,
      '--only',
      'breaks-page',
      '-f',
      'json',
      '--no-cache',
      'docs/a b.md',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^docs-lint crashed\. This is a bug of docs-lint/);
    expect(stderr).toMatch(/Please report it with all that follows/);
    expect(stderr).toMatch(/^ {2}doing +rule breaks-page on docs\/a b\.md$/m);
    expect(stderr).toMatch(/^ {2}command +docs-lint --only breaks-page -f json --no-cache 'docs\/a b\.md'$/m);
    expect(stderr).toMatch(/^ {2}version +docs-lint \d\S+, Node\.js \d+\.\d+\.\d+, \w+ \w+$/m);
    expect(stderr).toMatch(/^ {2}TypeError: [\s\S]*^ {6}at /m);
    expect(stderr).toContain('`--rule breaks-page=off` leaves the rule out');
    expect(stderr).toContain('`"exclude": ["docs/a b.md"]`');
  });

  it('of a rule that looks at the whole tree names no page, and what is thrown is text', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n' });
    const { status, stderr } = await crash(cwd, '--only', 'breaks-tree');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^ {2}doing +rule breaks-tree$/m);
    expect(stderr).toContain('a text');
    expect(stderr).not.toMatch(/##\[/);
    expect(stderr).not.toContain('"exclude"');
  });

  it('writes no fix and no report file', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n\nA &mdash; B\n' });
    const { status } = await crash(cwd, '--fix', '--rule', 'breaks-page', '-f', 'json=out.json');
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'out.json'))).toBe(false);
  });
});
