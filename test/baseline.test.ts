import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

const name = '.docs-lint-baseline.json';
const old = {
  'docs/a.md': '# A\n\n[one](none.md)\n\n[two](gone.md)\n',
  'docs/b.md': '# B\n\n[three](void.md)\n',
};

function tree(files: Record<string, string> = old) {
  const cwd = makeTree(files);
  const run = (...given: string[]) => runCli(given, { cwd });
  const read = () => JSON.parse(readFileSync(join(cwd, name), 'utf8'));
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  const problems = async (...given: string[]) => {
    const { stdout } = await run('-f', 'json', ...given);
    return readReport(stdout).problems.map(({ path, line, rule, code }) => `${path}:${line} ${rule}/${code}`);
  };
  return { cwd, run, read, write, problems };
}

const count = (baseline: { problems: Record<string, Record<string, string[]>> }): number =>
  Object.values(baseline.problems).flatMap((codes) => Object.values(codes).flat()).length;

describe('the baseline', () => {
  it('hides what was there, and nothing else', async () => {
    const { run, read, write, problems } = tree();
    const written = await run('--suppress-all');
    expect(written).toMatchObject({ status: 0, stdout: `3 problems put into ${name}\n` });
    expect(Object.keys(read().problems)).toEqual(['docs/a.md', 'docs/b.md']);
    const again = await run();
    expect(again).toMatchObject({
      status: 0,
      stdout: '✔ No new problems in 2 pages; 3 more in the baseline\n',
    });
    write('docs/b.md', '# B\n\nA new line.\n\n[three](void.md) and [four](nil.md)\n');
    expect(await problems()).toEqual([
      `${name}:12 suppressions/stale-baseline`,
      'docs/b.md:5 broken-links/missing-file',
      'docs/b.md:5 broken-links/missing-file',
    ]);
    write('docs/b.md', '# B\n\nA new line.\n\n[three](void.md)\n\n[four](nil.md)\n');
    expect(await problems()).toEqual(['docs/b.md:7 broken-links/missing-file']);
  });

  it('does not let one problem take the place of another', async () => {
    const { run, write, problems } = tree();
    await run('--suppress-all');
    write('docs/b.md', '# B\n\n[three](other.md)\n');
    expect(await problems()).toEqual([
      `${name}:12 suppressions/stale-baseline`,
      'docs/b.md:3 broken-links/missing-file',
    ]);
  });

  it('tells of entries that are not needed, and takes them out', async () => {
    const { run, read, write } = tree();
    await run('--suppress-all');
    write('docs/a.md', '# A\n\n[one](none.md)\n');
    const { status, stdout } = await run();
    expect(status).toBe(0);
    expect(stdout).toContain('docs/a.md has no such problem of `broken-links/missing-file` any more.');
    expect(await run('--prune-baseline')).toMatchObject({
      status: 0,
      stdout: `1 stale entry taken out of ${name}\n`,
    });
    expect(count(read())).toBe(2);
    expect((await run()).stdout).toBe('✔ No new problems in 2 pages; 2 more in the baseline\n');
  });

  it('says nothing of what a run did not look at', async () => {
    const { cwd, run, read, write, problems } = tree();
    await run('--suppress-all');
    write('docs/a.md', '# A\n');
    expect(await problems('docs/b.md')).toEqual([]);
    expect(await problems('--only', 'no-emdash', '--only', 'suppressions')).toEqual([]);
    expect(await problems('docs/a.md')).toHaveLength(2);
    await run('--prune-baseline', 'docs/b.md');
    expect(count(read())).toBe(3);
    rmSync(join(cwd, 'docs/a.md'));
    expect(await problems()).toHaveLength(2);
    await run('--prune-baseline');
    expect(count(read())).toBe(1);
  });

  it('grows by the files that are named', async () => {
    const { run, read } = tree();
    await run('--suppress-all', 'docs/b.md');
    expect(Object.keys(read().problems)).toEqual(['docs/b.md']);
    await run('--suppress-all');
    expect(count(read())).toBe(3);
  });

  it('counts alike problems apart', async () => {
    const { run, write, problems } = tree({ 'docs/a.md': '[x](no.md)\n\n[x](no.md)\n' });
    await run('--suppress-all');
    expect(await problems()).toEqual([]);
    write('docs/a.md', '[x](no.md)\n\n[x](no.md)\n\n[x](no.md)\n');
    expect(await problems()).toEqual(['docs/a.md:5 broken-links/missing-file']);
  });

  it('is the same text whichever way it came about', async () => {
    const { cwd, run } = tree();
    await run('--suppress-all');
    const whole = readFileSync(join(cwd, name), 'utf8');
    rmSync(join(cwd, name));
    await run('--suppress-all', 'docs/b.md');
    await run('--suppress-all', 'docs/a.md');
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(whole);
  });

  it('is told of in the JSON report, and only where there is one', async () => {
    const { run } = tree();
    expect(readReport((await run('-f', 'json')).stdout).summary).not.toHaveProperty('baseline');
    await run('--suppress-all');
    expect(readReport((await run('-f', 'json')).stdout).summary).toMatchObject({ errors: 0, baseline: 3 });
  });

  it('is not written where there is nothing to put in', async () => {
    const { cwd, run } = tree({ 'docs/a.md': '# A\n' });
    expect(await run('--suppress-all')).toMatchObject({ status: 0, stdout: `0 problems put into ${name}\n` });
    expect(existsSync(join(cwd, name))).toBe(false);
  });

  it.each([
    ['{', ':1:2', 'no valid JSON'],
    ['{"version": 2}', ':1:13', '"version": 1'],
    ['{"version": 1, "problems": []}', ':1:28', 'no object for `problems`'],
    ['{"version": 1, "problems": {"a": {"b/c": 1}}}', ':1:42', 'no list'],
    ['{"version": 1, "problems": {"a": {"b/c": [1]}}}', ':1:43', 'no fingerprint'],
  ])('is refused with a place when it is %j', async (text, place, message) => {
    const { run, write, cwd } = tree();
    write(name, text);
    const { status, stderr } = await run();
    expect(status).toBe(2);
    expect(stderr).toContain(`${name}${place}`);
    expect(stderr).toContain(message);
    expect((await run('--suppress-all')).status).toBe(2);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  });

  it('tells of a page that could not be read, and does not call its entries stale', async () => {
    const { run, write } = tree();
    await run('--suppress-all');
    write('docs/a.md', '---\na: [\n---\n\n[one](none.md)\n');
    const { status, stdout } = await run('--prune-baseline');
    expect({ status, stdout }).toEqual({ status: 2, stdout: `0 stale entries taken out of ${name}\n` });
  });
});
