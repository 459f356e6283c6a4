import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyFixes } from 'markdownlint';
import { lint as lintText } from 'markdownlint/sync';
import { describe, expect, it } from 'vitest';
import { table, tags } from '../rules/markdownlint/codes.js';
import { type Lint, pageLinter } from '../rules/markdownlint/lint-page.js';
import { quickenTables } from '../rules/markdownlint/quicken-tables.js';
import { timeLimit } from '../rules/markdownlint/time-limit.js';
import type { Result } from '../src/model.js';
import { lint } from '../src/session/lint.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';
import { lintTree } from './harness/run-tree.js';
import { scripted } from './markdownlint-code-trees.js';

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
    expect([...seen].map((file) => file.replace(/.*\//, ''))).toEqual([
      'index.ts',
      'codes.ts',
      'config-names.ts',
    ]);
  });
});

describe('without a severity', () => {
  it('is off without a config', async () => {
    expect(await checked({ 'docs/a.md': spaced })).toEqual([]);
  });

  it.each([
    ['.markdownlint.json', '{}'],
    ['.markdownlint-cli2.yaml', ''],
    ['docs/.markdownlint.yml', ''],
    ['package.json', '{ "markdownlint-cli2": {} }'],
  ])('is on with %s', async (file, text) => {
    expect(await checked({ [file]: text, 'docs/a.md': spaced })).toEqual(['docs/a.md markdownlint/MD009']);
  });

  it('is on below the directory of a config alone', async () => {
    const files = { 'docs/api/.markdownlint.json': '{}', 'docs/api/v1/a.md': spaced, 'docs/b.md': spaced };
    expect(await checked(files)).toEqual(['docs/api/v1/a.md markdownlint/MD009']);
  });

  it.each(['{ "devDependencies": { "markdownlint-cli2": "1.0.0" } }', '"markdownlint-cli2"', '{', 'null'])(
    'is off where package.json has no key for it: %s',
    async (other) => {
      expect(await checked({ 'package.json': other, 'docs/a.md': spaced })).toEqual([]);
    },
  );
});

describe('settings that are code', () => {
  const on = { 'docs-lint.config.json': '{ "rules": { "markdownlint": "error" } }' };

  it('are not applied, and that is said once', async () => {
    const files = { ...on, '.markdownlint.cjs': '', 'docs/a.md': '# A\n', 'docs/b/c.md': '# C\n' };
    const { problems, notes } = await lintTree(new Map(Object.entries(files)));
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^`\.markdownlint\.cjs` is code, .* YAML or JSON\.$/)]);
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

  it('is left where it is not the same', async () => {
    const settings = '{ "default": false, "MD042": true, "MD052": { "shortcut_syntax": true } }';
    const page = '# Guide\n\n[one](#) [two]() [three](<> "title") [four] [five][six]\n';
    expect(await checked({ ...files, '.markdownlint.json': settings, 'docs/a.md': page })).toEqual([
      'docs/a.md markdownlint/MD042',
      'docs/a.md broken-links/empty',
      'docs/a.md broken-links/empty',
      'docs/a.md markdownlint/MD052',
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

describe('suppressions', () => {
  const settings = { '.markdownlint.json': '{ "default": false }' };

  it('may name the code of a custom rule, which only its settings know', async () => {
    const page = '<!-- docs-lint-disable-file markdownlint/no-todo -->\n\nText.\n';
    expect(await checked({ ...settings, 'docs/a.md': page })).toEqual([]);
  });

  it('may not name a code of the library that there is not', async () => {
    const page = '<!-- docs-lint-disable-file markdownlint/MD1013 -->\n\nText.\n';
    expect(await checked({ ...settings, 'docs/a.md': page })).toEqual([
      'docs/a.md suppressions/unknown-rule',
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

describe('settings that cannot be read', () => {
  const told = (options: object): Record<string, string> => ({
    'docs-lint.config.json': JSON.stringify({ rules: { markdownlint: ['error', options] } }),
  });
  const keys = (count: number): string =>
    Array.from({ length: count }, (_, index) => `key${index}: { a: [1] }\n`).join('');

  it.each([
    [told({ configFile: 'none.yaml' }), 'none.yaml', /^`configFile` names this file, and there is none/],
    [
      told({ configFile: '../none.yaml' }),
      '../none.yaml',
      /^`configFile` names this file, and there is none/,
    ],
    [
      { ...told({ configFile: 'my.json', configPointer: '/a~1b/c' }), 'my.json': '{ "a/b": {} }' },
      'my.json',
      /^There are no settings at `\/a~1b\/c`\./,
    ],
    [
      { '.markdownlint.yaml': keys(20_000) },
      '.markdownlint.yaml',
      /^This is longer than 200000 characters\./,
    ],
    [
      { '.markdownlint.json': '['.repeat(100_000) },
      '.markdownlint.json',
      /Maximum call stack|Unexpected|expected/,
    ],
    [
      { '.markdownlint.json': '{ "extends": ".." }' },
      '.markdownlint.json',
      /^This extends `\.\.`\. There is no such/,
    ],
    [
      { '.markdownlint.json': '{ "extends": "fs" }' },
      '.markdownlint.json',
      /^This extends `fs`\. There is no such/,
    ],
    [
      { '.markdownlint-cli2.yaml': 'frontMatter: "("' },
      '.markdownlint-cli2.yaml',
      /must be a regular expression/,
    ],
  ])('are told of: %#', async (files: Record<string, string>, path, message) => {
    const cwd = makeTree({ ...files, 'docs/a.md': spaced });
    const { problems, failures } = await lint({ cwd, paths: ['docs'] });
    expect(problems).toEqual([]);
    expect(failures).toEqual([expect.objectContaining({ path, message: expect.stringMatching(message) })]);
  });

  it('are told of where they lead out of the workspace', async () => {
    const outside = makeTree({ 'shared.json': '{ "default": false }' });
    const cwd = makeTree({ 'docs-lint.config.json': '{}', 'docs/a.md': spaced });
    symlinkSync(join(outside, 'shared.json'), join(cwd, '.markdownlint.json'));
    const { problems, failures } = await lint({ cwd, paths: ['docs'] });
    expect(problems).toEqual([]);
    expect(failures).toEqual([
      { path: '.markdownlint.json', message: expect.stringMatching(/are a link out of the workspace/) },
    ]);
  });

  it('are read with a byte order mark and the line ends of Windows', async () => {
    const settings = '\uFEFF{\r\n  // none\r\n  "MD009": false,\r\n}\r\n';
    const cwd = makeTree({ '.markdownlint.jsonc': settings, 'docs/a.md': spaced });
    expect(await lint({ cwd, paths: ['docs'] })).toMatchObject({ problems: [], failures: [] });
  });
});

describe('code of the workspace', () => {
  const allowed = (severity = 'error'): string =>
    JSON.stringify({ rules: { markdownlint: [severity, { javascript: true }] } });
  const rule = (body: string, more = ''): string =>
    `export default { names: ['own'], description: 'Own', tags: ['t'], parser: 'none', ${more}\n  function: ${body} };\n`;
  const settings = '{ "config": { "default": false, "own": true }, "customRules": ["./own.mjs"] }';
  const lintDocs = async (files: Readonly<Record<string, string>>) => {
    const cwd = makeTree({ '.markdownlint-cli2.jsonc': settings, 'docs/a.md': spaced, ...files });
    return lint({ cwd, paths: ['docs'] });
  };
  const finds = rule('(_, onError) => onError({ lineNumber: 1 })');

  it('is not run unless a config of docs-lint says so', async () => {
    const { problems, notes } = await lintDocs({ 'own.mjs': 'throw new Error("run")' });
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^`\.markdownlint-cli2\.jsonc` names custom rules, .*missing here\.$/),
    ]);
  });

  it('finds problems that suppressions know', async () => {
    const files = { 'docs-lint.config.json': allowed('warn'), 'own.mjs': finds };
    const { problems } = await lintDocs(files);
    expect(problems.map(({ rule, code, severity, message }) => [rule, code, severity, message])).toEqual([
      ['markdownlint', 'own', 'warning', 'Own.'],
    ]);
    const hidden = '# Guide <!-- docs-lint-disable-line markdownlint/own -->\n';
    expect(codesOf(await lintDocs({ ...files, 'docs/a.md': hidden }))).toEqual([]);
  });

  it.each([
    ['is not there', { 'own.mjs': undefined }, /names `\.\/own\.mjs`\. There is no such file/],
    ['throws', { 'own.mjs': 'throw new Error("oh no");\nexport default 1;' }, /cannot be loaded: oh no\./],
    ['is no rule', { 'own.mjs': 'export default { names: [] };' }, /cannot be used: Property 'names'/],
    ['is nothing', { 'own.mjs': 'export default undefined;' }, /cannot be used/],
    ['takes a name', { 'own.mjs': finds.replace("'own'", "'MD001'") }, /cannot be used: Name 'MD001'/],
    [
      'wants what is not installed',
      {
        '.markdownlint-cli2.jsonc': settings.replace(
          'customRules',
          'markdownItPlugins": [["none"]], "customRules',
        ),
        'own.mjs': finds.replace("parser: 'none', ", ''),
      },
      /`markdownItPlugins` names `none`\. There is no such file/,
    ],
  ])(
    'is told of when it %s',
    async (_, { 'own.mjs': own, ...more }: Record<string, string | undefined>, message) => {
      const files = {
        'docs-lint.config.json': allowed(),
        ...(own === undefined ? {} : { 'own.mjs': own }),
        ...more,
      };
      const { failures, problems } = await lintDocs(files as Record<string, string>);
      expect(failures).toEqual([
        expect.objectContaining({
          path: '.markdownlint-cli2.jsonc',
          line: 1,
          message: expect.stringMatching(message),
        }),
      ]);
      expect(problems).toEqual([]);
    },
  );

  it('is left out where it is asynchronous', async () => {
    const files = {
      'docs-lint.config.json': allowed(),
      'own.mjs': finds.replace('tags:', 'asynchronous: true, tags:'),
    };
    const { problems, notes } = await lintDocs(files);
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^The custom rule `own` .* is asynchronous/)]);
  });

  it('may fail on a page, at once or later', async () => {
    const now = rule('() => { throw new Error("oh no"); }');
    const later = rule('async () => { throw new Error("oh no"); }');
    const config = { 'docs-lint.config.json': allowed() };
    const [first] = (await lintDocs({ ...config, 'own.mjs': now })).problems;
    expect(first?.message).toMatch(/This rule threw an exception: oh no/);
    expect((await lintDocs({ ...config, 'own.mjs': later })).problems).toEqual([]);
  });

  it('is broken off where it does not end', () => {
    const endless = { names: ['own'], description: 'Own', tags: ['t'], parser: 'none' as const };
    const customRules = [
      {
        ...endless,
        function: () => {
          for (;;);
        },
      },
    ];
    const lintPage = pageLinter(lintText as Lint, /^$/, () => ({ customRules }), 50);
    expect(() => lintPage('# A\n', { inline: true, named: false }, {})).toThrow(/was not done with the page/);
  });

  it.each([
    ['.markdownlint.cjs', 'module.exports = { default: false, MD009: true };'],
    ['.markdownlint.mjs', 'export default { default: false, MD009: true };'],
    ['docs/.markdownlint-cli2.cjs', 'module.exports = { config: { default: false, MD009: true } };'],
    [
      '.markdownlint-cli2.mjs',
      'export default (async () => ({ config: { default: false, MD009: true } }))();',
    ],
  ])('may be settings: %s', async (file, text) => {
    const cwd = makeTree({ 'docs-lint.config.json': allowed(), [file]: text, 'docs/a.md': '# A \n<b>\n' });
    const { problems, failures } = await lint({ cwd, paths: ['docs'] });
    expect(failures).toEqual([]);
    expect(codesOf({ problems })).toEqual(['docs/a.md markdownlint/MD009']);
  });

  it.each([
    ['throw new Error("oh no")', /^This cannot be run: oh no\./],
    ['export default 1', /^This exports no settings\./],
    ['export default { MD013: { x: () => 1 } }', /^These settings hold a function,/],
    ['export default { MD044: { names: [/x/] } }', /^These settings hold a regular expression,/],
    ['const a = {}; a.a = a; export default { a }', /^These settings hold something endless,/],
    ['export default {', /^This cannot be run: /],
  ])('may be settings that cannot be used: %s', async (text, message) => {
    const cwd = makeTree({
      'docs-lint.config.json': allowed(),
      '.markdownlint.mjs': text,
      'docs/a.md': spaced,
    });
    const { problems, failures } = await lint({ cwd, paths: ['docs'] });
    expect(failures).toEqual([
      { path: '.markdownlint.mjs', line: 1, column: 1, message: expect.stringMatching(message) },
    ]);
    expect(problems).toEqual([]);
  });
});

describe('threads', () => {
  it('find the same, with custom rules too', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => [
      `docs/${index}.md`,
      `# TODO ${index}\n${'* x \n'.repeat(index)}`,
    ]);
    const broken = {
      'docs/x/.markdownlint.json': '{',
      'docs/x/a.md': spaced,
      'docs/long.md': `# A\n\n${'word '.repeat(450_000)}\n`,
    };
    const cwd = makeTree({ ...scripted, ...broken, ...Object.fromEntries(pages) });
    const [one, two, four] = await Promise.all(
      ['1', '2', '4'].map((count) =>
        runCli(['docs', '--only', 'markdownlint', '-f', 'json'], { cwd, env: { DOCS_LINT_THREADS: count } }),
      ),
    );
    expect(JSON.parse(one?.stdout ?? '').problems.length).toBeGreaterThan(50);
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    expect(one?.status).toBe(2);
  });

  it('may end on a page, which is said of that page alone', async () => {
    const rule = `export default { names: ['own'], description: 'Own', tags: ['t'], parser: 'none', function: ({ lines }) => { if (lines[0] === '# End') process.exit(0); } };`;
    const cwd = makeTree({
      'docs-lint.config.json': '{ "rules": { "markdownlint": ["error", { "javascript": true }] } }',
      '.markdownlint-cli2.jsonc': '{ "customRules": ["./own.mjs"] }',
      'own.mjs': rule,
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`docs/${name}.md`, spaced])),
      'docs/end.md': `# End\n\n${'long '.repeat(10)}\n`,
    });
    const { stdout } = await runCli(['docs', '-f', 'json'], { cwd, env: { DOCS_LINT_THREADS: '2' } });
    const { problems, errors } = readReport(stdout);
    expect(problems.map(({ path }) => path)).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md', 'docs/d.md']);
    expect(errors).toEqual([
      { path: 'docs/end.md', message: expect.stringMatching(/^markdownlint ends its thread on the page\./) },
    ]);
  });
});

describe('tables', () => {
  it('are parsed faster, and to the same', async () => {
    const row = (index: number): string => `| ${'cell |'.repeat(1 + (index % 7))} \`a|b\` |`;
    const table = ['| a | b |', '|---|:-:|', ...Array.from({ length: 60 }, (_, index) => row(index))].join(
      '\n',
    );
    const text = `# Tables\n\n${table}\n\n> ${table.replaceAll('\n', '\n> ')}\n\n- ${table.replaceAll('\n', '\n  ')}\n`;
    const found = (): string => JSON.stringify(lintText({ strings: { text } }));
    const before = found();
    expect(before).toContain('MD056');
    expect(await quickenTables(), 'the parser of tables is another one; see whether it still is slow').toBe(
      true,
    );
    expect(found()).toBe(before);
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
