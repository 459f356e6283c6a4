import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';
import { runGit } from './harness/run-git.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** What each tree is for, and the exit status of a run in it. */
const trees: Readonly<Record<string, readonly [what: string, status: number]>> = {
  plain: ['what people write, all of it right', 0],
  broken: ['a mistake of every kind', 1],
  mdx: ['ESM, JSX and expressions', 1],
  windows: ['carriage returns and byte order marks', 1],
  overrides: ['severities by file, and every kind of suppression', 1],
  gateway: ['the preset `coder`: a manifest, and a list of values that code declares', 1],
  'no-docs': ['no docs/, so the workspace is the docs root', 1],
  monorepo: ['two docs roots, each with a manifest; the config is in package.json', 1],
};

/** A copy elsewhere, so that neither the git nor the config of this project plays a part. */
function copyOf(tree: string): string {
  const directory = makeTree();
  cpSync(join(fixtures, tree), directory, {
    recursive: true,
    filter: (path) => !/[/\\]expected\.\w+$/.test(path),
  });
  return directory;
}

describe.concurrent('trees', () => {
  it('are all there', () => {
    const found = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'expected.json')));
    expect(found.sort()).toEqual(Object.keys(trees).sort());
  });

  it.for(Object.entries(trees))('%s: as expected.json says', async ([tree, [, status]], { expect }) => {
    const outcome = await runCli(['--format', 'json'], { cwd: copyOf(tree) });
    expect(outcome.status).toBe(status);
    const { tool: _, ...report } = readReport(outcome.stdout);
    const text = `${JSON.stringify(report, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(fixtures, tree, 'expected.json'));
  });

  it.for(['plain', 'broken'])('%s: the same in a repository, tracked or not', async (tree, { expect }) => {
    const cwd = copyOf(tree);
    const alone = await runCli(['--format', 'json'], { cwd });
    await runGit(cwd, 'init', '--quiet');
    const untracked = await runCli(['--format', 'json'], { cwd });
    await runGit(cwd, 'add', '.');
    const tracked = await runCli(['--format', 'json'], { cwd });
    expect(untracked).toEqual(alone);
    expect(tracked).toEqual(alone);
  });

  it('windows: for people, as expected.txt says', async ({ expect }) => {
    const { stdout } = await runCli([], { cwd: copyOf('windows') });
    await expect(stdout).toMatchFileSnapshot(join(fixtures, 'windows/expected.txt'));
  });
});
