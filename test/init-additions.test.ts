import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';
import { hasTerminal, runTerminal } from './harness/run-terminal.js';

const page = { 'docs/a.md': '# A\n' };
const npm = { ...page, 'package.json': '{}', 'package-lock.json': '{}' };
const config = 'docs-lint.config.jsonc';

async function init(files: Record<string, string>, ...given: string[]) {
  const cwd = makeTree(files);
  const outcome = await runCli(['init', ...given], { cwd });
  const text = (path: string): string | undefined =>
    existsSync(join(cwd, path)) ? readFileSync(join(cwd, path), 'utf8') : undefined;
  return { ...outcome, cwd, text };
}

describe.concurrent('docs-lint init --hook', () => {
  it('husky: a line in .husky/pre-commit, beside the config', async () => {
    const { status, stdout, stderr, text } = await init(npm, '--hook', 'husky');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(text('.husky/pre-commit')).toBe('npx --no -- docs-lint\n');
    expect(text(config)).toBeDefined();
    expect(stdout).toContain(
      'Wrote .husky/pre-commit. Git runs it once `npx husky` has been run in the clone.\n',
    );
  });

  it('pre-commit: a local hook that sees the whole tree', async () => {
    const { text } = await init(npm, '--hook', 'pre-commit');
    const { repos } = parse(text('.pre-commit-config.yaml') ?? '');
    expect(repos).toEqual([
      {
        repo: 'local',
        hooks: [
          {
            ...{ id: 'docs-lint', name: 'docs-lint', language: 'system', entry: 'npx --no -- docs-lint' },
            ...{ pass_filenames: false, always_run: true, require_serial: true },
          },
        ],
      },
    ]);
  });

  it('lefthook: a command', async () => {
    const { text } = await init(
      { ...page, 'package.json': '{}', 'pnpm-lock.yaml': '' },
      '--hook',
      'lefthook',
    );
    expect(parse(text('lefthook.yml') ?? '')).toEqual({
      'pre-commit': { commands: { 'docs-lint': { run: 'pnpm exec docs-lint' } } },
    });
  });

  it.each([
    ['pre-commit', '.pre-commit-config.yaml', 'repos: []\n', 'id: docs-lint'],
    ['husky', '.husky/pre-commit', 'npm test\n', 'npx --no -- docs-lint'],
    ['lefthook', 'lefthook.yaml', 'pre-push:\n', 'run: npx --no -- docs-lint'],
  ])('%s: leaves a file that is there as it is, and says what to add', async (hook, path, before, part) => {
    const { status, stdout, text } = await init({ ...npm, [path]: before }, '--hook', hook);
    expect(status).toBe(0);
    expect(text(path)).toBe(before);
    expect(stdout).toContain(`${path} is there already. Add to it:\n`);
    expect(stdout).toContain(part);
  });

  it('says so where docs-lint is in the file already', async () => {
    const { stdout } = await init({ ...npm, '.husky/pre-commit': 'npx docs-lint\n' }, '--hook', 'husky');
    expect(stdout).toContain('.husky/pre-commit speaks of docs-lint already');
  });

  it('adds to a project that has a config', async () => {
    const { status, stdout, text } = await init({ ...npm, [config]: '{}' }, '--hook', 'husky');
    expect(status).toBe(0);
    expect(stdout).toContain(`${config} is a config already, and is left as it is.`);
    expect(text(config)).toBe('{}');
    expect(text('.husky/pre-commit')).toBeDefined();
  });

  it('says what is missing without a package.json', async () => {
    expect((await init(page, '--hook', 'husky')).stdout).toContain('There is no package.json here.');
    expect((await init(npm, '--hook', 'husky')).stdout).not.toContain('There is no package.json');
  });

  it('does not write through a link that leaves the repository, nor over one', async () => {
    const outside = makeTree();
    const cwd = makeTree(npm);
    symlinkSync(outside, join(cwd, '.husky'));
    const { status, stderr } = await runCli(['init', '--hook', 'husky'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('.husky/pre-commit: would be written outside of the repository');
    expect(existsSync(join(outside, 'pre-commit'))).toBe(false);
    const other = makeTree(npm);
    symlinkSync(join(outside, 'config.jsonc'), join(other, config));
    const over = await runCli(['init'], { cwd: other });
    expect(over.status).toBe(2);
    expect(existsSync(join(outside, 'config.jsonc'))).toBe(false);
  });

  it('writes nothing below the top of a repository', async () => {
    const { directory } = makeRepository({ 'sub/docs-lint.config.json': '{}', 'sub/docs/a.md': '# A\n' });
    const cwd = join(directory, 'sub');
    const { status, stderr } = await runCli(['init', '--hook', 'husky'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/this workspace is `sub` inside of it/);
  });

  it('knows no other manager', async () => {
    const { status, stderr } = await init(npm, '--hook', 'huskie');
    expect(status).toBe(2);
    expect(stderr).toMatch(/pre-commit, husky, lefthook/);
  });
});

describe.concurrent('docs-lint init --ci', () => {
  it.each([
    ['npm', 'package-lock.json', '', ['npm ci', 'npx --no -- docs-lint']],
    [
      'pnpm',
      'pnpm-lock.yaml',
      '',
      ['corepack enable', 'pnpm install --frozen-lockfile', 'pnpm exec docs-lint'],
    ],
    [
      'yarn 1',
      'yarn.lock',
      '# yarn lockfile v1\n',
      ['corepack enable', 'yarn install --frozen-lockfile', 'yarn run docs-lint'],
    ],
    [
      'yarn',
      'yarn.lock',
      '__metadata:\n',
      ['corepack enable', 'yarn install --immutable', 'yarn run docs-lint'],
    ],
    ['bun', 'bun.lock', '{}', ['bun install --frozen-lockfile', 'bunx --no-install docs-lint']],
  ])('github, by %s', async (_runner, lock, content, commands) => {
    const { text } = await init({ ...page, 'package.json': '{}', [lock]: content }, '--ci', 'github');
    const workflow = parse(text('.github/workflows/docs-lint.yml') ?? '');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request']);
    const { steps } = workflow.jobs['docs-lint'];
    expect(steps.flatMap(({ run }: { run?: string }) => run ?? [])).toEqual(commands);
    expect(steps[0]).toEqual({ uses: 'actions/checkout@v6', with: { 'persist-credentials': false } });
  });

  it('gitlab and azure', async () => {
    const gitlab = parse((await init(npm, '--ci', 'gitlab')).text('.gitlab-ci.yml') ?? '');
    expect(gitlab['docs-lint'].script).toEqual([
      'npm ci',
      'npx --no -- docs-lint --format pretty --format gitlab=codequality.json',
    ]);
    expect(gitlab['docs-lint'].artifacts.reports).toEqual({ codequality: 'codequality.json' });
    const azure = parse((await init(npm, '--ci', 'azure')).text('azure-pipelines.yml') ?? '');
    expect(azure.pr).toEqual(['*']);
    expect(azure.steps[0]).toEqual({ checkout: 'self', persistCredentials: false });
    expect(azure.steps.slice(2)).toEqual([
      { script: 'npm ci' },
      { script: 'npx --no -- docs-lint --format azure' },
    ]);
  });

  it.each([
    ['gitlab', '.gitlab-ci.yml'],
    ['azure', 'azure-pipelines.yml'],
    ['github', '.github/workflows/docs-lint.yml'],
  ])('%s: leaves a file that is there as it is', async (ci, path) => {
    const { status, stdout, text } = await init({ ...npm, [path]: 'a: 1\n' }, '--ci', ci);
    expect(status).toBe(0);
    expect(text(path)).toBe('a: 1\n');
    expect(stdout).toContain(`${path} is there already. Add to it:`);
  });

  it('and --hook show on a dry run what they would write', async () => {
    const given = ['--dry-run', '--ci', 'github', '--hook', 'lefthook'];
    const { stdout, text } = await init(npm, ...given);
    expect(stdout).toContain('.github/workflows/docs-lint.yml:\n\nname: docs-lint\n');
    expect(stdout).toContain('lefthook.yml:\n\npre-commit:\n');
    for (const path of [config, '.github', 'lefthook.yml']) expect(text(path)).toBeUndefined();
  });
});

describe.concurrent('docs-lint init offers', () => {
  it.each([
    ['what there is', { '.husky/_/h': '', '.gitlab-ci.yml': '' }, 'husky', 'gitlab'],
    [
      'what package.json names',
      { 'package.json': '{ "devDependencies": { "lefthook": "1" } }' },
      'lefthook',
      'github|gitlab|azure',
    ],
    ['the managers', { '.github/workflows/ci.yml': '' }, 'pre-commit|husky|lefthook', 'github'],
    ['Azure', { 'azure-pipelines.yml': '', '.pre-commit-config.yaml': '' }, 'pre-commit', 'azure'],
  ])('%s', async (_what, files, hook, ci) => {
    const { status, stdout } = await init({ ...npm, ...files });
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(-3)).toEqual([
      `Before each commit:  docs-lint init --hook ${hook}`,
      `In CI:               docs-lint init --ci ${ci}`,
      '',
    ]);
  });

  it('the CI of the host that git names', async () => {
    const repository = makeRepository(npm);
    repository.git('remote', 'add', 'origin', 'git@gitlab.example.com:o/r.git');
    const { stdout } = await runCli(['init', '--dry-run'], { cwd: repository.directory });
    expect(stdout).toContain('docs-lint init --ci gitlab\n');
  });
});

describe.skipIf(!hasTerminal)('docs-lint init at a terminal', () => {
  const files = { ...npm, '.husky/_/h': '' };

  it('asks, and does what it is told to', async () => {
    const cwd = makeTree(files);
    mkdirSync(join(cwd, '.github/workflows'), { recursive: true });
    const { status, stdout } = await runTerminal(['init'], { cwd, input: 'y\nn\n' });
    expect(status).toBe(0);
    expect(stdout).toContain('Check before each commit, by .husky/pre-commit? [y/N]');
    expect(stdout).toContain('Check in CI, by .github/workflows/docs-lint.yml? [y/N]');
    expect(existsSync(join(cwd, '.husky/pre-commit'))).toBe(true);
    expect(existsSync(join(cwd, '.github/workflows/docs-lint.yml'))).toBe(false);
  });

  it('takes the end of the input for no', async () => {
    const cwd = makeTree(files);
    const { status } = await runTerminal(['init'], { cwd, input: '\u0004' });
    expect(status).toBe(0);
    expect(existsSync(join(cwd, config))).toBe(true);
    expect(existsSync(join(cwd, '.husky/pre-commit'))).toBe(false);
  });

  it('takes silence for no, and asks nothing that is settled', async () => {
    const cwd = makeTree(files);
    const { status, stdout } = await runTerminal(['init'], { cwd, input: '\n' });
    expect(status).toBe(0);
    expect(stdout).not.toContain('Check in CI');
    expect(existsSync(join(cwd, '.husky/pre-commit'))).toBe(false);
    const given = await runTerminal(['init', '--ci', 'github'], { cwd });
    expect(given.stdout).not.toContain('[y/N]');
    const dry = await runTerminal(['init', '--dry-run'], { cwd });
    expect(dry.stdout).not.toContain('[y/N]');
    const ci = await runTerminal(['init'], { cwd: makeTree(files), env: { CI: 'true' } });
    expect(ci.stdout).not.toContain('[y/N]');
  });
});
