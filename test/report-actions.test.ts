import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { runCli, runShell } from './harness/run-cli.js';

const env = { GITHUB_ACTIONS: 'true' };
const annotation =
  /^::error file=docs\/index\.md,line=3,endLine=3,col=1,endColumn=16,title=docs-lint%3A broken-links\/missing-file::[^\n]*\n$/;
const tree = () => makeTree({ 'docs/index.md': '# Home\n\n[gone](gone.md)\n' });

describe.concurrent('in GitHub Actions', () => {
  it('annotations go to stdout and the report for people to stderr', async () => {
    const { status, stdout, stderr } = await runCli([], { cwd: tree(), env });
    expect(status).toBe(1);
    expect(stdout).toMatch(annotation);
    expect(stderr).toMatch(/docs\/index\.md:3:1 {2}error {2}broken-links\/missing-file/);
    expect(stderr).not.toMatch(/^::/m);
  });

  it('the whole list is added to the summary of the job, and it is no error when it cannot be', async () => {
    const cwd = tree();
    writeFileSync(join(cwd, 'summary.md'), '# Before\n');
    const given = { ...env, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    await runCli(['-f', 'pretty'], { cwd, env: given });
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe('# Before\n');
    await runCli([], { cwd, env: given });
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(
      /^# Before\n\*\*docs-lint\*\*: [^\n]*\n\n### `docs\/index\.md`\n\n- \*\*error\*\* 3:1 /,
    );
    const nowhere = { ...env, GITHUB_STEP_SUMMARY: join(cwd, 'docs') };
    const { status, stderr } = await runCli([], { cwd, env: nowhere });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^note: no job summary: /m);
  });

  it('a diff has no command in a log, and is to the byte in a file', async () => {
    const page = '# Home\n\n## Setup\n\n[x](#set-up) ##[stop-commands]y\r\n';
    const cwd = makeTree({ 'docs/index.md': page });
    const given = ['--fix-unsafe', '--diff'];
    const inLog = await runCli(given, { cwd, env: { CI: 'true' } });
    expect(inLog.stdout).toContain('+[x](#setup) ##\\[stop-commands]y\r\n');
    const outside = await runCli(given, { cwd });
    expect(outside.stdout).toBe(inLog.stdout.replaceAll('##\\[', '##['));
    await runShell(`docs_lint ${given.join(' ')} > fixes.patch`, { cwd, env: { CI: 'true' } });
    expect(readFileSync(join(cwd, 'fixes.patch'), 'utf8')).toBe(outside.stdout);
  });

  it('they are there beside reports in files, and leave stdout to a format that was chosen for it', async () => {
    const cwd = tree();
    const beside = await runCli(['-f', 'json=report.json'], { cwd, env });
    expect(beside.stdout).toMatch(annotation);
    expect(beside.stderr).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).problems).toHaveLength(1);
    expect((await runCli(['-f', 'pretty'], { cwd, env })).stdout).not.toMatch(/^::/m);
    expect((await runCli(['--diff'], { cwd, env })).stdout).not.toMatch(/^::/m);
  });
});
