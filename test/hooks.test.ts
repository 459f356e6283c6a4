import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { makeRepository, type Repository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { binary, cleanEnvironment, type Outcome, runProgram } from './harness/run-cli.js';

const top = fileURLToPath(new URL('../', import.meta.url));

const pages = {
  'docs/guide.md': '# Guide\n\n[a](install.md#set-up)\n',
  'docs/install.md': '# Install\n\n## Set up\n',
  'docs/other.md': '# Other\n',
};

/** A repository whose hooks are run by a manager, which finds `docs-lint` where a project has its programs. */
interface Hooked extends Repository {
  tryCommit(): Promise<Outcome>;
}

/** A directory with a `docs-lint` that is this one. */
function programs(): string {
  const directory = makeTree({ 'docs-lint': `#!/bin/sh\nexec "${process.execPath}" "${binary}" "$@"\n` });
  chmodSync(join(directory, 'docs-lint'), 0o755);
  return directory;
}

async function hooked(files: Readonly<Record<string, string>>, install: readonly string[]): Promise<Hooked> {
  const { PATH = '' } = cleanEnvironment();
  const repository = makeRepository({ ...pages, ...files });
  const { directory: cwd } = repository;
  const env = {
    PATH: [programs(), join(top, 'node_modules/.bin'), PATH].join(':'),
    PRE_COMMIT_HOME: makeTree(),
    HOME: makeTree(),
    HUSKY: undefined,
    LEFTHOOK: undefined,
  };
  const [program = '', ...words] = install;
  const installed = await runProgram(program, words, { cwd, env });
  expect(installed, installed.stderr).toMatchObject({ status: 0 });
  if (files['.husky/pre-commit']) chmodSync(join(cwd, '.husky/pre-commit'), 0o755);
  return {
    ...repository,
    tryCommit: () => {
      repository.git('add', '--all');
      return runProgram('git', ['commit', '-m', 'change'], { cwd, env });
    },
  };
}

const count = (repository: Repository): number =>
  Number(repository.git('rev-list', '--count', 'HEAD').trim());

async function expectRefused(repository: Hooked, message: RegExp): Promise<void> {
  const before = count(repository);
  const { status, stdout, stderr } = await repository.tryCommit();
  expect(stdout + stderr).toMatch(message);
  expect(status).not.toBe(0);
  expect(count(repository)).toBe(before);
  repository.git('reset', '--quiet', '--hard');
  repository.git('clean', '--force', '-d', '--quiet');
}

async function expectAccepted(repository: Hooked): Promise<void> {
  const before = count(repository);
  const { status, stdout, stderr } = await repository.tryCommit();
  expect(status, stdout + stderr).toBe(0);
  expect(count(repository)).toBe(before + 1);
}

/** What every hook over the whole tree has to notice. */
async function expectWatched(repository: Hooked): Promise<void> {
  const { directory: cwd } = repository;
  repository.write({ 'docs/other.md': '# Other\n\nMore.\n' });
  await expectAccepted(repository);
  repository.write({ 'docs/other.md': '# Other\n\n[gone](gone.md)\n' });
  await expectRefused(repository, /missing-file/);
  repository.write({ 'docs/install.md': '# Install\n\n## Setting up\n' });
  await expectRefused(repository, /docs\/guide\.md:3:1/);
  repository.write({ 'docs/install.md': undefined });
  await expectRefused(repository, /No file `docs\/install\.md`/);
  repository.git('mv', 'docs/install.md', 'docs/setup.md');
  await expectRefused(repository, /No file `docs\/install\.md`/);
  const moved = await runProgram(process.execPath, [binary, 'mv', 'docs/install.md', 'docs/setup.md'], {
    cwd,
  });
  expect(moved.status).toBe(0);
  await expectAccepted(repository);
  expect(repository.git('show', '--name-status', '--format=', '-M', 'HEAD')).toMatch(
    /^M\tdocs\/guide\.md\nR100\tdocs\/install\.md\tdocs\/setup\.md\n$/,
  );
}

const { resolve } = createRequire(import.meta.url);

/** Why a manager's tests are left out; empty where it is there. None is started: husky would set up hooks right here. */
function missing(name: string, find: () => unknown): string {
  try {
    find();
    return '';
  } catch {
    return ` (skipped: ${name} is not installed)`;
  }
}

const { PATH: searched = '' } = cleanEnvironment();
const preCommit = missing('pre-commit', () => {
  const found = searched.split(':').some((directory) => existsSync(join(directory, 'pre-commit')));
  if (!found) throw new Error('not found');
});
const husky = missing('husky', () => resolve('husky')) + missing('lint-staged', () => resolve('lint-staged'));
const lefthook = missing('lefthook', () => [
  resolve('lefthook/package.json'),
  execFileSync(join(top, 'node_modules/.bin/lefthook'), ['version'], { stdio: 'pipe' }),
]);

interface Hook {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The hooks as this repository offers them; only that nothing has to be installed for them is different. */
function preCommitConfig(id: string): string {
  const offered = parse(readFileSync(join(top, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
  const hooks = offered.filter((hook) => hook.id === id).map((hook) => ({ ...hook, language: 'system' }));
  expect(hooks).toHaveLength(1);
  return stringify({ repos: [{ repo: 'local', hooks }] });
}

const install = ['pre-commit', 'install'];

describe.skipIf(preCommit !== '')(`pre-commit${preCommit}`, () => {
  it('runs the hook for the whole tree at every commit', async () => {
    await expectWatched(await hooked({ '.pre-commit-config.yaml': preCommitConfig('docs-lint') }, install));
  });

  it('runs the other hook for changed pages, and what points at them', async () => {
    const config = { '.pre-commit-config.yaml': preCommitConfig('docs-lint-files') };
    const repository = await hooked(config, install);
    repository.write({ 'docs/other.md': '# Other\n\n[gone](gone.md)\n' });
    await expectRefused(repository, /missing-file/);
    repository.write({ 'docs/install.md': '# Install\n' });
    await expectRefused(repository, /docs\/guide\.md:3:1/);
    repository.write({ 'src/a.ts': 'export {};\n' });
    await expectAccepted(repository);
    repository.write({ 'docs/other.md': '# Other\n\nMore.\n' });
    await expectAccepted(repository);
    repository.write({ 'docs/install.md': undefined });
    await expectAccepted(repository);
  });
});

describe('what pre-commit installs', () => {
  it('is packed with its name alone on standard output', async () => {
    const cwd = join(makeTree(), 'clone');
    execFileSync('git', ['clone', '--quiet', top, cwd], { env: cleanEnvironment(), stdio: 'pipe' });
    copyFileSync(join(top, '.npmrc'), join(cwd, '.npmrc'));
    symlinkSync(join(top, 'node_modules'), join(cwd, 'node_modules'));
    const { status, stdout, stderr } = await runProgram('npm', ['pack'], { cwd });
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^docs-lint-[\w.-]+\.tgz\n$/);
    expect(existsSync(join(cwd, stdout.trim()))).toBe(true);
  });
});

describe.skipIf(husky !== '')(`husky and lint-staged${husky}`, () => {
  it('run docs-lint over the whole tree at every commit', async () => {
    const files = {
      '.husky/pre-commit': 'lint-staged --diff-filter=ACMRD\n',
      'lint-staged.config.mjs': "export default { '*': () => 'docs-lint' };\n",
      'package.json': '{ "type": "module" }\n',
    };
    await expectWatched(await hooked(files, ['husky']));
  });

  it('run it without lint-staged, too', async () => {
    await expectWatched(await hooked({ '.husky/pre-commit': 'docs-lint\n' }, ['husky']));
  });
});

describe.skipIf(lefthook !== '')(`lefthook${lefthook}`, () => {
  it('runs docs-lint over the whole tree at every commit', async () => {
    const files = { 'lefthook.yml': 'pre-commit:\n  commands:\n    docs-lint:\n      run: docs-lint\n' };
    await expectWatched(await hooked(files, ['lefthook', 'install']));
  });
});
