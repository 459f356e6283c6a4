import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingCache } from '../src/cache/recording-cache.js';
import { readShard, type ShardEntry, shardLines } from '../src/cache/shard-file.js';
import { UserError } from '../src/errors.js';
import { holds } from './harness/holds.js';
import { makeTree } from './harness/make-tree.js';
import { chaos, page, tree } from './harness/random-tree.js';
import { type Outcome, runCli } from './harness/run-cli.js';
import { lintTree } from './harness/run-tree.js';

const plugin = `export default {
  scope: 'file', summary: 'x', severity: 'error', codes: { todo: 'Do it.' },
  *check({ text }) {
    const at = text.indexOf('TODO');
    if (at >= 0) yield { code: 'todo', span: [at, at + 4], message: 'Something is left to do.' };
  },
};\n`;

const files: Readonly<Record<string, string>> = {
  'docs-lint.config.json': JSON.stringify({
    plugins: ['./no-todo.mjs'],
    overrides: [{ files: ['docs/deep/**'], rules: { 'no-emdash': ['warn', { endash: true }] } }],
  }),
  'no-todo.mjs': plugin,
  '.markdownlint.json': '{ "MD013": { "line_length": 40 } }',
  'main.go': 'package main\n\ntype Client string\n\nconst (\n\tOne Client = "One"\n\tTwo Client = "Two"\n)\n',
  'docs/a.md': '# A\n\n[none](none.md) — [b](b.md#nothing), TODO\n\n![](x.png)\n',
  'docs/b.md': '# B\n\n<!-- docs-lint-values main.go Client -->\n- `One`\n',
  'docs/c.mdx': '# C\n\n[a](a.md#a)\n\n{/* docs-lint-disable-next-line */}\n[none](none.md)\n',
  'docs/deep/d.md': '# D\n\n2020–2026, [up](../a.md#a) and a line that is longer than forty characters\n',
  'docs/deep/é.md': '# É\r\n\r\n<!-- docs-lint-disable-line no-emdash -->\r\n[c](../c.mdx#c)\r\n',
};

/** Runs every part of a tree, and puts them together. */
async function inParts(
  cwd: string,
  count: number,
  given: readonly string[] = [],
  reported: readonly string[] = ['-f', 'json'],
): Promise<{ readonly merged: Outcome; readonly parts: readonly Outcome[] }> {
  const out = makeTree();
  const names = Array.from({ length: count }, (_, index) => `${index + 1}`);
  const parts: Outcome[] = [];
  for (const name of names) {
    const where = ['--shard', `${name}/${count}`, '--shard-file', join(out, name)];
    parts.push(await runCli(['--no-cache', ...given, ...where], { cwd }));
  }
  const merged = await runCli(['merge', ...names.map((name) => join(out, name)), ...reported], { cwd });
  return { merged, parts };
}

describe('parts of a tree', () => {
  it.each([1, 2, 3, 7])('put together, %i of them say what one run says', async (count) => {
    const cwd = makeTree(files);
    const whole = await runCli(['-f', 'json', '--no-cache'], { cwd });
    const { merged, parts } = await inParts(cwd, count);
    expect(merged).toEqual(whole);
    expect(whole.status).toBe(1);
    expect(parts.map(({ status }) => status)).toEqual(Array(count).fill(0));
    const pages = parts.map(({ stdout }) => Number(/for (\d+) of 5 pages\.\n$/.exec(stdout)?.[1]));
    expect(pages.reduce((sum, one) => sum + one)).toBe(5);
  });

  it.each([
    ['--since', 'HEAD'],
    ['--staged'],
    ['--staged', '--changed-lines'],
    ['--watch'],
    ['--statistics'],
    ['--timing'],
    ['--print-config', 'docs/a.md'],
  ])('are not written for what only a whole run does: %s', async (...words) => {
    const cwd = makeTree(files);
    const { status, stdout, stderr } = await runCli(['--shard', '1/2', ...words], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`Run \`${words[0]}\` without it.`);
    expect(existsSync(join(cwd, 'docs-lint-1-of-2.facts'))).toBe(false);
  });

  it.each(['broken', 'gateway', 'mdx', 'overrides'])('say the same of the fixture %s', async (name) => {
    const cwd = makeTree();
    cpSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)), cwd, { recursive: true });
    const whole = await runCli(['--no-cache'], { cwd });
    expect((await inParts(cwd, 2, [], [])).merged).toEqual(whole);
  });

  it('check what they were asked to, however the report is to look', async () => {
    const cwd = makeTree(files);
    const given = ['docs/a.md', '--only', 'no-emdash', '--rule', 'no-emdash=warn'];
    const whole = await runCli([...given, '--max-warnings', '0', '--no-cache'], { cwd });
    const { merged } = await inParts(cwd, 2, given, ['--max-warnings', '0']);
    expect(merged).toEqual(whole);
    expect(whole).toMatchObject({ status: 1 });
  });

  it('tell of a page that cannot be read where it is read, and where all is put together', async () => {
    const cwd = makeTree({ ...files, 'docs/f.md': Uint8Array.of(0xff, 0xfe, 0xfd) });
    const whole = await runCli(['-f', 'json', '--no-cache'], { cwd });
    const { merged, parts } = await inParts(cwd, 2);
    expect(merged).toEqual(whole);
    expect(merged.status).toBe(2);
    expect(parts.map(({ status }) => status).sort()).toEqual([0, 2]);
  });

  it('are right where some are missing, and where pages changed since', async () => {
    const cwd = makeTree(files);
    for (const part of ['1/2', '2/2']) await runCli(['--shard', part, '--no-cache'], { cwd });
    expect(readdirSync(cwd).filter((name) => name.endsWith('.facts'))).toEqual([
      'docs-lint-1-of-2.facts',
      'docs-lint-2-of-2.facts',
    ]);
    const whole = await runCli(['-f', 'json', '--no-cache'], { cwd });
    const half = await runCli(['merge', 'docs-lint-1-of-2.facts', '-f', 'json'], { cwd });
    expect(half).toMatchObject({ status: 1, stdout: whole.stdout });
    expect(half.stderr).toMatch(/^note: \d of 5 pages are in none of the files/m);

    writeFileSync(join(cwd, 'docs/a.md'), '# A\n\n[other](other.md)\n');
    const changed = await runCli(['-f', 'json', '--no-cache'], { cwd });
    const both = ['docs-lint-1-of-2.facts', 'docs-lint-2-of-2.facts'];
    const merged = await runCli(['merge', ...both, '-f', 'json'], { cwd });
    expect(merged.stdout).toBe(changed.stdout);
    expect(merged.stderr).toContain('note: 1 of 5 pages are in none of the files');
  });

  it('are not read for code that they are about', async () => {
    const kinds = { env: { sources: ['**', '!docs-lint.config.json'], prefix: 'X_' } };
    const cwd = makeTree({
      'docs-lint.config.json': JSON.stringify({ rules: { 'code-references': ['error', { kinds }] } }),
      'main.js': 'run(process.env.X_ONE);\n',
      'docs/a.md': '# A\n\n`X_ONE` and `X_TWO`\n',
    });
    const whole = await runCli(['-f', 'json', '--no-cache'], { cwd });
    expect(whole.stdout).toContain('X_TWO');
    await runCli(['--shard', '1/1', '--no-cache'], { cwd });
    expect(await runCli(['merge', 'docs-lint-1-of-1.facts', '-f', 'json'], { cwd })).toEqual(whole);
  });

  it('are taken from the cache where they are known', async () => {
    const cwd = makeTree(files);
    await runCli(['--cache-dir', 'kept'], { cwd });
    const shard = (file: string) =>
      runCli(['--cache-dir', 'kept', '--shard', '1/1', '--shard-file', file], { cwd });
    await shard('warm.facts');
    rmSync(join(cwd, 'kept'), { recursive: true });
    await shard('cold.facts');
    expect(existsSync(join(cwd, 'kept'))).toBe(true);
    const whole = await runCli(['-f', 'json', '--no-cache'], { cwd });
    for (const file of ['warm.facts', 'cold.facts'])
      expect(await runCli(['merge', file, '-f', 'json'], { cwd })).toEqual(whole);
  });

  it.each([
    [['--shard', '0/2'], 'It is a part and the number of parts, as in 1/4.'],
    [['--shard', '3/2'], 'It is a part and the number of parts, as in 1/4.'],
    [['--shard', 'one'], 'It is a part and the number of parts, as in 1/4.'],
    [['--shard', '1/2', '-f', 'json'], 'Give `--format` to `docs-lint merge`.'],
    [['--shard', '1/2', '--fix'], 'Run `--fix` without it.'],
    [['--shard', '1/2', '--stdin-filename', 'docs/a.md'], 'Run `--stdin-filename` without it.'],
    [['--shard', '1/2', '--shard-file', 'docs'], 'cannot be written'],
    [['merge'], "missing required argument 'files'"],
    [['merge', 'none.facts'], 'none.facts: cannot be read'],
    [['merge', 'docs/a.md'], 'docs/a.md: is no file of facts.'],
    [['merge', 'docs'], 'docs: cannot be read'],
  ])('refuse %j', async (given, message) => {
    const outcome = await runCli(given, { cwd: makeTree(files) });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('are not mixed with those of another request or another parser', async () => {
    const cwd = makeTree(files);
    await runCli(['--shard', '1/2', '--shard-file', 'one'], { cwd });
    await runCli(['--shard', '2/2', '--shard-file', 'two', '--only', 'no-emdash'], { cwd });
    expect((await runCli(['merge', 'one', 'two'], { cwd })).stderr).toMatch(
      /two: was written with other paths or options than one\./,
    );
    expect((await runCli(['merge', 'one'], { cwd, env: { DOCS_LINT_PARSER: 'mdast' } })).stderr).toContain(
      'was written with the parser `satteri`, and this is `mdast`.',
    );
  });

  it('do not end in a half-written file', async () => {
    const cwd = makeTree({ ...files, 'closed/x': '' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed'), 0o555);
    const where = ['--shard', '1/2', '--shard-file', 'closed/facts', '--no-cache'];
    const { status, stderr } = await runCli(where, { cwd, uid: 65_534 });
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be written');
    expect(readdirSync(join(cwd, 'closed'))).toEqual(['x']);
  });
});

describe('a file of facts', () => {
  const head = { made: { build: 'x' }, asked: { paths: [], rules: [] } };

  function written(entries: Iterable<ShardEntry>): string {
    const file = join(makeTree(), 'facts');
    writeFileSync(file, [...shardLines(head, entries)].join(''));
    return file;
  }

  it('holds all that a run asks for', async () => {
    await holds(
      fc.oneof(tree(page), tree(chaos)),
      async (files) => {
        const entries = new Map<string, ShardEntry>();
        const cold = await lintTree(files, undefined, recordingCache(undefined, entries));
        const { get } = readShard(written(entries.values()));
        const put = (path: string): never => {
          throw new Error(`${path} is worked out again`);
        };
        const warm = await lintTree(files, undefined, { get, put, save: () => {} });
        expect(warm).toEqual(cold);
      },
      60,
    );
  });

  it('takes hostile names for names', () => {
    const entries = new Map<string, ShardEntry>();
    const cache = recordingCache(undefined, entries);
    const names = ['__proto__', 'constructor', 'a\nb', 'a\tb', '\u2028', '🎉'];
    for (const name of names) cache.put(name, name, { name });
    const { get, made, asked } = readShard(written(entries.values()));
    for (const name of names) expect(get(name, name)).toEqual({ name });
    expect(get('toString', '')).toBeUndefined();
    expect({ made, asked }).toEqual(head);
  });

  it('may be empty', () => {
    expect(readShard(written([])).get('a.md', '')).toBeUndefined();
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -50)],
    ['cut off at a line', (text: string) => text.split('\n').slice(0, -2).join('\n')],
    ['cut down to its first line', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
    ['changed', (text: string) => text.replace('gone.md', 'good.md')],
    ['empty', () => ''],
    ['longer', (text: string) => `${text}x`],
    ['another', () => '{}\n'],
  ])('is refused when it is %s', (_what, spoil) => {
    const entries = [{ path: 'a.md', hash: 'x', parts: { links: ['gone.md'] } }];
    const file = written(entries);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(() => readShard(file)).toThrow(UserError);
  });

  it.each([
    ['has no head', (lines: string[]) => lines.slice(0, 1)],
    ['says nothing in its head', ([mark = '', , ...rest]: string[]) => [mark, 'null', ...rest]],
    ['asks for nothing', ([mark = '', , ...rest]: string[]) => [mark, '{"made":{},"asked":{}}', ...rest]],
    ['has an entry that is none', (lines: string[]) => [...lines, 'garbage']],
  ])('is refused when somebody wrote one that %s', (_what, forge) => {
    const file = written([]);
    const body = `${forge(readFileSync(file, 'utf8').split('\n').slice(0, -2)).join('\n')}\n`;
    writeFileSync(file, `${body}${createHash('sha1').update(body).digest('hex')}\n`);
    expect(() => readShard(file)).toThrow(UserError);
  });
});
