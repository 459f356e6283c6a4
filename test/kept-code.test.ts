import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { type Outcome, runCli } from './harness/run-cli.js';

/** From this version on, Node keeps compiled code by itself. */
const isNodes = 'enableCompileCache' in module;

const cwd = makeTree({ 'docs/index.md': '# A\n\n[gone](gone.md)\n' });
const run = (home: string): Promise<Outcome> =>
  runCli(['docs', '--no-cache'], { cwd, env: { XDG_CACHE_HOME: home } });

/** Every file of kept code. */
function kept(home: string): string[] {
  const top = join(home, 'docs-lint/code');
  if (!existsSync(top)) return [];
  return readdirSync(top).flatMap((name) =>
    readdirSync(join(top, name)).map((file) => join(top, name, file)),
  );
}

describe('compiled code', () => {
  it('is kept by one run for the next, and what was kept is not written again', async () => {
    const home = makeTree();
    const first = await run(home);
    expect(first.status).toBe(1);
    const files = kept(home);
    expect(files.length > 3).toBe(!isNodes);
    const long = new Date(2000, 1);
    for (const file of files) utimesSync(file, long, long);
    expect(await run(home)).toEqual(first);
    expect(kept(home)).toEqual(files);
    for (const file of files) expect(statSync(file).mtime).toEqual(long);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at % 997 === 500 ? byte ^ 255 : byte))),
    ],
  ])('that is %s is made anew', async (_how, spoil) => {
    const home = makeTree();
    const first = await run(home);
    const files = kept(home);
    const whole = files.map((file) => readFileSync(file));
    for (const [index, file] of files.entries()) writeFileSync(file, spoil(whole[index] as Buffer));
    expect(await run(home)).toEqual(first);
    expect(kept(home).map((file) => statSync(file).size > 1000)).toEqual(files.map(() => true));
    expect(await run(home)).toEqual(first);
  });

  it('is not missed where it cannot be kept', async () => {
    const home = makeTree({ 'docs-lint': 'a file' });
    chmodSync(home, 0o555);
    const found = await run(home);
    expect([found.status, found.stderr]).toEqual([1, '']);
  });

  it('serves runs at the same time', async () => {
    const home = makeTree();
    const all = await Promise.all([run(home), run(home), run(home)]);
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(kept(home).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});
