import { describe, expect, it } from 'vitest';
import { checkFiles, other } from './harness/check-tree.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

describe.concurrent('a rule of a plugin that is wrong', () => {
  const plugin = (body: string): Record<string, string> => ({
    'docs-lint.config.json': '{ "plugins": ["./bad-rule.mjs"] }',
    'docs/a.md': '# A\n',
    'bad-rule.mjs': `export default {
      scope: 'file', summary: 'Bad.', severity: 'error', codes: { bad: 'Mend it.' },
      *check({ path }) { if (path === 'docs/a.md') { ${body} } },
    };`,
  });

  it.each([
    ['throws', 'throw new Error("oops")'],
    ['yields nothing of use', 'yield null'],
    ['yields no span', 'yield { code: "bad", message: "m" }'],
    ['yields no message', 'yield { code: "bad", span: [0, 1] }'],
    ['yields a span that is none', 'yield { code: "bad", span: [0.5, "x"], message: "m" }'],
    ['yields a code that it does not have', 'yield { code: "worse", span: [0, 1], message: "m" }'],
  ])('because it %s: its name and the page are said, and it is not called our bug', async (_what, body) => {
    const { status, stderr } = await runCli(['-f', 'json'], { cwd: makeTree({ ...other, ...plugin(body) }) });
    expect(status).toBe(2);
    expect(stderr).toMatch(/bad-rule[\s\S]*docs\/a\.md|docs\/a\.md[\s\S]*bad-rule/);
    expect(stderr).not.toMatch(/bug of docs-lint/);
  });

  it('because it points past the end: no report has such a place', async () => {
    const { status, stdout } = await checkFiles(
      plugin('yield { code: "bad", span: [500, 900], message: "m" }'),
    );
    expect([1, 2]).toContain(status);
    for (const { path, line, column } of stdout === '' ? [] : readReport(stdout).problems) {
      if (path === 'docs/a.md') expect([line, column]).toEqual([2, 1]);
    }
  });
});
