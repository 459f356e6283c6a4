import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheDirectory } from '../src/cache/cache-directory.js';
import { openCache } from '../src/cache/open-cache.js';
import { holds } from './harness/holds.js';
import { makeTree } from './harness/make-tree.js';
import { chaos, page, tree } from './harness/random-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';
import { lintTree } from './harness/run-tree.js';

/** One change of a tree: a page gets the text of another tree's, goes away, takes another's name, or comes back. */
const change = fc.record({
  kind: fc.constantFrom('edit', 'remove', 'rename', 'restore', 'all'),
  pick: fc.nat(),
  other: fc.oneof(tree(page), tree(chaos)),
});

function changed(
  files: ReadonlyMap<string, string>,
  first: ReadonlyMap<string, string>,
  { kind, pick, other }: { kind: string; pick: number; other: ReadonlyMap<string, string> },
): ReadonlyMap<string, string> {
  const next = new Map(files);
  const paths = [...files.keys()];
  const path = paths[pick % paths.length] ?? 'docs/a.md';
  if (kind === 'all') return other;
  if (kind === 'edit') next.set(path, [...other.values()][pick % other.size] ?? '');
  if (kind === 'restore') for (const [name, text] of first) next.set(name, text);
  if (kind === 'remove' && files.size > 2) next.delete(path);
  if (kind === 'rename') {
    next.set(`docs/renamed-${pick % 3}.md`, next.get(path) ?? '');
    next.delete(path);
  }
  return next;
}

describe('the cache', () => {
  it('never gives another answer than a run without it, whatever changes', async () => {
    await holds(
      fc.tuple(tree(page), fc.array(change, { minLength: 1, maxLength: 5 })),
      async ([first, changes]) => {
        const directory = makeTree();
        let files: ReadonlyMap<string, string> = first;
        for (const one of [undefined, ...changes]) {
          if (one) files = changed(files, first, one);
          const cache = openCache(directory, 'key');
          const warm = await lintTree(files, undefined, cache);
          cache.save();
          expect(warm).toEqual(await lintTree(files));
        }
      },
      60,
    );
  });

  it('parses nothing that it knows', async () => {
    const directory = makeTree();
    const files = new Map([
      ['docs/a.md', '# A\n\n[b](b.md#b) — [none](none.md)\n'],
      ['docs/b.md', '# B\n'],
    ]);
    const puts: string[] = [];
    const run = async () => {
      const cache = openCache(directory, 'key');
      puts.length = 0;
      const counted = {
        ...cache,
        put: (...given: Parameters<typeof cache.put>) => {
          puts.push(given[0]);
          cache.put(...given);
        },
      };
      const { problems } = await lintTree(files, undefined, counted);
      cache.save();
      return problems.map(({ rule, path }) => `${path} ${rule}`);
    };
    expect(await run()).toEqual(['docs/a.md no-emdash', 'docs/a.md broken-links']);
    expect(puts).toEqual(['docs/a.md', 'docs/b.md']);
    expect(await run()).toEqual(['docs/a.md no-emdash', 'docs/a.md broken-links']);
    expect(puts).toEqual([]);
    files.set('docs/b.md', '# C\n');
    expect(await run()).toEqual([
      'docs/a.md broken-anchors',
      'docs/a.md no-emdash',
      'docs/a.md broken-links',
    ]);
    expect(puts).toEqual(['docs/b.md']);
  });

  it('keeps the options of rules apart', async () => {
    const cache = openCache(makeTree(), 'key');
    const files = new Map([['docs/a.md', '# A\n\n2020–2026 — now\n']]);
    const codes = async () => (await lintTree(files, undefined, cache)).problems.map(({ code }) => code);
    expect(await codes()).toEqual(['emdash']);
    files.set('docs-lint.config.json', '{ "rules": { "no-emdash": ["error", { "endash": true }] } }');
    expect(await codes()).toEqual(['endash', 'emdash']);
    files.delete('docs-lint.config.json');
    expect(await codes()).toEqual(['emdash']);
  });

  it('forgets what no run has asked for in a while', () => {
    const directory = makeTree();
    const save = (path: string) => {
      const cache = openCache(directory, 'key');
      cache.put(path, 'text', { a: Math.random() });
      cache.save();
    };
    save('old.md');
    for (let run = 0; run < 10; run++) save('new.md');
    expect(openCache(directory, 'key').get('old.md', 'text')).toBeDefined();
    save('new.md');
    expect(openCache(directory, 'key').get('old.md', 'text')).toBeUndefined();
  });

  it('takes away what killed runs left long ago, and nothing else', () => {
    const left = 'facts.json.123.0123abcd.tmp';
    const names = [
      left,
      `answers/x.json.5.89abcdef.tmp`,
      'facts.json.9.00000000.tmp',
      'notes.tmp',
      'a.1.tmp',
    ];
    const directory = makeTree(Object.fromEntries(names.map((name) => [name, 'half'])));
    mkdirSync(join(directory, 'facts.json.7.77777777.tmp'));
    const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const name of [...names.filter((one) => !one.includes('00000000')), 'facts.json.7.77777777.tmp'])
      utimesSync(join(directory, name), before, before);
    const cache = openCache(directory, 'key');
    cache.save();
    expect(existsSync(join(directory, left))).toBe(true);
    cache.put('a.md', 'text', { a: 1 });
    cache.save();
    expect(readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'a.1.tmp',
      'answers',
      'facts.json',
      'facts.json.7.77777777.tmp',
      'facts.json.9.00000000.tmp',
      'notes.tmp',
    ]);
  });

  it('takes hostile names for names', () => {
    const directory = makeTree();
    const cache = openCache(directory, 'key');
    for (const name of ['__proto__', 'constructor', 'a\nb', '\ud800']) cache.put(name, name, { name });
    cache.save();
    const again = openCache(directory, 'key');
    for (const name of ['__proto__', 'constructor', 'a\nb']) expect(again.get(name, name)).toEqual({ name });
    expect(again.get('toString', '')).toBeUndefined();
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['changed', (text: string) => text.replace('"gone.md"', '"a.md"')],
    ['empty', () => ''],
    ['something else', () => '{"docs/a.md":{"hash":"x","parts":{}}}'],
    ['of another build', (text: string) => text.replace(/^docs-lint cache "./, (head) => `${head}0`)],
  ])('is as good as none when its file is %s', (_what, spoil) => {
    const directory = makeTree();
    const cache = openCache(directory, 'key');
    cache.put('docs/a.md', 'text', { links: ['gone.md'] });
    cache.save();
    const file = join(directory, 'facts.json');
    expect(openCache(directory, 'key').get('docs/a.md', 'text')).toEqual({ links: ['gone.md'] });
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(openCache(directory, 'key').get('docs/a.md', 'text')).toBeUndefined();
  });
});

const files = { 'docs/a.md': '# A\n\n[none](none.md)\n', 'docs/b.md': '# B — b\n' };

describe('docs-lint and its cache', () => {
  it('says the same with it, without it and from it', async () => {
    const cwd = makeTree({ ...files, 'node_modules/x/package.json': '{}' });
    const cold = await runCli(['-f', 'json', '--no-cache'], { cwd });
    const directory = join(cwd, 'node_modules/.cache/docs-lint');
    expect(existsSync(directory)).toBe(false);
    expect(await runCli(['-f', 'json'], { cwd })).toEqual(cold);
    expect(readdirSync(directory).sort()).toEqual(['answers', 'facts.json']);
    expect(await runCli(['-f', 'json'], { cwd })).toEqual(cold);
    expect(readReport(cold.stdout).problems).toHaveLength(2);
  });

  it('does not write where nothing is new', async () => {
    const cwd = makeTree(files);
    const cached = () => statSync(join(cwd, 'kept/facts.json')).mtimeMs;
    await runCli(['--cache-dir', 'kept'], { cwd });
    const before = cached();
    await runCli(['--cache-dir', 'kept'], { cwd });
    expect(cached()).toBe(before);
  });

  it('leaves the workspace alone where no packages are installed', async () => {
    const cwd = makeTree(files);
    const home = makeTree();
    await runCli([], { cwd, env: { HOME: home, XDG_CACHE_HOME: undefined } });
    expect(readdirSync(cwd)).toEqual(['docs']);
    const workspaces = readdirSync(join(home, '.cache/docs-lint')).filter((name) => name !== 'code');
    expect(workspaces).toHaveLength(1);
  });

  it('works where nothing can be written', async () => {
    const cwd = makeTree({ ...files, file: '' });
    const cold = await runCli(['-f', 'json', '--no-cache'], { cwd });
    expect(await runCli(['-f', 'json', '--cache-dir', 'file/below'], { cwd })).toEqual(cold);
    mkdirSync(join(cwd, 'closed'));
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed'), 0o555);
    expect(await runCli(['-f', 'json', '--cache-dir', 'closed'], { cwd, uid: 65_534 })).toMatchObject({
      status: cold.status,
    });
    expect(readdirSync(join(cwd, 'closed'))).toEqual([]);
  });

  it('is whole whoever writes it at the same time', async () => {
    const cwd = makeTree(files);
    const runs = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        writeFileSync(join(cwd, `docs/c${index}.md`), `# C${index}\n`);
        return runCli(['-f', 'json', '--cache-dir', 'kept', 'docs/a.md'], { cwd });
      }),
    );
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set([1]));
    expect(readdirSync(join(cwd, 'kept')).sort()).toEqual(['answers', 'facts.json']);
    const last = await runCli(['-f', 'json', '--cache-dir', 'kept'], { cwd });
    expect(last).toEqual(await runCli(['-f', 'json', '--no-cache'], { cwd }));
  });

  it('keeps no facts of rules that a plugin brings', async () => {
    const cwd = makeTree({
      ...files,
      'docs-lint.config.json': '{ "plugins": ["./rule.js"] }',
      'package.json': '{ "type": "module" }',
      'rule.js': plugin('one'),
    });
    const messages = async () =>
      readReport(
        (await runCli(['-f', 'json', '--cache-dir', 'kept', '--only', 'rule'], { cwd })).stdout,
      ).problems.map(({ message }) => message);
    expect(await messages()).toEqual(['one', 'one']);
    writeFileSync(join(cwd, 'rule.js'), plugin('two'));
    expect(await messages()).toEqual(['two', 'two']);
  });
});

const plugin = (message: string): string => `export default {
  scope: 'file', summary: 'x', severity: 'error', codes: { x: 'x' },
  check: () => [{ code: 'x', span: [0, 1], message: '${message}' }],
};\n`;

describe('where the cache is', () => {
  const env = { XDG_CACHE_HOME: '/x' };
  it.each([
    ['linux', env, '/x/docs-lint/'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, '/.cache/docs-lint/'],
    ['darwin', {}, '/Library/Caches/docs-lint/'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/docs-lint/'],
  ] as const)('on %s with %j', (platform, env, part) => {
    expect(cacheDirectory('/nowhere/at/all', { platform, env })).toContain(part);
  });

  it('is another for each workspace', () => {
    const of = (workspace: string) => cacheDirectory(workspace, { platform: 'linux', env });
    expect(of('/nowhere/a')).not.toBe(of('/nowhere/b'));
  });

  it('is with the installed packages', () => {
    const cwd = makeTree({ 'node_modules/a/package.json': '{}' });
    expect(cacheDirectory(cwd, { platform: 'linux', env })).toBe(join(cwd, 'node_modules/.cache/docs-lint'));
  });
});
