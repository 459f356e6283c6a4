import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { cleanEnvironment, runCli } from './harness/run-cli.js';

const page = '# Guide\n\n[a](Install.md#Set-Up) and [b](instal.md), one — and two\n';
const files = { 'docs/guide.md': page, 'docs/install.md': '# Install\n\n## Set up\n' };
const safely = page.replace('Install.md#Set-Up', 'install.md#set-up');
const wholly = safely.replace('instal.md', 'install.md').replace('one — and', 'one, and');

const read = (directory: string, path: string): string => readFileSync(join(directory, path), 'utf8');

/** Runs it in a new tree. */
async function fixed(
  tree: Readonly<Record<string, string | Uint8Array>>,
  given: readonly string[] = ['--fix'],
): Promise<{ directory: string; status: number | undefined; stdout: string; stderr: string }> {
  const directory = makeTree(tree);
  return { directory, ...(await runCli(given, { cwd: directory })) };
}

describe('--fix', () => {
  it('applies what is safe, and says what is left', async () => {
    const { directory, status, stdout, stderr } = await fixed(files);
    expect(read(directory, 'docs/guide.md')).toBe(safely);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '✖ 2 problems (2 errors, 0 warnings) in 2 pages; 2 fixed; 2 can be fixed with --fix-unsafe',
    );
    expect(stdout).toContain('[a](install.md#set-up)');
    expect(readdirSync(join(directory, 'docs'))).toEqual(['guide.md', 'install.md']);
  });

  it('applies the rest where it is told to', async () => {
    const { directory, status, stdout } = await fixed(files, ['--fix-unsafe']);
    expect(read(directory, 'docs/guide.md')).toBe(wholly);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '✔ No problems in 2 pages; 4 fixed\n' });
  });

  it('is not needed twice', async () => {
    const { directory } = await fixed(files, ['--fix-unsafe']);
    const before = statSync(join(directory, 'docs/guide.md'));
    const { status, stdout } = await runCli(['--fix-unsafe'], { cwd: directory });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '✔ No problems in 2 pages\n' });
    expect(statSync(join(directory, 'docs/guide.md')).mtimeMs).toBe(before.mtimeMs);
  });

  it('reports in JSON what is left, and how many it fixed', async () => {
    const { stdout } = await fixed(files, ['--fix', '--format', 'json']);
    const { problems, summary } = readReport(stdout);
    expect(problems.map(({ rule, code }) => `${rule}/${code}`)).toEqual([
      'broken-links/missing-file',
      'no-emdash/emdash',
    ]);
    expect(summary).toEqual({ files: 2, errors: 2, warnings: 0, fixable: 0, fixed: 2 });
    expect(readReport((await fixed(files, ['--format', 'json'])).stdout).summary).not.toHaveProperty('fixed');
  });

  it('says without it how much it would do', async () => {
    const { stdout } = await fixed(files, []);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '✖ 4 problems (4 errors, 0 warnings) in 2 pages; 2 can be fixed with --fix, 2 more with --fix-unsafe',
    );
  });

  it('leaves alone what is hidden, off, or not asked for', async () => {
    const hidden = `<!-- docs-lint-disable-next-line broken-anchors -->\n[a](install.md#Set-Up) [b](Install.md)\n`;
    const tree = { ...files, 'docs/guide.md': hidden };
    expect(read((await fixed(tree)).directory, 'docs/guide.md')).toBe(hidden.replace('Install', 'install'));
    expect(
      read((await fixed(tree, ['--fix', '--rule', 'broken-links=off'])).directory, 'docs/guide.md'),
    ).toBe(hidden);
    expect(read((await fixed(tree, ['--fix', '--only', 'manifest'])).directory, 'docs/guide.md')).toBe(
      hidden,
    );
  });

  it('leaves warnings alone where only errors are wanted', async () => {
    const unused = '# A\n\n[a](#A)\n\n<!-- docs-lint-disable-line -->\n';
    expect(read((await fixed({ 'docs/a.md': unused }, ['--fix', '--quiet'])).directory, 'docs/a.md')).toBe(
      unused.replace('#A)', '#a)'),
    );
    expect(read((await fixed({ 'docs/a.md': unused })).directory, 'docs/a.md')).toBe('# A\n\n[a](#a)\n');
  });

  it('changes only the files that are named, and a directory is all that is in it', async () => {
    const tree = { ...files, 'docs/other.md': '[a](Install.md)\n' };
    const one = await fixed(tree, ['--fix', 'docs/install.md', 'docs/other.md']);
    expect(read(one.directory, 'docs/guide.md')).toBe(page);
    expect(read(one.directory, 'docs/other.md')).toBe('[a](install.md)\n');
    expect(one.stdout).toContain('docs/guide.md:3:1');
    const all = await fixed(tree, ['--fix', 'docs']);
    expect(read(all.directory, 'docs/guide.md')).toBe(safely);
  });

  it('does not add to a manifest that is not named', async () => {
    const manifest = '{ "versions": ["main"], "routes": [{ "title": "A", "path": "./a.md" }] }\n';
    const tree = { 'docs/manifest.json': manifest, 'docs/a.md': '# A\n', 'docs/b.md': '# B\n' };
    const one = await fixed(tree, ['--fix-unsafe', 'docs/b.md']);
    expect(read(one.directory, 'docs/manifest.json')).toBe(manifest);
    const both = await fixed(tree, ['--fix-unsafe', 'docs/b.md', 'docs/manifest.json']);
    expect(JSON.parse(read(both.directory, 'docs/manifest.json'))).toMatchObject({
      routes: [{ path: './a.md' }, { title: 'B', path: './b.md' }],
    });
  });
});

describe('a baseline', () => {
  it('hides problems from fixing too, and an entry that is stale by a fix keeps none from being made', async () => {
    const directory = makeTree({ 'docs/a.md': '# A\n\n[a](#A)\n' });
    await runCli(['--suppress-all'], { cwd: directory });
    writeFileSync(join(directory, 'docs/a.md'), '# A\n\n[a](#A)\n\n[b](#A)\n');
    const { stdout } = await runCli(['--fix'], { cwd: directory });
    expect(read(directory, 'docs/a.md')).toBe('# A\n\n[a](#A)\n\n[b](#a)\n');
    expect(stdout).toBe('✔ No new problems in 1 page; 1 fixed; 1 more in the baseline\n');
  });

  it('is not written in the same run', async () => {
    const { directory, status, stderr } = await fixed(files, ['--fix', '--suppress-all']);
    expect(status).toBe(2);
    expect(stderr).toContain('Fix first, then write it.');
    expect(read(directory, 'docs/guide.md')).toBe(page);
  });
});

describe('a file that is fixed', () => {
  it('keeps its byte order mark, its line ends, its mode, and the end that it has', async () => {
    const text = '\uFEFF# A\r\n\r\n[a](#A)\n\rlone\r\n\r\n<!-- docs-lint-disable-line -->\r\n\r\nEnd [a](#A)';
    const directory = makeTree({ 'docs/a.md': text });
    chmodSync(join(directory, 'docs/a.md'), 0o764);
    await runCli(['--fix'], { cwd: directory });
    expect(read(directory, 'docs/a.md')).toBe('\uFEFF# A\r\n\r\n[a](#a)\n\rlone\r\n\r\nEnd [a](#a)');
    expect(statSync(join(directory, 'docs/a.md')).mode & 0o7777).toBe(0o764);
  });

  it('has line ends of its own where one is put in', async () => {
    const config = { rules: { 'no-emdash': 'off', markdownlint: 'error' } };
    const tree = {
      'docs-lint.config.json': JSON.stringify(config),
      'docs/a.md': '# A\r\ntext\r\n## B\r\n\r\nC',
    };
    expect(read((await fixed(tree)).directory, 'docs/a.md')).toBe('# A\r\n\r\ntext\r\n\r\n## B\r\n\r\nC\r\n');
  });

  it('is written where a link in the workspace leads, and the link stays', async () => {
    const directory = makeTree({ 'README.md': '# A\n\n[a](#A)\n', 'docs/b.md': '# B\n' });
    symlinkSync('../README.md', join(directory, 'docs/index.md'));
    const diff = await runCli(['--diff', 'docs'], { cwd: directory });
    expect(diff.stdout).toContain('--- a/README.md\n');
    await runCli(['--fix', 'docs'], { cwd: directory });
    expect(lstatSync(join(directory, 'docs/index.md')).isSymbolicLink()).toBe(true);
    expect(read(directory, 'README.md')).toBe('# A\n\n[a](#a)\n');
  });

  it('is never one outside of the workspace', async () => {
    const outside = makeTree({ 'a.md': '# A\n\n[a](#A)\n' });
    const directory = makeTree({ '.git/HEAD': '', 'docs/b.md': '# B\n\n[b](#B)\n' });
    symlinkSync(join(outside, 'a.md'), join(directory, 'docs/a.md'));
    symlinkSync(outside, join(directory, 'docs/all'));
    await runCli(['--fix'], { cwd: directory });
    expect(read(outside, 'a.md')).toBe('# A\n\n[a](#A)\n');
    expect(read(directory, 'docs/b.md')).toBe('# B\n\n[b](#b)\n');
  });

  it('is not one that is read-only: it is named, and the others are fixed', async () => {
    const directory = makeTree({ 'docs/a.md': '# A\n\n[a](#A)\n', 'docs/b.md': '# B\n\n[b](#B)\n' });
    chmodSync(join(directory, 'docs/a.md'), 0o444);
    const { status, stdout, stderr } = await runCli(['--fix'], { cwd: directory });
    expect(status).toBe(2);
    expect(stderr).toBe('error: docs/a.md: cannot be fixed: it is read-only.\n');
    expect(stdout).toContain('1 fixed; 1 file could not be checked or fixed');
    expect(read(directory, 'docs/a.md')).toBe('# A\n\n[a](#A)\n');
    expect(read(directory, 'docs/b.md')).toBe('# B\n\n[b](#b)\n');
  });

  it('is not one that is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('# A\n\n[a](#A) '), Buffer.from([0xff, 0x0a])]);
    const { directory, status } = await fixed({ 'docs/a.md': bytes, 'docs/b.md': '# B\n\n[b](#B)\n' });
    expect(status).toBe(2);
    expect(readFileSync(join(directory, 'docs/a.md')).equals(bytes)).toBe(true);
    expect(read(directory, 'docs/b.md')).toBe('# B\n\n[b](#b)\n');
  });

  it('is nothing that a program writes', async () => {
    const generated = '<!-- Code generated by make. DO NOT EDIT. -->\n# A\n\n[a](#A)\n';
    const partly =
      '# A\n\n[a](#A)\n\n<!-- DO NOT EDIT | GENERATED CONTENT -->\n\n[a](#A)\n\n<!-- END -->\n\n[a](#A)\n';
    const repository = makeRepository({
      'docs/a.md': generated,
      'docs/b.md': partly,
      'docs/c.md': '# C\n\n[c](#C)\n',
      '.gitattributes': 'docs/c.md linguist-generated\n',
    });
    const { status, stderr } = await runCli(['--fix'], { cwd: repository.directory });
    expect(status).toBe(1);
    expect(stderr).toBe(
      [
        'note: docs/a.md is generated; what is wrong there was not fixed.\n',
        'note: docs/b.md is generated in part; what is wrong there was not fixed.\n',
        'note: docs/c.md is generated; what is wrong there was not fixed.\n',
      ].join(''),
    );
    expect(repository.read('docs/a.md')).toBe(generated);
    expect(repository.read('docs/b.md')).toBe(
      partly.replace('[a](#A)', '[a](#a)').replace(/\[a\]\(#A\)\n$/, '[a](#a)\n'),
    );
    expect(repository.read('docs/c.md')).toBe('# C\n\n[c](#C)\n');
  });

  it('is nothing that git ignores', async () => {
    const manifest = '{ "versions": ["main"], "routes": [{ "title": "A", "path": "./A.md" }] }\n';
    const repository = makeRepository({ 'docs/a.md': '# A\n', '.gitignore': 'manifest.json\n' });
    repository.write({ 'docs/manifest.json': manifest });
    const { stderr } = await runCli(['--fix'], { cwd: repository.directory });
    expect(stderr).toBe('note: docs/manifest.json is ignored by git; what is wrong there was not fixed.\n');
    expect(repository.read('docs/manifest.json')).toBe(manifest);
  });
});

describe('--diff', () => {
  it('prints what git applies to get the same, and writes nothing', async () => {
    const odd = { ...files, 'docs/ä "b".md': '# A\r\n\r\n[a](#A)', 'docs/c d.md': '\uFEFF[a](#A)\n\n# A\n' };
    const repository = makeRepository(odd);
    const { status, stdout, stderr } = await runCli(['--diff'], { cwd: repository.directory });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: '4 problems in 3 files would be fixed; nothing was written.\n',
    });
    expect(repository.git('status', '--porcelain')).toBe('');
    execFileSync('git', ['apply', '-'], {
      cwd: repository.directory,
      input: stdout,
      env: cleanEnvironment(),
      stdio: 'pipe',
    });
    const applied = repository.git('diff');
    expect(repository.read('docs/guide.md')).toBe(safely);
    repository.git('checkout', '.');
    await runCli(['--fix'], { cwd: repository.directory });
    expect(repository.git('diff')).toBe(applied);
  });

  it('is empty, and the status 0, when nothing is wrong', async () => {
    const { status, stdout, stderr } = await fixed({ 'docs/a.md': '# A\n' }, ['--diff']);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('is empty, and the status 1, when nothing can be fixed', async () => {
    const { status, stdout } = await fixed({ 'docs/a.md': '[a](gone.md)\n' }, ['--diff']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('has the unsafe fixes only where they are asked for', async () => {
    expect((await fixed(files, ['--diff', '--fix'])).stdout).not.toContain(
      '+[a](install.md#set-up) and [b](install.md)',
    );
    expect((await fixed(files, ['--diff', '--fix-unsafe'])).stdout).toContain(
      '+[a](install.md#set-up) and [b](install.md), one, and two\n',
    );
  });

  it('goes together with a report in a file, of the tree as it is', async () => {
    const { directory, stdout } = await fixed(files, ['--diff', '--format', 'json=report.json']);
    expect(stdout).toMatch(/^diff --git /);
    expect(readReport(read(directory, 'report.json')).problems).toHaveLength(4);
    expect((await fixed(files, ['--diff', '--format', 'json'])).status).toBe(2);
  });

  it('names files from the top of the repository', async () => {
    const repository = makeRepository({
      'one/docs-lint.config.json': '{}',
      'one/docs/a.md': '# A\n\n[a](#A)\n',
    });
    const cwd = join(repository.directory, 'one');
    const { stdout } = await runCli(['--diff'], { cwd });
    expect(stdout).toContain('--- a/one/docs/a.md\n');
    execFileSync('git', ['apply', '-'], { cwd, input: stdout, env: cleanEnvironment(), stdio: 'pipe' });
    expect(repository.read('one/docs/a.md')).toBe('# A\n\n[a](#a)\n');
  });
});

describe('what cannot be written', () => {
  it('leaves every file as it was, and nothing beside it', async () => {
    const directory = makeTree({ 'docs/a.md': '# A\n\n[a](#A)\n', 'docs/sub/b.md': '# B\n\n[b](#B)\n' });
    mkdirSync(join(directory, 'home'));
    writeFileSync(join(directory, 'docs/sub/b.md'), '# B\n\n[b](#B)\n');
    for (const path of ['docs/a.md', 'docs/sub/b.md']) chmodSync(join(directory, path), 0o666);
    for (const path of ['', 'docs', 'home']) chmodSync(join(directory, path), 0o777);
    chmodSync(join(directory, 'docs/sub'), 0o555);
    const { status, stderr } = await runCli(['--fix'], { cwd: directory, uid: 65534 });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: The fixes cannot be written: EACCES.* Nothing was written\.\n$/);
    expect(read(directory, 'docs/a.md')).toBe('# A\n\n[a](#A)\n');
    expect(readdirSync(join(directory, 'docs'))).toEqual(['a.md', 'sub']);
  });
});
