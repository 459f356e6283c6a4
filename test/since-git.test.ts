import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { found } from './harness/new-problems.js';
import { cleanEnvironment, runCli } from './harness/run-cli.js';

const start = {
  'docs/a.md': '# A\n\n## One\n\n[old](old.md)\n',
  'docs/b.md': '# B\n\n[a](a.md#one)\n',
};
const broken = expect.stringMatching(
  /^docs\/b\.md:3:1 broken-anchors\/missing-anchor .* The heading `## One` was removed in this change, in docs\/a\.md\.$/,
);
const noHeading = { 'docs/a.md': '# A\n\n[old](old.md)\n' };

function clone(repository: Repository, ...words: readonly string[]): string {
  const directory = join(makeTree(), 'clone');
  execFileSync(
    'git',
    [
      '-c',
      'protocol.file.allow=always',
      'clone',
      '--quiet',
      ...words,
      `file://${repository.directory}`,
      directory,
    ],
    { env: cleanEnvironment(), stdio: 'pipe' },
  );
  return directory;
}

function git(cwd: string, ...words: readonly string[]): string {
  const who = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'protocol.file.allow=always',
  ];
  return execFileSync('git', [...who, ...words], {
    cwd,
    env: cleanEnvironment(),
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

describe('the index', () => {
  it('is checked, and not the work tree', async () => {
    const { directory, write, git } = makeRepository(start);
    write({ ...noHeading, 'docs/b.md': '# B\n\n[x](x.md)\n' });
    expect(await found(directory, { staged: true })).toEqual([]);
    git('add', 'docs/a.md');
    expect(await found(directory, { staged: true })).toEqual([broken]);
    git('add', 'docs/b.md');
    write({ 'docs/x.md': '# X\n', 'docs/b.md': start['docs/b.md'] });
    const missing = expect.stringContaining('docs/b.md:3:1 broken-links/missing-file No file `docs/x.md`');
    expect(await found(directory, { staged: true })).toEqual([missing]);
    git('add', '--intent-to-add', 'docs/x.md');
    expect(await found(directory, { staged: true })).toEqual([missing]);
    git('add', 'docs/x.md');
    write({ 'docs/x.md': undefined });
    expect(await found(directory, { staged: true })).toEqual([]);
  });

  it('is all new where there is no commit yet', async () => {
    const directory = makeTree(start);
    git(directory, 'init', '--quiet');
    git(directory, 'add', 'docs/a.md');
    expect(await found(directory, { staged: true })).toEqual([
      expect.stringContaining('docs/a.md:5:1 broken-links/missing-file'),
    ]);
    await expect(found(directory, { since: 'main' })).rejects.toThrow('There is no commit yet');
  });

  it('is refused while it holds conflicts', async () => {
    const repository = makeRepository(start);
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.commit({ 'docs/a.md': '# Mine\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'docs/a.md': '# Theirs\n' });
    expect(() => repository.git('merge', 'other')).toThrow();
    await expect(found(repository.directory, { staged: true })).rejects.toThrow('has conflicts in the index');
  });

  it('is that of the hook in which docs-lint runs, wherever the workspace is', async () => {
    const config = { 'sub/docs-lint.config.json': '{}' };
    const { directory, write } = makeRepository({ ...config, 'sub/docs/a.md': '# A\n' });
    const hook = '#!/bin/sh\n(cd sub && "$NODE" "$BINARY" --staged --format unix) || exit 1\n';
    writeFileSync(join(directory, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
    const { binary } = await import('./harness/run-cli.js');
    const env = { ...cleanEnvironment(), NODE: process.execPath, BINARY: binary };
    const commit = (cwd: string): string => {
      try {
        const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
        return execFileSync('git', [...who, 'commit', '-m', 'all', '--all'], {
          cwd,
          env,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (error) {
        return (error as { stderr: string }).stderr;
      }
    };
    write({ 'sub/docs/a.md': '# A\n\n[x](x.md)\n' });
    expect(commit(directory)).toContain('docs/a.md:3:1: error: No file `docs/x.md`');
    const linked = `${makeTree()}/linked`;
    git(directory, 'worktree', 'add', '--quiet', linked);
    writeFileSync(join(linked, 'sub/docs/a.md'), '# A\n\n[y](y.md)\n');
    expect(commit(linked)).toContain('docs/a.md:3:1: error: No file `docs/y.md`');
    writeFileSync(join(linked, 'sub/docs/a.md'), '# A\n\nFine.\n');
    expect(commit(linked)).toContain('1 file changed');
  });

  it('takes what git ignores for what it is', async () => {
    const { directory, write, git } = makeRepository({
      ...start,
      '.gitignore': 'docs/reference/\n',
      'mkdocs.yml': 'site_name: x\n',
    });
    write({ 'docs/reference/api.md': '# API\n', 'docs/b.md': '# B\n\n[api](reference/api.md)\n' });
    const plain = (await found(directory)).filter((line) => line.startsWith('docs/b.md'));
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual(plain);
  });
});

describe('repositories of every kind', () => {
  it('have files with odd names', async () => {
    const names = [
      'docs/ü b.md',
      'docs/"quoted".md',
      'docs/tab\there.md',
      'docs/-dash.md',
      'docs/new\nline.md',
    ];
    const texts = (end: string) =>
      Object.fromEntries(
        names.map((name, at) => [name, `# Odd\n\n${`Page ${at}. `.repeat(9)}\n\n[old](old.md)\n${end}`]),
      );
    const { directory, write, git } = makeRepository({ ...start, ...texts('') });
    git('config', 'core.quotePath', 'true');
    write(texts('\nA dash — here.\n'));
    const dashes = (all: readonly string[]) =>
      [...all].sort().map((name) => expect.stringContaining(`${name}:7:8 no-emdash/emdash`));
    expect(await found(directory, { since: 'HEAD', changedLines: true })).toEqual(dashes(names));
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual(dashes(names));
    const moved = names.map((name) => name.replace('docs/', 'docs/moved '));
    for (const [at, name] of names.entries()) git('mv', '--', name, moved[at] as string);
    expect(await found(directory, { staged: true })).toEqual(dashes(moved));
  });

  it('have a workspace below their top', async () => {
    const { directory, write, git } = makeRepository({
      'other/x.md': '[gone](gone.md)\n',
      ...Object.fromEntries(Object.entries(start).map(([path, text]) => [`site/${path}`, text])),
      'site/docs-lint.config.json': '{}',
    });
    write({ 'site/docs/a.md': noHeading['docs/a.md'], 'other/x.md': '[gone](more.md)\n' });
    expect(await found(join(directory, 'site'), { since: 'HEAD' })).toEqual([broken]);
    git('add', '--all');
    expect(await found(join(directory, 'site'), { staged: true })).toEqual([broken]);
    expect(await found(join(directory, 'site/docs'), { staged: true })).toEqual([broken]);
  });

  it('have linked work trees', async () => {
    const { directory, git: run } = makeRepository(start);
    const linked = `${makeTree()}/linked`;
    run('worktree', 'add', '--quiet', linked);
    writeFileSync(join(linked, 'docs/a.md'), noHeading['docs/a.md']);
    expect(await found(linked, { since: 'main' })).toEqual([broken]);
    git(linked, 'add', '--all');
    expect(await found(linked, { staged: true })).toEqual([broken]);
    expect(await found(directory, { staged: true })).toEqual([]);
  });

  it('name objects by SHA-256', async () => {
    const directory = makeTree(start);
    git(directory, 'init', '--quiet', '--object-format=sha256', '--initial-branch=main');
    git(directory, 'add', '--all');
    expect(await found(directory, { staged: true })).toHaveLength(1);
    git(directory, 'commit', '--quiet', '--message', 'one');
    writeFileSync(join(directory, 'docs/a.md'), noHeading['docs/a.md']);
    expect(await found(directory, { since: 'main' })).toEqual([broken]);
    git(directory, 'add', '--all');
    expect(await found(directory, { staged: true })).toEqual([broken]);
  });

  it('hold symbolic links', async () => {
    const { directory, git, write } = makeRepository({ ...start, 'shared/c.md': '# C\n\n## Two\n' });
    symlinkSync('../shared', join(directory, 'docs/shared'));
    symlinkSync('a.md', join(directory, 'docs/link.md'));
    write({ 'docs/b.md': '# B\n\n[c](shared/c.md#two), [a](link.md#one)\n' });
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual([]);
    git('commit', '--quiet', '--message', 'links');
    write({ 'shared/c.md': '# C\n' });
    rmSync(join(directory, 'docs/link.md'));
    symlinkSync('b.md', join(directory, 'docs/link.md'));
    const expected = [
      expect.stringContaining('docs/b.md:3:1 broken-anchors/missing-anchor'),
      expect.stringContaining('docs/b.md:3:23 broken-anchors/missing-anchor'),
    ];
    expect(await found(directory, { since: 'HEAD' })).toEqual(expected);
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual(expected);
  });

  it('hold a file where a directory was, and a directory where a file was', async () => {
    const { directory, git } = makeRepository({ ...start, 'docs/x': 'text\n', 'docs/y/z.md': '# Z\n' });
    writeFileSync(join(directory, 'docs/b.md'), '# B\n\n[x](x), [z](y/z.md)\n');
    git('commit', '--quiet', '--all', '--message', 'links');
    rmSync(join(directory, 'docs/x'));
    rmSync(join(directory, 'docs/y'), { recursive: true });
    mkdirSync(join(directory, 'docs/x'));
    writeFileSync(join(directory, 'docs/x/z.md'), '# Z\n');
    writeFileSync(join(directory, 'docs/y'), 'text\n');
    const expected = [
      expect.stringMatching(
        /^docs\/b\.md:3:9 broken-links\/missing-file .*docs\/y\/z\.md was (?:deleted|renamed to docs\/x\/z\.md) in this change\.$/,
      ),
    ];
    expect(await found(directory, { since: 'HEAD' })).toEqual(expected);
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual(expected);
  });

  it('hold other repositories', async () => {
    const inner = makeRepository({ 'page.md': '# Page\n\n## Part\n' });
    const { directory, write, git: run } = makeRepository(start);
    run('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.directory, 'docs/inner');
    write({ 'docs/b.md': '# B\n\n[p](inner/page.md), [gone](inner/gone.md)\n' });
    const plain = (await found(directory)).filter((line) => line.startsWith('docs/b.md'));
    run('add', '--all');
    expect(await found(directory, { staged: true })).toEqual(plain);
    run('commit', '--quiet', '--message', 'inner');
    expect(await found(directory, { since: 'HEAD' })).toEqual([]);
  });

  it('keep pages by Git LFS', async () => {
    const { directory, write, git: run } = makeRepository({ ...start, 'docs/pic.png': 'no picture' });
    const pointerTo = (oid: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 10\n`;
    const oid = 'ab'.padEnd(64, '0');
    mkdirSync(join(directory, '.git/lfs/objects/ab/00'), { recursive: true });
    writeFileSync(join(directory, `.git/lfs/objects/ab/00/${oid}`), '# Large\n\n## Part\n\n[old](old.md)\n');
    write({ 'docs/large.md': pointerTo(oid), 'docs/b.md': '# B\n\n[l](large.md#part)\n' });
    run('add', '--all');
    expect(await found(directory, { staged: true })).toEqual([
      expect.stringContaining('docs/large.md:5:1 broken-links/missing-file'),
    ]);
    run('commit', '--quiet', '--message', 'large');
    write({ 'docs/large.md': '# Large\n\n## Part\n\n[old](old.md)\n\nA dash — here.\n' });
    expect(await found(directory, { since: 'HEAD' })).toEqual([
      expect.stringContaining('docs/large.md:7:8 no-emdash/emdash'),
    ]);
    rmSync(join(directory, `.git/lfs/objects/ab/00/${oid}`));
    expect(await found(directory, { since: 'HEAD' })).toContainEqual(
      expect.stringContaining('docs/large.md is kept by Git LFS, and its content is not here.'),
    );
  });

  it('are too shallow to tell', async () => {
    const repository = makeRepository(start);
    repository.commit({ 'docs/c.md': '# C\n' });
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit(noHeading);
    const shallow = clone(repository, '--depth=1', '--branch=topic');
    await expect(found(shallow, { since: 'origin/main' })).rejects.toThrow(
      'This clone does not have `origin/main`. Fetch it with `git fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main`',
    );
    git(shallow, 'fetch', '--quiet', '--depth=1', 'origin', '+refs/heads/main:refs/remotes/origin/main');
    await expect(found(shallow, { since: 'origin/main' })).rejects.toThrow(
      'This clone is too shallow to tell where it left `origin/main`. Fetch its history with `git fetch --unshallow origin`',
    );
    git(shallow, 'fetch', '--quiet', '--unshallow', 'origin');
    expect(await found(shallow, { since: 'origin/main' })).toEqual([broken]);
  });

  it('are partial, and say what they lack', async () => {
    const repository = makeRepository(start);
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.commit(noHeading);
    const partial = clone(repository, '--filter=blob:none', '--branch=topic');
    expect(await found(partial, { since: 'origin/main' })).toContainEqual(
      expect.stringContaining(
        'docs/a.md is not in this partial clone. Run `git fetch --refetch --no-filter`',
      ),
    );
    const { stderr } = await runCli(['--since', 'origin/main'], { cwd: partial });
    expect(stderr.split('is not in this partial clone')).toHaveLength(2);
    git(partial, 'fetch', '--quiet', '--refetch', '--no-filter');
    expect(await found(partial, { since: 'origin/main' })).toEqual([broken]);
  });

  it('are checked out in part', async () => {
    const { directory, git, write } = makeRepository({ ...start, 'images/x.png': 'x', 'code/y.md': '# Y\n' });
    write({ 'docs/b.md': '# B\n\n[a](a.md#one), [x](../images/x.png)\n' });
    git('commit', '--quiet', '--all', '--message', 'more');
    git('sparse-checkout', 'set', 'docs');
    write(noHeading);
    expect(await found(directory, { since: 'HEAD' })).toEqual([broken]);
    git('add', '--all');
    expect(await found(directory, { staged: true })).toEqual([broken]);
    expect(await found(directory, { since: 'HEAD~' })).not.toContainEqual(
      expect.stringContaining('code/y.md'),
    );
  });
});

describe('without what git has', () => {
  it('there is nothing to compare with', async () => {
    const cwd = makeTree(start);
    expect((await runCli(['--only', 'broken-anchors'], { cwd })).status).toBe(0);
    for (const word of ['--since=main', '--staged']) {
      const { status, stderr } = await runCli([word], { cwd });
      expect([status, stderr]).toEqual([2, expect.stringContaining('is in no work tree of git')]);
    }
    const without = await runCli(['--since', 'main'], { cwd, env: { PATH: makeTree() } });
    expect([without.status, without.stderr]).toEqual([2, expect.stringContaining('there is no git here')]);
  });

  it('a ref that is no commit is said with what may be meant', async () => {
    const { directory } = makeRepository(start);
    const since = (ref: string) => found(directory, { since: ref });
    await expect(since('mian')).rejects.toThrow('There is no commit `mian`. Did you mean `main`?');
    await expect(since('docs')).rejects.toThrow(
      'names a path, and a commit is meant. Write `--since=<ref> docs`',
    );
    await expect(since('--all')).rejects.toThrow('`--all` is no name that a commit can have.');
    await expect(since('a\0b')).rejects.toThrow('is no name that a commit can have.');
    await expect(since('0123abc')).rejects.toThrow('does not have the commit `0123abc`');
    await expect(since('origin/main')).rejects.toThrow(
      'git fetch --no-tags origin +refs/heads/main:refs/remotes/origin/main',
    );
  });
});
