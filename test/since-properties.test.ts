import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/session/lint.js';
import { holds } from './harness/holds.js';
import { makeRepository, type Repository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';

const names = ['docs/a.md', 'docs/b.md', 'docs/sub/c.md', 'docs/sub/d e.md', 'docs/ü.md'];
const lines = fc.constantFrom(
  '## One',
  '## Two',
  '## Three',
  'Text that says little.',
  'A dash — here.',
  '[a](a.md#one)',
  '[b](b.md#two) and [b](b.md#three)',
  '[c](sub/c.md), [up](../a.md#two), [back](../b.md)',
  '[here](#three)',
  '![image](pic.png)',
  '[ü](<ü.md>) and [d](<sub/d e.md#one>)',
);
const text = fc
  .array(lines, { minLength: 1, maxLength: 8 })
  .map((its) => `# Page\n\n${its.map((line) => `${line}\n`).join('\n')}`);
const pages = fc.dictionary(fc.constantFrom(...names), text, { minKeys: 1, noNullPrototype: true });

const edit = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path: fc.constantFrom(...names), text }),
  fc.record({ kind: fc.constant('append' as const), path: fc.constantFrom(...names), line: lines }),
  fc.record({ kind: fc.constant('delete' as const), path: fc.constantFrom(...names) }),
  fc.record({
    kind: fc.constant('rename' as const),
    path: fc.constantFrom(...names),
    to: fc.constantFrom(...names, 'docs/moved.md'),
  }),
  fc.record({ kind: fc.constant('stage' as const) }),
);

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function make(repository: Repository, files: Map<string, string>, one: Edit) {
  if (one.kind === 'stage') return void repository.git('add', '--all');
  const before = files.get(one.path);
  if (one.kind === 'write') return put(one.path, one.text);
  if (before === undefined) return;
  if (one.kind === 'append') return put(one.path, `${before}\n${one.line}\n`);
  if (one.kind === 'rename' && files.has(one.to)) return;
  files.delete(one.path);
  repository.write({ [one.path]: undefined });
  if (one.kind === 'rename') put(one.to, before);

  function put(path: string, its: string): void {
    files.set(path, its);
    repository.write({ [path]: its });
  }
}

/** How often each problem is found: by rule, code, page and the words of its line. */
async function counted(cwd: string, renamed = new Map<string, string>()): Promise<Map<string, number>> {
  const { problems, text: textOf } = await lint({ cwd, cache: false });
  const counts = new Map<string, number>();
  for (const { rule, code, path, line } of problems) {
    const words = textOf(path)?.split('\n')[line - 1];
    const key = `${rule}/${code} ${renamed.get(path) ?? path} ${words}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A commit in a directory of its own. */
function checkedOut(repository: Repository, commit: string): string {
  const directory = `${makeTree()}/tree`;
  repository.git('worktree', 'add', '--quiet', '--detach', directory, commit);
  return directory;
}

/** What a whole run finds now and did not find before, each as often as it is new. */
async function difference(before: string, now: string, renamed: Map<string, string>): Promise<string[]> {
  const [old, all] = [await counted(before, renamed), await counted(now)];
  return [...all].flatMap(([key, count]) => Array(Math.max(0, count - (old.get(key) ?? 0))).fill(key)).sort();
}

async function shown(cwd: string, options: { since?: string; staged?: boolean }): Promise<string[]> {
  const { problems, text: textOf } = await lint({ cwd, cache: false, ...options });
  return problems
    .map(({ rule, code, path, line }) => `${rule}/${code} ${path} ${textOf(path)?.split('\n')[line - 1]}`)
    .sort();
}

function renames(repository: Repository, ...words: string[]): Map<string, string> {
  const parts = repository
    .git(
      '-c',
      'core.quotePath=false',
      'diff',
      '-z',
      '--name-status',
      '--find-renames',
      '--diff-filter=R',
      ...words,
    )
    .split('\0');
  const found = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3)
    found.set(parts[at + 1] as string, parts[at + 2] as string);
  return found;
}

describe('after random edits', () => {
  it('what is new is the difference of two whole runs', async () => {
    let isRich = false;
    await holds(
      fc.tuple(pages, fc.array(edit, { minLength: 1, maxLength: 5 })),
      async ([files, edits]) => {
        const repository = makeRepository({ 'docs/always.md': '# Always\n', ...files });
        const texts = new Map(Object.entries(files));
        for (const one of edits) make(repository, texts, one);
        const head = checkedOut(repository, 'HEAD');

        const index = repository
          .git('commit-tree', '-m', 'index', repository.git('write-tree').trim())
          .trim();
        const staged = await shown(repository.directory, { staged: true });
        const inIndex = checkedOut(repository, index);
        expect(staged).toEqual(await difference(head, inIndex, renames(repository, '--cached', 'HEAD')));

        repository.git('add', '--all');
        const since = await shown(repository.directory, { since: 'HEAD' });
        expect(since).toEqual(await difference(head, repository.directory, renames(repository, 'HEAD')));
        isRich ||= since.length > 1;
      },
      20,
    );
    expect(isRich).toBe(true);
  });
});
