import { describe, expect, it } from 'vitest';
import { check, checkFiles, other, others } from './harness/check-tree.js';
import { deepFiles, largePages, slowPages } from './harness/hostile-pages.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

describe('very large input', () => {
  it.each(largePages)('%s', async (what, text, problems) => {
    const cwd = makeTree({ ...other, 'docs/a.md': text });
    const start = performance.now();
    const { status, stdout, stderr } = await runCli(['-f', 'json'], { cwd });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.info(`${what}: ${(text.length / 1e6).toFixed(1)} MB in ${seconds} s`);
    expect(stderr).toBe('');
    expect(status, `still running after ${seconds} s`).toBe(1);
    expect(readReport(stdout).summary.errors).toBe(problems + 1);
  });
});

describe.concurrent('deeply nested input', () => {
  it.each(deepFiles)('%s', async (_what, name, text) => {
    const { status, stderr, places, failures } = await checkFiles({ [`docs/${name}`]: text });
    expect([1, 2]).toContain(status);
    expect(places).toContain(others);
    expect(stderr + failures.join()).not.toMatch(/call stack|RangeError/);
    for (const failure of failures) expect(failure).toMatch(/^docs\/a\.mdx?:\d+:\d+ \S/);
  });

  it.each(slowPages)('what makes slow patterns slow: %s', async (_what, text) => {
    const cwd = makeTree({ ...other, 'docs/a.md': `${text}\n` });
    const { status, places } = await check(cwd, [], { limit: 60_000 });
    expect([1, 2]).toContain(status);
    expect(places).toContain(others);
  });
});
