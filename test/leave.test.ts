import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { runCli, runShell } from './harness/run-cli.js';

/** A rule that finds nothing, and what its module does beside that. */
const plugin = (beside: string): string => `${beside}
export default { scope: 'file', summary: 'Says nothing.', severity: 'error', codes: { bad: 'Mend it.' }, check: () => [] };\n`;
const config = JSON.stringify({ plugins: ['./own.mjs'] });

const tree = (beside: string): Readonly<Record<string, string>> => ({
  'docs-lint.config.json': config,
  'own.mjs': plugin(beside),
  'docs/a.md': '# A\n',
});

describe('the end of a run', () => {
  it.each([
    ['a timer', "setTimeout(() => process.stderr.write('later\\n'), 300);"],
    [
      'a file being read',
      "import { readFile } from 'node:fs'; readFile(new URL(import.meta.url), () => setTimeout(() => process.stderr.write('later\\n'), 50));",
    ],
    ['a listener', "process.once('beforeExit', () => process.stderr.write('later\\n'));"],
  ])('waits for what a plugin has begun: %s', async (_name, beside) => {
    const { status, stdout, stderr } = await runCli(['docs', '--no-cache'], { cwd: makeTree(tree(beside)) });
    expect([status, stdout]).toEqual([0, expect.stringContaining('No problems in 1 page')]);
    expect(stderr).toContain('later');
  });

  it('waits for a reader that takes its time', async () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `[${index}](./gone-${index}.md)\n`);
    const cwd = makeTree({ 'docs/a.md': `# A\n\n${lines.join('\n')}` });
    const told = await runCli(['docs', '--no-cache', '-f', 'json'], { cwd });
    const slow = await runShell('docs_lint docs --no-cache -f json | (sleep 1; cat)', { cwd });
    expect(told.stdout.length).toBeGreaterThan(1_000_000);
    expect(slow.stdout).toBe(told.stdout);
    expect(JSON.parse(slow.stdout)).toBeTruthy();
  });
});
