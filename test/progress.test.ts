import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../src/cli/progress-line.js';
import { makeTree } from './harness/make-tree.js';
import { binary, runCli, runProgram } from './harness/run-cli.js';

const erased = '\r\u001b[K';

/** A terminal that remembers what was written to it, and a clock to set. */
function watch(
  given: { columns?: number; isTTY?: boolean; env?: NodeJS.ProcessEnv; isQuiet?: boolean } = {},
) {
  const { columns = 80, isTTY = true, env = {}, isQuiet = false } = given;
  const written: string[] = [];
  const clock = { now: 0 };
  const write = (text: unknown): boolean => written.push(String(text)) > 0;
  const line = progressLine({ columns, isTTY, write }, { env, isQuiet, now: () => clock.now });
  const at = (now: number, done: number, total = 9753): void => {
    clock.now = now;
    line.show(done, total);
  };
  return { written, line, at };
}

describe('the line of progress', () => {
  it('comes after half a second, and ten times a second at most', async () => {
    const { written, line, at } = watch();
    at(499, 1);
    expect(written).toEqual([]);
    at(500, 1204);
    for (let now = 501; now < 600; now++) at(now, 1205);
    expect(written).toEqual([`${erased}Checking 1,204 of 9,753 pages…`]);
    at(600, 1300);
    expect(written).toHaveLength(2);
    expect(await line.during(Promise.resolve('found'))).toBe('found');
    expect(written.at(-1)).toBe(erased);
  });

  it('is taken away when work fails', async () => {
    const { written, line, at } = watch();
    at(700, 1, 1);
    await expect(line.during(Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(written).toEqual([`${erased}Checking 1 of 1 page…`, erased]);
  });

  it('leaves nothing to take away where nothing was said', async () => {
    const { written, line, at } = watch();
    at(10, 1);
    await line.during(Promise.resolve());
    expect(written).toEqual([]);
  });

  it('stays on its line', () => {
    const { written, at } = watch({ columns: 12 });
    at(700, 1);
    expect(written).toEqual([`${erased}Checking 1 `]);
  });

  it.each([{ isTTY: false }, { isQuiet: true }, { env: { CI: 'true' } }, { env: { TERM: 'dumb' } }])(
    'does not show with %j',
    (given) => {
      const { written, at } = watch(given);
      at(700, 1);
      expect(written).toEqual([]);
    },
  );
});

/** A rule that takes its time: 200 ms a page, over six pages. */
const slow = {
  'docs-lint.config.json': '{ "plugins": ["./slow.mjs"] }',
  'slow.mjs': `export default {
    scope: 'file', summary: 'x', severity: 'error', codes: { x: 'x' },
    *check() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); },
  };\n`,
  ...Object.fromEntries(Array.from('abcdef', (name) => [`docs/${name}.md`, `# ${name}\n`])),
};

describe('docs-lint in front of somebody', () => {
  const hasTerminal = existsSync('/usr/bin/script');
  const inTerminal = (line: string, cwd: string) =>
    runProgram('script', ['-qec', `'${process.execPath}' '${binary}' ${line}`, '/dev/null'], { cwd });

  it.runIf(hasTerminal)('says what is done, and leaves the report alone on the terminal', async () => {
    const { stdout, status } = await inTerminal('', makeTree(slow));
    const [nothing, ...shown] = stdout.split(erased);
    const report = shown.pop();
    expect(nothing).toBe('');
    expect(shown.length).toBeGreaterThan(0);
    for (const one of shown) expect(one).toMatch(/^Checking [1-6] of 6 pages…$/);
    expect(report).toMatch(/No problems in 6 pages\r\n$/);
    expect(status).toBe(0);
  });

  it.runIf(hasTerminal)('says nothing of it with --quiet', async () => {
    expect((await inTerminal('--quiet', makeTree(slow))).stdout).not.toContain('Checking');
  });

  it('says nothing of it in a pipe', async () => {
    expect(await runCli([], { cwd: makeTree(slow) })).toMatchObject({ status: 0, stderr: '' });
  });
});
