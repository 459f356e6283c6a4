import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/session/lint.js';
import { isUnchanged } from '../src/trace/is-unchanged.js';
import { holds } from './harness/holds.js';
import { makeTree } from './harness/make-tree.js';

/** A tree on which every way to look at the machine is used: code, a manifest, images, links out of the docs, a config. */
const files: Readonly<Record<string, string>> = {
  '.gitignore': 'docs/drafts/\n',
  'docs-lint.config.jsonc': '{ "extends": ["./base.jsonc"] }\n',
  'base.jsonc': `{ "rules": { "code-values": ["error", { "lists": [
    { "code": { "file": "src/client.go", "type": "Client" }, "docs": [{ "file": "docs/a.md", "after": "Clients" }] } ] }] } }\n`,
  'src/client.go': 'package a\n\ntype Client string\n\nconst A Client = "x"\n',
  'docs/manifest.json':
    '{ "routes": [{ "title": "A", "path": "./a.md" }, { "title": "B", "path": "./b.md" }] }\n',
  'docs/a.md':
    '# A\n\n[b](b.md#b) [c](sub/c.md) ![i](i.png) [src](../src/client.go#L3)\n\nClients:\n\n- `x`\n',
  'docs/b.md': '# B\n\n[a](a.md#a) [gone](gone.md) [case](Sub/c.md) [lib](../lib/x)\n',
  'docs/sub/c.md': '# C — c\n\n[up](../b.md#c)\n',
  'docs/i.png': '',
};

const names = [
  ...Object.keys(files),
  'docs/gone.md',
  'docs/Sub/c.md',
  'docs/drafts/d.md',
  'docs/_config.yml',
  'lib/x',
  'README.md',
  '.docs-lint-baseline.json',
  'docs/sub',
  '.gitattributes',
];
const texts = [
  ...Object.values(files),
  '# Other\n\n[a](a.md#none)\n',
  '',
  '{',
  'docs/sub\n',
  '{ "version": 1, "problems": {} }\n',
  '---\npermalink: /x\n---\n',
];

const change = fc.record({
  kind: fc.constantFrom('write', 'write', 'remove', 'rename', 'link', 'directory', 'commit', 'touch'),
  name: fc.constantFrom(...names),
  other: fc.constantFrom(...names),
  text: fc.constantFrom(...texts),
});

function git(root: string, ...words: string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...words], { cwd: root, stdio: 'ignore' });
}

function apply(
  root: string,
  { kind, name, other, text }: Record<'kind' | 'name' | 'other' | 'text', string>,
) {
  const path = join(root, name);
  const to = join(root, other);
  try {
    if (kind === 'commit') git(root, 'add', '-A');
    if (kind === 'commit') git(root, 'commit', '-q', '-m', 'change');
    if (kind === 'remove' || kind === 'link' || kind === 'directory') rmSync(path, { recursive: true });
  } catch {
    // There is nothing to commit, or nothing there.
  }
  try {
    mkdirSync(dirname(kind === 'rename' ? to : path), { recursive: true });
    if (kind === 'write') writeFileSync(path, text);
    if (kind === 'rename') renameSync(path, to);
    if (kind === 'link') symlinkSync(to, path);
    if (kind === 'directory') mkdirSync(path);
  } catch {
    // A file stands where a directory would have to be.
  }
}

/** All that a run tells, or why there is no run. */
async function tell(root: string) {
  try {
    const { trace, text: _text, ...told } = await lint({ cwd: root, cache: join(root, '.git', 'cache') });
    return { told: JSON.stringify(told), trace: trace?.() };
  } catch (error) {
    return { told: String(error), trace: undefined };
  }
}

describe('the trace of a run', () => {
  it.each([true, false])('is another one wherever the result is (git: %s)', async (isRepository) => {
    let kept = 0;
    let lost = 0;
    await holds(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const root = makeTree(files);
        if (isRepository) git(root, 'init', '-q');
        let before = await tell(root);
        for (const one of changes) {
          apply(root, one);
          const isSame = before.trace !== undefined && (await isUnchanged(before.trace));
          const after = await tell(root);
          if (isSame) expect(after.told).toBe(before.told);
          if (isSame) kept++;
          else lost++;
          before = after;
        }
      },
      20,
    );
    expect(kept).toBeGreaterThan(3);
    expect(lost).toBeGreaterThan(3);
  });

  it('is the same as long as nothing it saw is another', async () => {
    const root = makeTree(files);
    const { trace } = await tell(root);
    expect(trace && (await isUnchanged(trace))).toBe(true);
    writeFileSync(join(root, 'docs', 'i.png'), 'another picture');
    mkdirSync(join(root, 'src', 'other'));
    rmSync(join(root, 'src', 'other'), { recursive: true });
    mkdirSync(join(root, 'elsewhere', 'deep'), { recursive: true });
    rmSync(join(root, 'elsewhere'), { recursive: true });
    expect(trace && (await isUnchanged(trace))).toBe(true);
    mkdirSync(join(root, 'lib'));
    writeFileSync(join(root, 'lib', 'x'), '');
    expect(trace && (await isUnchanged(trace))).toBe(false);
  });

  it('goes through JSON, and keeps no path twice', async () => {
    const { trace } = await tell(makeTree(files));
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
    const paths = (trace?.read ?? []).filter((_, index) => index % 2 === 0);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('/docs/a.md');
    expect(paths).toContain('/src/client.go');
  });

  it('is not kept where code decides', async () => {
    const plugin =
      'export default { scope: "file", severity: "error", summary: "x", codes: { x: "x" }, *check() {} };';
    const root = makeTree({
      ...files,
      'docs-lint.config.json': '{ "plugins": ["./x.mjs"] }',
      'x.mjs': plugin,
    });
    rmSync(join(root, 'docs-lint.config.jsonc'));
    expect((await tell(root)).trace).toBeUndefined();
    const settings = {
      'docs/a.md': '# A\n',
      '.markdownlint-cli2.mjs': 'export default {};\n',
      'docs-lint.config.json': '{ "rules": { "markdownlint": ["error", { "javascript": true }] } }',
    };
    expect((await tell(makeTree(settings))).trace).toBeUndefined();
    settings['docs-lint.config.json'] = '{ "rules": { "markdownlint": ["error", { "javascript": false }] } }';
    expect((await tell(makeTree(settings))).trace).toBeDefined();
  });

  it.each([
    ['a commit is replaced', (root: string) => git(root, 'replace', '--graft', 'HEAD')],
    ['an older commit is hidden', (root: string) => write(root, '.git/info/grafts', idOf(root, 'HEAD'))],
    ['pages are no text', (root: string) => write(root, '.git/info/attributes', '*.md -diff\n')],
    ['pages are no text above', (root: string) => write(root, '.gitattributes', '*.md -diff\n')],
    ['a clone is less shallow', (root: string) => write(root, '.git/shallow', idOf(root, 'HEAD~1'))],
  ])('is another when what commits did is told otherwise: %s', async (_what, change) => {
    const root = makeTree({ 'docs/a.md': '# A\n\n[b](b.md#old)\n', 'docs/b.md': '# B\n\n## Old\n' });
    const commit = (text: string): void => {
      write(root, 'docs/b.md', text);
      git(root, 'add', '-A');
      git(root, 'commit', '-q', '--no-gpg-sign', '-m', 'change');
    };
    git(root, 'init', '-q');
    commit('# B\n\n## Old\n');
    commit('# B\n\n## Older\n');
    commit('# B\n\n## New\n');
    const { trace } = await tell(join(root, 'docs'));
    expect(trace && (await isUnchanged(trace))).toBe(true);
    change(root);
    expect(trace && (await isUnchanged(trace))).toBe(false);
  });

  it('is not kept where a commit lacks what it had', async () => {
    const root = makeTree({ 'a.md': '# A\n\n[b](b.md#old)\n', 'b.md': '# B\n\n## Old\n' });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'one');
    const id = idOf(root, 'HEAD:b.md').trim();
    write(root, 'b.md', '# B\n\n## New\n');
    git(root, 'commit', '-q', '-a', '-m', 'two');
    rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)));
    expect((await tell(root)).trace).toBeUndefined();
  });

  it('does not read objects again that git has by their hashes, unless others stand for them', async () => {
    const root = makeTree(files);
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'one');
    writeFileSync(join(root, 'docs/b.md'), '# B\n\n[other](other.md)\n');
    git(root, 'add', '-A');
    const staged = async () => {
      const { trace, problems } = await lint({ cwd: root, staged: true, cache: join(root, '.git', 'cache') });
      return { trace: trace?.(), messages: problems.map(({ message }) => message) };
    };
    const { trace, messages } = await staged();
    expect(messages).toEqual([expect.stringContaining('other.md')]);
    const asked = trace?.git.map(([, words]) => words.join(' ')) ?? [];
    expect(asked).toContainEqual(expect.stringContaining('ls-files --stage'));
    expect(asked).toContain('rev-parse --glob=refs/replace/*');
    expect(asked.filter((words) => words.startsWith('cat-file'))).toEqual([]);
    expect(trace && (await isUnchanged(trace))).toBe(true);
    git(root, 'replace', idOf(root, ':docs/b.md').trim(), idOf(root, 'HEAD:docs/b.md').trim());
    expect(trace && (await isUnchanged(trace))).toBe(false);
    expect((await staged()).messages).not.toEqual(messages);
  });
});

function write(root: string, name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function idOf(root: string, name: string): string {
  return execFileSync('git', ['rev-parse', name], { cwd: root, encoding: 'utf8' });
}
