import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyFixes } from 'markdownlint';
import { lint as lintText } from 'markdownlint/sync';
import { describe, expect, it } from 'vitest';
import { table, tags } from '../rules/markdownlint/codes.js';
import { timeLimit } from '../rules/markdownlint/time-limit.js';
import type { Result } from '../src/model.js';
import { lint } from '../src/session/lint.js';
import { makeTree } from './harness/make-tree.js';
import { lintTree } from './harness/run-tree.js';

const spaced = '# Guide \n';
const codesOf = ({ problems }: Pick<Result, 'problems'>): string[] =>
  problems.map(({ path, rule, code }) => `${path} ${rule}/${code}`);
const checked = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  codesOf(await lintTree(new Map(Object.entries(files))));

describe('the table of codes', () => {
  interface LibraryRule {
    readonly names: readonly string[];
    readonly tags: readonly string[];
    readonly information: URL;
  }
  const library = (): Promise<{ default: readonly LibraryRule[] }> =>
    import(new URL('rules.mjs', import.meta.resolve('markdownlint')).href);

  it('is the list of the library', async () => {
    const rules = (await library()).default;
    expect(Object.entries(table).map(([code, { names }]) => [code, ...names])).toEqual(
      rules.map(({ names }) => names),
    );
    expect(new Set(tags)).toEqual(new Set(rules.flatMap((rule) => rule.tags)));
  });

  it('is in the README, each code with the page of this version', async () => {
    const readme = readFileSync(new URL('../rules/markdownlint/README.md', import.meta.url), 'utf8');
    for (const { names, information } of (await library()).default) {
      expect(readme).toContain(`| [\`${names[0]}\`](${information.href}) | \`${names[1]}\``);
    }
  });
});

describe('import', () => {
  it('reads neither the library nor a parser before the rule runs', () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '');
      for (const [, name = ''] of text.matchAll(/^(?:import|export) [^;]*?from '([^']+)';$/gm)) {
        if (name.startsWith('./')) visit(join(dirname(file), name.replace(/\.js$/, '.ts')));
        else if (!name.startsWith('../../src/')) outside.add(name);
      }
    };
    visit(fileURLToPath(new URL('../rules/markdownlint/index.ts', import.meta.url)));
    expect([...outside]).toEqual([]);
    expect([...seen].map((file) => file.replace(/.*\//, ''))).toEqual(['index.ts', 'codes.ts']);
  });
});

describe('without a severity', () => {
  it('is off without a config', async () => {
    expect(await checked({ 'docs/a.md': spaced })).toEqual([]);
  });

  it('is off with one, too', async () => {
    expect(await checked({ '.markdownlint.json': '{}', 'docs/a.md': spaced })).toEqual([]);
  });
});

describe('settings that are code', () => {
  const on = { 'docs-lint.config.json': '{ "rules": { "markdownlint": "error" } }' };

  it('are not applied, and that is said once', async () => {
    const files = { ...on, '.markdownlint.cjs': '', 'docs/a.md': '# A\n', 'docs/b/c.md': '# C\n' };
    const { problems, notes } = await lintTree(new Map(Object.entries(files)));
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/`\.markdownlint\.cjs` is code, .* YAML or JSON\.$/)]);
  });

  it('says that custom rules are left out', async () => {
    const options = '{ "customRules": ["./rules.js"] }';
    const files = { ...on, '.markdownlint-cli2.jsonc': options, 'docs/a.md': spaced };
    const { notes, problems } = await lintTree(new Map(Object.entries(files)));
    expect(notes).toEqual([expect.stringMatching(/`\.markdownlint-cli2\.jsonc` names custom rules/)]);
    expect(problems).toHaveLength(1);
  });
});

describe('with a severity', () => {
  const config = (entry: unknown): string => JSON.stringify({ rules: { markdownlint: entry } });

  it('is on without a config of markdownlint', async () => {
    const files = { 'docs-lint.config.json': config('error'), 'docs/a.md': spaced };
    expect(await checked(files)).toEqual(['docs/a.md markdownlint/MD009']);
  });

  it('is off with one', async () => {
    const files = { 'docs-lint.config.json': config('off'), '.markdownlint.json': '{}', 'docs/a.md': spaced };
    expect(await checked(files)).toEqual([]);
  });

  it('says nothing of a config that is code while it is off', async () => {
    const files = { 'docs-lint.config.json': config('off'), '.markdownlint.cjs': '', 'docs/a.md': spaced };
    expect((await lintTree(new Map(Object.entries(files)))).notes).toEqual([]);
  });

  it.each([
    [{ 'line-lenght': false }, /Did you mean `line-length`\?/],
    [{ MD013: 'warn' }, /MD013/],
  ])('takes no unknown name or value: %j', async (rules, message) => {
    const files = { 'docs-lint.config.json': config(['error', { config: rules }]), 'docs/a.md': spaced };
    await expect(lintTree(new Map(Object.entries(files)))).rejects.toThrow(message);
  });
});

describe('what other rules do better', () => {
  const rules = { markdownlint: 'error' };
  const files = {
    'docs-lint.config.json': JSON.stringify({ rules }),
    '.markdownlint.json': '{ "default": false, "links": true }',
    'docs/a.md': '# Guide\n\n[one](#none) and [two][three].\n',
  };

  it('is reported once', async () => {
    expect(await checked(files)).toEqual([
      'docs/a.md broken-anchors/missing-anchor',
      'docs/a.md broken-links/undefined-reference',
    ]);
  });

  it('is reported by the library where the other rule is off', async () => {
    const others = { ...rules, 'broken-anchors': 'off', 'broken-links': 'off' };
    expect(await checked({ ...files, 'docs-lint.config.json': JSON.stringify({ rules: others }) })).toEqual([
      'docs/a.md markdownlint/MD051',
      'docs/a.md markdownlint/MD052',
    ]);
  });
});

describe('fixes', () => {
  const page = [
    '---',
    'description: x',
    '---',
    '#Guide',
    '## One ##',
    '##  Two  ',
    '* a',
    '+ b\t',
    '',
    '',
    '',
    '1. x',
    '1.  y',
    'text http://example.com and ** bold ** ` code` [ link ](a.md)',
    '',
    '```sh',
    '$ ls',
    '```',
    '>  quote',
    '| a | b |',
    '| - | - |',
    '[unused]: a.md',
    '  # Title:',
  ].join('\n');
  const texts = {
    'line feeds': `${page}\n\n`,
    'carriage returns': page.replaceAll('\n', '\r\n'),
    mixed: `${page}\r\n\r\n\n`,
  };

  it.each(Object.entries(texts))('change what the library changes: %s', async (name, text) => {
    const errors = (lintText({ strings: { text }, handleRuleFailures: true }).text ?? []).filter(
      ({ fixInfo }) => fixInfo,
    );
    const { problems } = await lintTree(new Map([['docs/a.md', text]]), 'markdownlint');
    const fixed = problems.flatMap(({ code, fix }) =>
      (fix?.edits ?? []).map(
        ({ start, end, text: put }) => `${code} ${text.slice(0, start)}${put}${text.slice(end)}`,
      ),
    );
    // The library makes all line ends alike when it fixes a page; an edit leaves the others as they are.
    const alike = (line: string): string => (name === 'mixed' ? line.replaceAll('\r\n', '\n') : line);
    const wanted = errors.map((error) => `${error.ruleNames[0]} ${applyFixes(text, [error])}`);
    expect(errors.length).toBeGreaterThan(15);
    expect(fixed.map(alike).sort()).toEqual(wanted.map(alike).sort());
    expect(problems.filter(({ fix }) => fix).every(({ fix }) => fix?.safe && fix.description !== '')).toBe(
      true,
    );
  });

  it('remove the only line, the last line, and one between', async () => {
    const remove = async (text: string): Promise<string[]> => {
      const { problems } = await lintTree(new Map([['docs/a.md', text]]), 'markdownlint');
      const edits = problems.filter(({ code }) => code === 'MD012').flatMap(({ fix }) => fix?.edits ?? []);
      return edits.map(({ start, end }) => text.slice(0, start) + text.slice(end));
    };
    expect(await remove('# A\n\n\ntext\n')).toEqual(['# A\n\ntext\n']);
    expect(await remove('# A\r\n\r\n\r\n')).toEqual(['# A\r\n\r\n', '# A\r\n\r\n']);
  });
});

describe('hostile pages', () => {
  it('are refused when they are too long, and the others are checked', async () => {
    const files = new Map([
      ['docs/a.md', `# A\n\n${'word '.repeat(450_000)}\n`],
      ['docs/b.md', spaced],
    ]);
    const { problems, failures } = await lintTree(files, 'markdownlint');
    expect(failures).toEqual([
      { path: 'docs/a.md', message: expect.stringMatching(/^The page is longer than/) },
    ]);
    expect(codesOf({ problems })).toEqual(['docs/b.md markdownlint/MD009']);
  });

  it('are read once for what could begin front matter', async () => {
    const files = { '.markdownlint.json': '{ "default": false }', 'docs/a.md': '{\n'.repeat(300_000) };
    const { failures } = await lintTree(new Map(Object.entries(files)), 'markdownlint');
    expect(failures).toEqual([]);
  });

  it('are broken off', () => {
    const within = timeLimit(50);
    expect(within(() => 'done')).toBe('done');
    expect(within(() => /^(?:a+)+$/.test(`${'a'.repeat(60)}!`))).toBe('late');
    expect(() =>
      within(() => {
        throw new RangeError('deep');
      }),
    ).toThrow(RangeError);
    expect(within(() => 1)).toBe(1);
  });
});

describe('on the disk', () => {
  it('extends files of installed packages, and the styles that come with the library', async () => {
    const cwd = makeTree({
      'node_modules/@team/style/package.json':
        '{ "name": "@team/style", "exports": { "./docs": "./config/docs.json" } }',
      'node_modules/@team/style/config/docs.json': '{ "extends": "more.yaml", "MD034": true }',
      'node_modules/@team/style/config/more.yaml': 'default: false\nMD009: true\n',
      'docs/.markdownlint.json': '{ "extends": "@team/style/docs" }',
      'docs/style/.markdownlint.yaml': 'extends: markdownlint/style/prettier\n',
      'docs/a.md': '# A \n\nhttp://example.com <b>\n',
      'docs/style/b.md': '# B \n\n<b>\n',
    });
    const { problems, failures } = await lint({ cwd, paths: ['docs'], only: ['markdownlint'] });
    expect(failures).toEqual([]);
    expect(codesOf({ problems })).toEqual([
      'docs/a.md markdownlint/MD009',
      'docs/a.md markdownlint/MD034',
      'docs/style/b.md markdownlint/MD033',
    ]);
  });

  it('checks the named pages alone', async () => {
    const cwd = makeTree({ '.markdownlint.json': '{}', 'docs/a.md': spaced, 'docs/b.md': spaced });
    const { problems, summary } = await lint({ cwd, paths: ['docs/b.md'], only: ['markdownlint'] });
    expect(codesOf({ problems })).toEqual(['docs/b.md markdownlint/MD009']);
    expect(summary.files).toBe(2);
  });
});
