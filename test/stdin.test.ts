import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runShell } from './harness/run-cli.js';

const files = {
  'docs/a.md': '# A\n\n[b](b.md#set-up)\n',
  'docs/b.md': '# B\n\n## Set up\n',
  'docs-lint.config.json': '{ "exclude": ["docs/out/**"] }',
};

/** Runs docs-lint with this standard input, as `printf` writes it. */
function pipe(text: string, given: string, cwd = makeTree(files)) {
  return runShell(`printf '${text}' | docs_lint ${given}`, { cwd });
}

const places = (stdout: string) => readReport(stdout).problems.map(({ path, code }) => `${path} ${code}`);

describe('--stdin-filename', () => {
  it('checks the text as that page, and leaves the file alone', async () => {
    const cwd = makeTree(files);
    const { status, stdout } = await pipe('[x](none.md)\\n', '--stdin-filename docs/a.md -f json', cwd);
    expect({ status, places: places(stdout) }).toEqual({ status: 1, places: ['docs/a.md missing-file'] });
    expect(readFileSync(join(cwd, 'docs/a.md'), 'utf8')).toBe(files['docs/a.md']);
  });

  it('tells what it breaks elsewhere', async () => {
    const { stdout } = await pipe('# B\\n', '--stdin-filename docs/b.md -f json');
    expect(places(stdout)).toEqual(['docs/a.md missing-anchor']);
  });

  it.each(['docs/new.md', 'docs/deep/new.md'])('takes a page that is not there yet: %s', async (path) => {
    const { status, stdout } = await pipe(
      '[x](none.md) [a](/docs/a.md)\\n',
      `--stdin-filename ${path} -f json`,
    );
    expect({ status, places: places(stdout) }).toEqual({ status: 1, places: [`${path} missing-file`] });
  });

  it('says nothing of a page that the config leaves out', async () => {
    const { status, stdout } = await pipe('[x](none.md)\\n', '--stdin-filename docs/out/a.md -f json');
    expect({ status, places: places(stdout) }).toEqual({ status: 0, places: [] });
  });

  it.each([
    ['[x](B.md)\\r\\n', '[x](b.md)\r\n'],
    ['\\357\\273\\277[x](B.md)', '\ufeff[x](b.md)'],
    ['[x](none.md)\\n', '[x](none.md)\n'],
    ['', ''],
  ])('prints %j mended with --fix, and nothing else', async (given, mended) => {
    const cwd = makeTree(files);
    const { stdout } = await pipe(given, '--stdin-filename docs/new.md --fix', cwd);
    expect(stdout).toBe(mended);
    expect(existsSync(join(cwd, 'docs/new.md'))).toBe(false);
  });

  it('prints a diff with --diff', async () => {
    const { status, stdout } = await pipe('[x](B.md)\\n', '--stdin-filename docs/a.md --diff');
    expect(status).toBe(1);
    expect(stdout).toContain('-[x](B.md)\n+[x](b.md)\n');
  });

  it.each([
    ['docs/b.md --stdin-filename docs/a.md', 'no other paths'],
    ["--stdin-filename ''", 'names no page'],
    ['--stdin-filename docs', 'is a directory'],
    ['--stdin-filename docs/a.md --suppress-all', 'not from standard input'],
    ['--stdin-filename docs/a.md --fix -f json', 'goes to stdout'],
  ])('is refused as %s', async (given, message) => {
    const { status, stdout, stderr } = await pipe('x', given);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('is refused for bytes that are no text', async () => {
    const { status, stderr } = await pipe('\\377', '--stdin-filename docs/a.md');
    expect(status).toBe(2);
    expect(stderr).toContain('docs/a.md:1: is not UTF-8');
  });
});
