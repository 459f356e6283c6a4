import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/session/lint.js';
import { makeTree } from './harness/make-tree.js';
import { runProgram } from './harness/run-cli.js';
import { named, packaged, pointed, scripted } from './markdownlint-code-trees.js';
import { monorepo, site } from './markdownlint-trees.js';

/** As in `corpora.test.ts`: trees of other projects, whose tests are skipped where they are missing. */
const folder = resolve(
  process.env.DOCS_LINT_CORPORA ?? fileURLToPath(new URL('../../shared/corpora', import.meta.url)),
);
const archive = (name: string): string => join(folder, `${name}.tar.gz`);

const peer = fileURLToPath(new URL('markdownlint-cli2-bin.mjs', import.meta.resolve('markdownlint-cli2')));

/** `path:line severity code` of everything that markdownlint-cli2 prints. */
async function theirs(cwd: string, patterns: readonly string[]): Promise<string[]> {
  const { status, stderr } = await runProgram(process.execPath, [peer, ...patterns], { cwd });
  expect(status).toBeLessThan(2);
  const rows = stderr.split('\n').filter((row) => row !== '');
  return distinct(
    rows.map((row) => {
      const [, place, severity, code] = /^(.*?:\d+)(?::\d+)? (error|warning) ([^\s/]+)[\s/]/.exec(row) ?? [];
      if (place === undefined) throw new Error(`markdownlint-cli2 says: ${row}`);
      return `${place} ${severity} ${code}`;
    }),
  );
}

async function ours(cwd: string): Promise<string[]> {
  const { problems, failures } = await lint({ cwd, paths: ['docs'], only: ['markdownlint'] });
  expect(failures).toEqual([]);
  return distinct(problems.map(({ path, line, severity, code }) => `${path}:${line} ${severity} ${code}`));
}

function distinct(rows: readonly string[]): string[] {
  return [...new Set(rows)].sort();
}

/** Both find the same, and something; returns what they find. */
async function same(cwd: string, ...told: readonly string[]): Promise<readonly string[]> {
  const [wanted, found] = await Promise.all([theirs(cwd, ['docs/**/*.md', ...told]), ours(cwd)]);
  expect({
    missing: wanted.filter((row) => !found.includes(row)),
    added: found.filter((row) => !wanted.includes(row)),
  }).toEqual({ missing: [], added: [] });
  expect(wanted.length).toBeGreaterThan(0);
  return wanted;
}

const pagesOf = (rows: readonly string[]): string[] =>
  distinct(rows.map((row) => row.replace(/:\d+ .*/, '')));

describe('trees of our own', () => {
  it('a monorepo', async () => {
    const rows = await same(makeTree(monorepo));
    expect(pagesOf(rows)).toEqual([
      'docs/.meta/page.md',
      'docs/README.md',
      'docs/core/intro.md',
      'docs/core/parts/deep/part.md',
      'docs/web/inner/page.md',
      'docs/web/start.md',
    ]);
    expect(rows.filter((row) => / warning MD029$/.test(row)).length).toBeGreaterThan(0);
  });

  it('a site', async () => {
    const rows = await same(makeTree(site));
    expect(pagesOf(rows)).toContain('docs/fr/sub/old-page.md');
    expect(rows.length).toBeGreaterThan(100);
  });

  it('a site whose ignored pages are tracked', async () => {
    const cwd = makeTree({
      ...site,
      'docs/build/page.md': '<b>x</b>\n',
      'docs/en/kept.tmp.md': '<b>x</b>\n',
    });
    for (const words of [
      ['init', '-q'],
      ['add', '-f', '.'],
    ]) {
      expect((await runProgram('git', words, { cwd })).status).toBe(0);
    }
    expect(pagesOf(await same(cwd))).not.toContain('docs/build/page.md');
  });
});

describe('settings of every kind', () => {
  const codesOf = (rows: readonly string[]): string[] => distinct(rows.map((row) => row.split(' ')[2] ?? ''));

  it('code, and custom rules', async () => {
    const rows = await same(makeTree(scripted));
    expect(codesOf(rows)).toEqual(expect.arrayContaining(['more', 'see', 'throws', 'todo', 'tokens', 'wip']));
    expect(pagesOf(rows)).toContain('docs/blog/deep/page.md');
    expect(pagesOf(rows)).not.toContain('docs/old/page.md');
  });

  it('a file by another name', async () => {
    const told = ['--config', 'pyproject.toml', '--configPointer', '/tool/markdownlint-cli2'];
    expect(pagesOf(await same(makeTree(pointed), ...told))).toEqual(['docs/api/page.md', 'docs/guide.md']);
  });

  it('a key of package.json', async () => {
    const told = ['--config', 'package.json', '--configPointer', '/markdownlint-cli2'];
    expect(pagesOf(await same(makeTree(packaged), ...told))).toEqual(['docs/api/page.md', 'docs/guide.md']);
  });

  it('names in all their forms', async () => {
    const rows = await same(makeTree(named));
    expect(pagesOf(rows)).toContain('docs/sub/deep/c.wip.md');
    expect(pagesOf(rows)).not.toContain('docs/sub/a.wip.md');
    expect(rows.some((row) => row.includes(' warning '))).toBe(true);
  });
});

describe.skipIf(!existsSync(archive('coder')))('coder (skipped without its archive)', () => {
  it('as its own settings have it', async () => {
    await same(await unpack('coder'));
  });
});

describe.skipIf(!existsSync(archive('electron')))('electron (skipped without its archive)', () => {
  it('by its own settings, save for a package that is not installed', async () => {
    const cwd = await unpack('electron');
    const file = join(cwd, '.markdownlint-cli2.jsonc');
    const { customRules: _rules, ...options } = parse(readFileSync(file, 'utf8'));
    const { extends: _base, ...config } = options.config;
    writeFileSync(file, JSON.stringify({ ...options, config }));
    await same(cwd);
  });
});

async function unpack(name: string): Promise<string> {
  const directory = makeTree();
  const { status, stderr } = await runProgram('tar', ['-xzf', archive(name)], { cwd: directory });
  if (status !== 0) throw new Error(stderr);
  return existsSync(join(directory, name)) ? join(directory, name) : directory;
}
