import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, json, unreadable } from './harness/cli-trees.js';
import { makeTree } from './harness/make-tree.js';
import { places, readReport } from './harness/read-report.js';
import { type Outcome, runCli, runShell } from './harness/run-cli.js';

const esc = '\u001b';
const top = new URL('../', import.meta.url);

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
    expect(text).not.toContain(esc);
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

  it.each(['README.md/x.json', 'taken'])('are all made where one, %s, cannot be written', async (file) => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\n[gone](gone.md)\n',
      'README.md': '# R\n',
      'taken/a': '',
    });
    const given = ['-f', `json=${file}`, '-f', `sarif=${file}/b`, '-f', 'unix', '-f', 'jsonl=last.jsonl'];
    const { status, stdout, stderr } = await runCli(given, { cwd });
    expect(status).toBe(2);
    expect(stdout).toContain('broken-links/missing-file');
    expect(readFileSync(join(cwd, 'last.jsonl'), 'utf8')).toContain('"type":"summary"');
    expect(stderr).toContain(`error: ${file}: cannot be written`);
    expect(stderr).not.toContain('crashed');
    expect(readdirSync(cwd).sort()).toEqual(['README.md', 'docs', 'last.jsonl', 'taken']);
  });

  it.each(['-', '/dev/stdout'])('take %s for stdout, and refuse another one there', async (name) => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n' });
    const { status, stdout } = await runCli(['-f', `json=${name}`], { cwd });
    expect(status).toBe(0);
    expect(places(stdout)).toEqual([]);
    const both = await runCli(['-f', `json=${name}`, '-f', 'pretty'], { cwd });
    expect(both).toMatchObject({ status: 2, stdout: '' });
    expect(both.stderr).toContain('Two reports would go to stdout');
    expect(readdirSync(cwd)).toEqual(['docs']);
  });

  it('are written to what is no plain file, and never in its place', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n', 'real.json': '' });
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect((await runCli(['-f', 'json=link.json'], { cwd })).status).toBe(0);
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    expect(places(readFileSync(join(cwd, 'real.json'), 'utf8'))).toEqual([]);
    const line = 'mkfifo pipe; timeout 60 cat pipe >got.json & docs_lint -f json=pipe; wait; test -p pipe';
    expect(await runShell(line, { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(places(readFileSync(join(cwd, 'got.json'), 'utf8'))).toEqual([]);
  });

  it('may not share a file', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n' });
    const { status, stderr } = await runCli(['-f', 'json=report', '-f', 'pretty=./report'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/report/);
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

describe.concurrent('colour', () => {
  const hasTerminal = existsSync('/usr/bin/script');
  const inTerminal = (line: string, env: Record<string, string> = {}): Promise<Outcome> =>
    runShell(`script --quiet --return --command '${line}' /dev/null`, {
      cwd: broken,
      env: { TERM: 'xterm-256color', ...env },
    });
  const command = '"$NODE" "$BINARY" docs/';
  /** Without what stderr says of a run that takes long. */
  const reported = `${command} 2>/dev/null`;

  it('is left out where the output is no terminal', async () => {
    expect((await runCli([], { cwd: broken })).stdout).not.toContain(esc);
  });

  it('comes with --color and FORCE_COLOR, for people alone', async () => {
    expect((await runCli(['--color'], { cwd: broken })).stdout).toContain(`${esc}[`);
    const env = { FORCE_COLOR: '1' };
    expect((await runCli([], { cwd: broken, env })).stdout).toContain(`${esc}[`);
    expect((await runCli(['-f', 'json'], { cwd: broken, env })).stdout).not.toContain(esc);
    expect((await runCli([], { cwd: broken, env: { FORCE_COLOR: '0' } })).stdout).not.toContain(esc);
  });

  it('is turned off by --no-color, whatever the surroundings say', async () => {
    const { stdout } = await runCli(['--no-color'], { cwd: broken, env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain(esc);
  });

  it.runIf(hasTerminal)('is there in a terminal, and not with --no-color or NO_COLOR', async () => {
    expect((await inTerminal(reported)).stdout).toContain(`${esc}[`);
    expect((await inTerminal(`${reported} --no-color`)).stdout).not.toContain(esc);
    expect((await inTerminal(reported, { NO_COLOR: '1' })).stdout).not.toContain(esc);
    expect((await inTerminal(reported, { TERM: 'dumb' })).stdout).not.toContain(esc);
  });

  it.runIf(hasTerminal)('of errors about the run follows the same wishes', async () => {
    expect((await inTerminal(`${command} nowhere`, { NO_COLOR: '1' })).stdout).not.toContain(esc);
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

  it('a closed error output changes nothing of the status', async () => {
    const line = `docs_lint docs/ 2>&1 >/dev/null | true; echo "status \${PIPESTATUS[0]}"`;
    const { stdout } = await runShell(line, { cwd: unreadable });
    expect(stdout).toContain('status 2');
  });

  it('an output that takes nothing is 2, and no report of problems', async () => {
    const { status, stderr } = await runShell('docs_lint docs/ -f json >/dev/full', { cwd: long });
    expect(status).toBe(2);
    expect(stderr).toMatch(/no space|ENOSPC/i);
  });
});

function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', top), 'utf8')) as { version: string }).version;
}
