import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Problem } from '../src/model.js';
import { holds } from './harness/holds.js';
import { chaos, messy, page, tree } from './harness/random-tree.js';
import { readSections } from './harness/read-sections.js';
import { readTexts } from './harness/read-texts.js';
import { mendTree } from './harness/run-tree.js';

const rules = new URL('../rules/', import.meta.url);
const pages = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('README.md'))
  .sort();

type Files = ReadonlyMap<string, string>;
type How = NonNullable<Parameters<typeof mendTree>[1]>;

/** What must hold of any tree that is fixed, however much or little there is to fix. */
async function expectTrust(files: Files, how: How): Promise<number> {
  const once = await mendTree(files, how);
  expect(kinds(once.result.problems), 'a problem was added').toEqual(
    atMost(kinds(once.before.problems), kinds(once.result.problems)),
  );
  if (once.changes.length > 0) expect(once.fixed).toBeGreaterThan(0);
  for (const change of once.changes) expectExact(change, files, once.files);
  const changed = once.changes.map(({ path }) => path);
  for (const [path, text] of files) if (!changed.includes(path)) expect(once.files.get(path)).toBe(text);

  const twice = await mendTree(once.files, how);
  expect(twice.changes, 'fixing again changes something').toEqual([]);
  expect(twice.before.problems).toEqual(once.result.problems);
  return once.fixed;
}

/** Outside of the edits, the text is the one that was there; and what was no half of a character is none. */
function expectExact({ path, before, edits }: Change, files: Files, now: Files): void {
  expect(before).toBe((files.get(path) ?? '').replace(/^\uFEFF/, ''));
  let at = 0;
  let text = '';
  for (const [index, edit] of edits.entries()) {
    expect(edit.path).toBe(path);
    expect(edit.start).toBeGreaterThanOrEqual(index === 0 ? 0 : at + 1);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    text += before.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  expect(at).toBeLessThanOrEqual(before.length);
  text += before.slice(at);
  expect(now.get(path)).toBe(text);
  if (before.isWellFormed()) expect(text.isWellFormed()).toBe(true);
}

function kinds(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { path, rule, code } of problems) {
    const kind = `${rule}/${code} ${path}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function atMost(before: Record<string, number>, now: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(now).map(([kind, count]) => [kind, Math.min(count, before[kind] ?? 0)]),
  );
}

describe.each(pages)('every example of %s', (name) => {
  const rule = name.split('/')[0] as string;
  const sections = readSections(readFileSync(new URL(name, rules), 'utf8'));

  it.each([
    ['safe', { only: rule, unsafe: false }],
    ['unsafe, and those of all rules', { unsafe: true }],
  ] as const)('can be fixed, and needs it once: %s', async (_, how) => {
    for (const { title, files } of sections) {
      await expectTrust(files, how).catch((error: Error) => {
        error.message = `${title}: ${error.message}`;
        throw error;
      });
    }
  });
});

describe('every tree that is kept for tests', () => {
  const trees = readTexts(new URL('../fixtures/', import.meta.url));

  it.each([...trees.keys()])('can be fixed, and needs it once: %s', async (name) => {
    await expectTrust(trees.get(name) ?? new Map(), { unsafe: true });
  });
});

describe('whatever the pages hold', () => {
  const anyTree = fc.oneof(tree(page), { weight: 3, arbitrary: tree(messy) }, tree(chaos));
  const config = fc.constantFrom(
    undefined,
    {},
    { 'line-length': { line_length: 20 } },
    {
      MD007: { indent: 4 },
      MD004: { style: 'sublist' },
      MD029: { style: 'ordered' },
      MD030: { ul_single: 3 },
    },
    { MD003: { style: 'atx_closed' }, MD049: { style: 'asterisk' }, MD050: { style: 'underscore' } },
    { MD044: { names: ['JavaScript', 'Markdown'] }, MD010: { spaces_per_tab: 4 }, MD013: false },
  );

  it.each([false, true])('fixes can be trusted; unsafe ones too: %s', async (unsafe) => {
    let fixed = 0;
    await holds(
      fc.tuple(anyTree, config),
      async ([files, config]) => {
        const rules = { markdownlint: ['error', { config }] };
        const all = config
          ? new Map([...files, ['docs-lint.config.json', JSON.stringify({ rules })]])
          : files;
        fixed += await expectTrust(all, { unsafe });
      },
      40,
    );
    expect(fixed).toBeGreaterThan(200);
  });
});
