import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { installPackage, packPackage } from './harness/install-package.js';
import { makeTree } from './harness/make-tree.js';
import { type Outcome, runProgram } from './harness/run-cli.js';
import { runGit } from './harness/run-git.js';

/**
 * What README.md and docs/getting-started.md tell a new user to type, typed in four trees. Two trees are other
 * projects' and too big to be part of this one: they are skipped where they are missing, as in corpora.test.ts.
 */
const top = fileURLToPath(new URL('../', import.meta.url));
const corpora = resolve(process.env.DOCS_LINT_CORPORA ?? join(top, '../shared/corpora'));

/** For whoever works on docs-lint itself. */
const ours = ['npm ci && npm pack', 'npm ci && npx docs-lint docs/', 'npm ci && npm test'];
const install = 'npm install --save-dev path/to/docs-lint-0.1.0.tgz';

/** Each line of a block of shell, and each command in a table or a sentence that has no placeholder, in order. */
function commandsOf(page: string): string[] {
  const text = readFileSync(join(top, page), 'utf8');
  const found = text.matchAll(/^```(?:sh|console)\n([\s\S]*?)^```$|`((?:npx )?docs-lint [^`\n]*)`/gm);
  return [...found].flatMap(([, block, span]) => {
    if (span !== undefined) return isPartial(span) ? [] : [span];
    return (block as string).trimEnd().split('\n');
  });
}

/** What names a thing to fill in, or is written without `npx` in a sentence about something else. */
function isPartial(span: string): boolean {
  return /[<|]/.test(span) || !span.startsWith('npx ');
}

const pages = ['README.md', 'docs/getting-started.md'];
const told = [...new Set(pages.flatMap(commandsOf))];
const commands = told.filter((command) => command !== install && !ours.includes(command));

describe('the commands of README.md and docs/getting-started.md', () => {
  it('are found', () => {
    for (const command of [...ours, install]) expect(told).toContain(command);
    expect(commands).toEqual(
      expect.arrayContaining([
        'npx docs-lint docs/',
        'npx docs-lint docs/ --fix',
        'npx docs-lint init',
        'npx docs-lint explain broken-anchors/missing-anchor',
        "npx docs-lint 'docs/guides/**/*.md'",
        'npx docs-lint --max-warnings 0',
      ]),
    );
    for (const command of commands) expect(command).toMatch(/^npx docs-lint(?: |$)/);
  });
});

/** Where the package is installed, once; the trees have links to it. */
let installed = '';
beforeAll(async () => {
  const { tarball } = await packPackage();
  // `npm ci && npm pack`, without `npm ci` and without building anew, gives the file that is to be installed.
  expect(basename(tarball)).toBe(basename(install));
  installed = makeTree();
  await installPackage(tarball, installed);
});

function withPackage(tree: string): string {
  mkdirSync(join(tree, 'node_modules'));
  for (const name of ['docs-lint', '.bin'])
    symlinkSync(join(installed, 'node_modules', name), join(tree, 'node_modules', name));
  return tree;
}

/**
 * Types the commands one after the other, as they are printed, and nothing into them. npx takes a second to find what
 * it is to run, so that all trees but one have it at hand.
 */
async function type(cwd: string, npx = atHand): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const command of commands) {
    const ctrlC = / --watch\b/.test(command) ? { interruptAt: 'Watching for changes.' } : {};
    outcomes.set(command, await runProgram('bash', ['-c', npx + command], { cwd, ...ctrlC }));
  }
  return outcomes;
}

/** A clone of a project: everything is committed, and the server has it. */
async function asClone(cwd: string): Promise<string> {
  await runGit(cwd, 'init', '--quiet');
  writeFileSync(join(cwd, '.git/info/exclude'), 'node_modules\n');
  await runGit(cwd, 'add', '--all');
  await runGit(cwd, 'commit', '--quiet', '--message', 'all');
  await runGit(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  return cwd;
}

const atHand = 'npx() { PATH="$PWD/node_modules/.bin:$PATH" "$@"; }\n';

/** What every command owes to whoever types it, whatever the tree. */
function expectHelpful(outcomes: ReadonlyMap<string, Outcome>): void {
  for (const [command, { status, stdout, stderr }] of outcomes) {
    // npm's own way to end after Ctrl-C.
    const ends = / --watch\b/.test(command) ? [0, 2, 130] : [0, 1, 2];
    expect([command, status]).toEqual([command, expect.toBeOneOf(ends)]);
    expect(`${command}\n${stderr}`).not.toMatch(/crashed|\n {4}at |npm error/);
    if (status === 2) expect(`${command}\n${stderr}`).toMatch(/\nerror: .*[.:]/);
    else expect(`${command}: ${stdout}${stderr}`).toMatch(/\S{3}/);
  }
}

/** What may end with 2: it names a page of the example, which other trees need not have. */
const ofExample = (command: string): boolean => /install\.md|docs\/guides|docs\/a\.md/.test(command);
const asks = (command: string): boolean => /docs-lint (?:rules|explain|completions|--help)/.test(command);

describe.concurrent('typed by a new user', () => {
  it('in the project of the pictures', async () => {
    const cwd = makeTree({ 'docs/guides/one.md': '# One\n\n[up](../README.md)\n' });
    cpSync(join(top, 'fixtures/readme'), cwd, { recursive: true });
    const outcomes = await type(await asClone(withPackage(cwd)), '');
    expectHelpful(outcomes);
    const statuses = new Map([...outcomes].map(([command, { status }]) => [command, status]));
    expect(statuses.get('npx docs-lint docs/')).toBe(1);
    expect(statuses.get('npx docs-lint init')).toBe(0);
    for (const [command, status] of statuses) {
      if (asks(command)) expect([command, status]).toEqual([command, 0]);
      else expect([command, status]).not.toEqual([command, 2]);
    }
    expect(existsSync(join(cwd, 'docs-lint.config.jsonc'))).toBe(true);
    expect(existsSync(join(cwd, '.husky/pre-commit'))).toBe(true);
    expect(readFileSync(join(cwd, 'docs/filters.md'), 'utf8')).toContain('- `Zed`');
  }, 400_000);

  it('in a fresh empty repository', async () => {
    const cwd = withPackage(makeTree());
    writeFileSync(join(cwd, '.gitignore'), 'node_modules\n');
    await runGit(cwd, 'init', '--quiet');
    const outcomes = await type(cwd);
    expectHelpful(outcomes);
    for (const [command, { status, stderr }] of outcomes) {
      if (asks(command) || / (?:init|graph)\b|--print-config|--stdin|--since|--watch/.test(command)) continue;
      expect([command, status]).toEqual([command, 2]);
      expect(`${command}\n${stderr}`).toMatch(/There are no Markdown or MDX pages|matches nothing/);
    }
  }, 400_000);

  it.for(['coder', 'electron'].map((name) => ({ name, archive: join(corpora, `${name}.tar.gz`) })))(
    'in $name',
    { timeout: 600_000 },
    async ({ name, archive }, { skip }) => {
      if (!existsSync(archive)) skip(`no ${archive}; DOCS_LINT_CORPORA names another folder`);
      const directory = makeTree();
      await runProgram('tar', ['-xzf', archive], { cwd: directory });
      const inside = join(directory, name);
      const outcomes = await type(await asClone(withPackage(existsSync(inside) ? inside : directory)));
      expectHelpful(outcomes);
      for (const [command, { status, stderr }] of outcomes) {
        const mayFail = ofExample(command) && !asks(command);
        const isUnable = status === 2 && !/matches nothing/.test(stderr);
        // Electron's settings of markdownlint lie in a package that is not installed.
        if (!mayFail && !(name === 'electron' && /lint-roller/.test(stderr)))
          expect([command, status, isUnable ? stderr : '']).toEqual([command, expect.toBeOneOf([0, 1]), '']);
      }
      expect(outcomes.get('npx docs-lint init')).toMatchObject({ status: 0 });
      expect(outcomes.get('npx docs-lint rules')).toMatchObject({ status: 0 });
    },
  );
});

describe('what is for whoever works on docs-lint', () => {
  it('docs-lint is clean by itself', async () => {
    const { status, stdout } = await runProgram('npx', ['--no', 'docs-lint', 'docs/'], { cwd: top });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('No problems') });
  });

  it('npm runs what the pages name', () => {
    const { scripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['prepare', 'test']));
    expect(dirname(install.split(' ').at(-1) as string)).toBe('path/to');
  });
});
