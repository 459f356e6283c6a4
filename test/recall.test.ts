import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { runCli, runProgram, runShell } from './harness/run-cli.js';

const files = {
  'node_modules/x/package.json': '{}',
  'docs/a.md': '# A\n\n[none](none.md)\n',
  'docs/b.md': '# B — b\n\n[lib](../lib/x)\n',
};

const answersOf = (cwd: string): string => join(cwd, 'node_modules/.cache/docs-lint/answers');

/** What the one answer of a tree says, whose place is below. */
function answerFile(cwd: string): string {
  const names = readdirSync(answersOf(cwd));
  expect(names).toHaveLength(1);
  return join(answersOf(cwd), names[0] as string);
}

describe('an answer that is kept', () => {
  it('is what the run printed, and says the same again', async () => {
    const cwd = makeTree(files);
    symlinkSync('/etc/hostname', join(cwd, 'docs/out.md'));
    const first = await runCli([], { cwd });
    expect(first).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^note: docs\/out\.md is a symbolic link/),
    });
    const [, body = ''] = readFileSync(answerFile(cwd), 'utf8').split('\n');
    const { output, status } = JSON.parse(body) as { output: [number, string][]; status: number };
    const of = (stream: number) => output.flatMap(([one, text]) => (one === stream ? [text] : [])).join('');
    expect({ status, stdout: of(1), stderr: of(2) }).toEqual(first);
    expect(await runCli([], { cwd })).toEqual(first);
  });

  it('is given without a look at facts or rules', async () => {
    const cwd = makeTree(files);
    const first = await runCli([], { cwd });
    const facts = join(cwd, 'node_modules/.cache/docs-lint/facts.json');
    rmSync(facts);
    expect(await runCli([], { cwd })).toEqual(first);
    expect(existsSync(facts)).toBe(false);
    writeFileSync(join(cwd, 'docs/a.md'), '# A\n');
    expect((await runCli([], { cwd })).stdout).not.toContain('none.md');
    expect(existsSync(facts)).toBe(true);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['changed', (text: string) => text.replace('none.md', 'nine.md')],
    ['empty', () => ''],
    ['of another build', (text: string) => text.replace(/^docs-lint cache "/, (head) => `${head}0`)],
  ])('is as good as none when its file is %s', async (_what, spoil) => {
    const cwd = makeTree(files);
    const first = await runCli([], { cwd });
    const file = answerFile(cwd);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, spoil(text));
    expect(readFileSync(file, 'utf8')).not.toBe(text);
    expect(await runCli([], { cwd })).toEqual(first);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is another for other arguments, directories and environments', async () => {
    const cwd = makeTree(files);
    const plain = await runCli(['docs'], { cwd });
    const colored = await runCli(['docs'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(colored.stdout).toContain('\u001b[');
    expect(await runCli(['docs'], { cwd })).toEqual(plain);
    const inside = await runCli(['docs'], { cwd: join(cwd, 'node_modules') });
    expect(inside.status).toBe(2);
    expect(readdirSync(answersOf(cwd))).toHaveLength(2);
  });

  it('says nothing of the environment that it belongs to', async () => {
    const cwd = makeTree(files);
    await runCli(['--max-warnings', '4321'], { cwd, env: { API_TOKEN: 'secret-of-the-user' } });
    expect(readFileSync(answerFile(cwd), 'utf8')).not.toMatch(/secret-of-the-user|API_TOKEN|4321/);
  });

  it('is not looked for where the current directory was removed', async () => {
    const cwd = makeTree({ ...files, 'gone/a.md': '' });
    const line = 'cd gone && rm -r ../gone && docs_lint';
    expect(await runShell(line, { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('The current directory was removed.'),
    });
  });

  it('is not kept where a run does more than print, or could not check', async () => {
    const cwd = makeTree(files);
    await runCli(['-f', `json=${join(cwd, 'report.json')}`], { cwd });
    await runCli(['--fix'], { cwd });
    await runCli(['--no-cache'], { cwd });
    await runCli(['--stdin-filename', 'docs/a.md'], { cwd });
    await runCli([], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    writeFileSync(join(cwd, 'docs/bad.md'), Buffer.from([0xff]));
    expect((await runCli([], { cwd })).status).toBe(2);
    expect(existsSync(answersOf(cwd))).toBe(false);
  });

  it('does not wait for a pipe in the place of a page', async () => {
    const cwd = makeTree(files);
    await runCli([], { cwd });
    rmSync(join(cwd, 'docs/a.md'));
    await runProgram('mkfifo', [join(cwd, 'docs/a.md')], { cwd });
    expect((await runCli([], { cwd })).stdout).not.toContain('none.md');
  });

  it('gives way to newer ones', async () => {
    const cwd = makeTree(files);
    for (let warnings = 0; warnings < 14; warnings++)
      await runCli(['--max-warnings', `${warnings}`], { cwd });
    expect(readdirSync(answersOf(cwd))).toHaveLength(12);
  });
});
