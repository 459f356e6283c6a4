import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missing, unpack } from './harness/corpora.js';
import { type JsonReport, readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

async function lintDocs(cwd: string, ...given: readonly string[]): Promise<JsonReport> {
  const { stdout, stderr } = await runCli(['docs/', '-f', 'json', ...given], { cwd });
  expect(stderr).not.toMatch(/crashed/);
  return readReport(stdout);
}

const ofRule = (report: JsonReport, rule: string) =>
  report.problems
    .filter((problem) => problem.rule === rule)
    .map(({ path, line, code, message }) => ({ place: `${path}:${line}`, code, message }));

describe.skipIf(missing('coder') !== '')(`coder${missing('coder')}`, () => {
  it('has one link to nothing, no link to a missing anchor, and a manifest without errors', async () => {
    const report = await lintDocs(await unpack('coder'), '--rule', 'markdownlint=off');
    expect(ofRule(report, 'broken-links')).toEqual([
      {
        place: 'docs/.style/content-guidelines.md:139',
        code: 'missing-file',
        message: expect.stringMatching(/\S/),
      },
    ]);
    expect(ofRule(report, 'broken-anchors')).toEqual([]);
    const errors = report.problems.filter(
      ({ rule, severity }) => rule === 'manifest' && severity === 'error',
    );
    expect(errors).toEqual([]);
    expect(report.errors).toBeUndefined();
    expect(report.summary.files).toBe(495);
  });

  it('lists every client but two, as its own preset says', async () => {
    const cwd = await unpack('coder');
    writeFileSync(join(cwd, 'docs-lint.config.json'), '{ "extends": "coder" }\n');
    const { problems } = await lintDocs(cwd, '--only', 'code-values');
    const found = problems.filter(({ rule }) => rule === 'code-values');
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['undocumented', 'docs/ai-coder/ai-gateway/monitoring.md'],
      ['undocumented', 'docs/ai-coder/ai-gateway/monitoring.md'],
    ]);
    for (const [index, name] of ['Charm Crush', 'Roo Code'].entries()) {
      const { message, related = [] } = found[index] as (typeof found)[number];
      expect(message).toContain(`\`${name}\``);
      expect(related.map(({ path }) => path)).toEqual(['aibridge/client.go']);
    }
  });

  it('is found to list the constants of a Go type, unprompted', async () => {
    const { status, stdout } = await runCli(['init', '--dry-run'], {
      cwd: await unpack('coder'),
    });
    expect(status).toBe(0);
    expect(stdout.match(/^code-values .*$/gm)).toEqual([
      expect.stringMatching(
        /`Client` in aibridge\/client\.go and docs\/ai-coder\/ai-gateway\/monitoring\.md/,
      ),
    ]);
    expect(stdout).toContain('"name": "Client"');
  });
});

describe.skipIf(missing('coder') !== '')(`moves in coder${missing('coder')}`, () => {
  const rules = ['broken-links', 'broken-anchors', 'manifest'].flatMap((rule) => ['--only', rule]);

  it.each([
    ['mv', 'docs/admin/users/index.md', 'docs/admin/people.md'],
    ['mv', 'docs/install', 'docs/get it/install'],
    ['mv', 'docs/images', 'docs/assets/images'],
    ['rename-heading', 'docs/admin/users/index.md#user-status', 'States & more'],
  ])('%s %s %s brings no problem', async (...words) => {
    const cwd = await unpack('coder');
    const problems = async (): Promise<string[]> =>
      (await lintDocs(cwd, ...rules)).problems.map(({ rule, code }) => `${rule}/${code}`).sort();
    const before = await problems();
    const { status, stdout, stderr } = await runCli(words, { cwd });
    expect({ status, stderr }, stdout).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^(?:note: .*\n)*$/),
    });
    expect(stdout).toMatch(/✔ .*ewrote \d+ links? in \d+ files?\n$/);
    expect(await problems()).toEqual(before);
  });
});

describe.skipIf(missing('electron') !== '')(`electron${missing('electron')}`, () => {
  it('has no link to nothing and no link to a missing anchor', async () => {
    const report = await lintDocs(await unpack('electron'), '--rule', 'markdownlint=off');
    expect(ofRule(report, 'broken-links')).toEqual([]);
    expect(ofRule(report, 'broken-anchors')).toEqual([]);
    expect(report.errors).toBeUndefined();
  });

  it('has settings for markdownlint, in a package that is not installed here', async () => {
    const { problems, errors } = await lintDocs(await unpack('electron'), '--only', 'markdownlint');
    expect(problems).toEqual([]);
    expect(errors).toEqual([
      {
        path: '.markdownlint-cli2.jsonc',
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.stringMatching(/^This extends `@electron\/lint-roller\//),
      },
    ]);
  });
});
