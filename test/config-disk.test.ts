import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../src/config/load.js';
import type { Config } from '../src/config/types.js';
import { complaints, generators, issuesOf, rules } from './config-rules.js';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

/** Files in a directory of their own, which each test has: Node loads a module once. */
function directoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'docs-lint-config-'));
  made.push(directory);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

function load(files: Readonly<Record<string, string | Uint8Array>>, file?: string): Promise<Config> {
  return loadConfig({ cwd: directoryOf(files), file, rules, generators });
}

const json = 'docs-lint.config.json';
const rule = "{ scope: 'file', summary: 'S.', severity: 'warn', codes: { c: 'Mend it.' }, *check() {} }";

describe('files', () => {
  test('a directory, an empty file, and bytes that are not UTF-8', async () => {
    expect(await issuesOf(load({ [`${json}/x`]: '' }))).toMatchObject([
      { message: 'A directory cannot be a config. Name a file.', place: { path: json } },
    ]);
    expect(await issuesOf(load({ 'a/x': '' }, 'a'))).toEqual([
      { message: 'A directory cannot be a config. Name a file.', place: { path: 'a' } },
    ]);
    expect(await complaints(load({ [json]: '' }))).toEqual([
      '1:1 The file is empty. Write `{}` for a config without settings.',
    ]);
    expect(await issuesOf(load({ [json]: Uint8Array.of(0x7b, 0x0a, 0xff, 0x7d) }))).toMatchObject([
      {
        message: 'The file is not UTF-8: wrong byte at offset 2. Save it as UTF-8.',
        place: { path: json, line: 2 },
      },
    ]);
  });
});

describe('JavaScript configs', () => {
  test.each(['docs-lint.config.mjs', 'docs-lint.config.js'])(
    '%s: the default export is the config',
    async (name) => {
      const text = "const off = 'off';\nexport default { rules: { links: off, dashes: undefined } };";
      const config = await load({ [name]: text, 'package.json': '{ "type": "module" }' });
      expect(config.rules.get('links')?.setting).toBe('off');
      expect(config.rules.get('dashes')?.setting).toBe('warn');
      expect(config.where('links', '/x')).toEqual({ path: name, span: [0, 0] });
    },
  );

  test('one in CommonJS', async () => {
    const config = await load({
      'docs-lint.config.js': "module.exports = { docs: ['d'] };",
      'package.json': '{}',
    });
    expect(config.docs).toEqual(['d']);
  });

  test.each<[name: string, text: string, message: string | RegExp]>([
    [
      'throws',
      "\nthrow new RangeError('no luck');",
      /^This config cannot be loaded\. RangeError: no luck\.$/,
    ],
    ['throws what is no error', "throw 'no luck';", 'This config cannot be loaded. It throws `no luck`.'],
    ['does not parse', 'export default {', /^This config cannot be loaded\. \w+: /],
    [
      'exports nothing',
      'export const rules = {};',
      'This config has no default export. Write `export default { … }`.',
    ],
    ['exports a function', 'export default () => ({});', 'A config cannot be a function. Use plain data.'],
    [
      'holds a function',
      'export default { rules: { links: () => 1 } };',
      '`rules.links` cannot be a function. Use plain data.',
    ],
    [
      'holds a class instance',
      'export default { docs: new Set() };',
      '`docs` cannot be an instance of `Set`. Use plain data.',
    ],
    ['contains itself', 'const a = {}; a.a = a; export default a;', /contains itself/],
    ['is wrong', 'export default { rule: {} };', /^Unknown key `rule`\. Did you mean `rules`\?/],
  ])('one that %s', async (_, text, message) => {
    const issues = await issuesOf(load({ 'docs-lint.config.mjs': text }));
    expect(issues.map((one) => [one.place?.path, one.message])).toEqual([
      ['docs-lint.config.mjs', typeof message === 'string' ? message : expect.stringMatching(message)],
    ]);
  });

  test('the place at which it throws', async () => {
    const [issue] = await issuesOf(load({ 'docs-lint.config.mjs': "\n  throw new Error('no luck');" }));
    expect(issue?.place).toEqual({ path: 'docs-lint.config.mjs', line: 2, column: 9 });
  });
});

describe('packages', () => {
  const installed = {
    'node_modules/plain/package.json': '{ "main": "./config.json" }',
    'node_modules/plain/config.json': '{ "extends": "./more.json", "plugins": ["./rule.mjs"] }',
    'node_modules/plain/more.json':
      '{ "rules": { "links": "warn", "dashes": ["error", { "endash": true }] } }',
    'node_modules/plain/rule.mjs': `export default ${rule};`,
    'node_modules/@scope/modern/package.json': '{ "exports": { "./strict": { "import": "./strict.mjs" } } }',
    'node_modules/@scope/modern/strict.mjs': "export default { rules: { links: 'off' } };",
  };

  test('are found from the config, whether they export to `require` or to `import`', async () => {
    const own = '{ "extends": ["plain", "@scope/modern/strict"], "rules": { "rule": "error" } }';
    const config = await load({ ...installed, [json]: own });
    expect([...config.rules].map(([id, { setting }]) => `${id} ${setting}`)).toEqual([
      'links off',
      'dashes error',
      'lists off',
      'rule error',
    ]);
    const { path, span } = config.where('dashes', '/endash');
    expect([path, own.slice(...span)]).toEqual([json, '"plain"']);
    expect([...config.texts.keys()]).toEqual([json]);
  });

  test('one without what was asked of it, and a module of Node', async () => {
    const config = '{ "extends": ["@scope/modern", "@scope/modern/lax", "fs"] }';
    expect(await complaints(load({ ...installed, [json]: config }))).toEqual(
      ['@scope/modern', '@scope/modern/lax', 'fs'].map((name) =>
        expect.stringContaining(`There is no preset and no installed package \`${name}\`.`),
      ),
    );
  });
});

describe('plugins', () => {
  test('bring rules, with options and severities like built-in ones', async () => {
    const options = "{ type: 'object', properties: { words: { type: 'array', default: ['x'] } } }";
    const config = await load({
      [json]:
        '{ "plugins": ["./rules/no-todo.mjs", "./many.mjs", "./list/index.mjs"], "rules": { "two": ["error", {}] } }',
      'rules/no-todo.mjs': `export default ${rule};`,
      'many.mjs': `export default { one: ${rule}, two: { ...${rule}, options: ${options} } };`,
      'list/index.mjs': `export default [{ ...${rule}, id: 'three' }];`,
    });
    expect([...config.plugins.keys()]).toEqual(['no-todo', 'one', 'two', 'three']);
    expect(config.rules.get('two')).toMatchObject({ setting: 'error', options: { words: ['x'] } });
    expect(config.rules.get('no-todo')).toMatchObject({ setting: 'warn', options: {} });
  });

  test('named by two configs are loaded once', async () => {
    const config = await load({
      [json]: '{ "extends": "./base.json", "plugins": ["./one.mjs"] }',
      'base.json': '{ "plugins": ["./one.mjs"], "rules": { "one": "error" } }',
      'one.mjs': `export default ${rule};`,
    });
    expect(config.rules.get('one')?.setting).toBe('error');
  });

  test.each<[name: string, module: string, message: string]>([
    [
      'throws',
      "throw new Error('no luck')",
      'The plugin `./p.mjs` cannot be loaded. Error: no luck (line 1).',
    ],
    [
      'has no default export',
      'export const a = 1;',
      'The plugin `./p.mjs` has no rules. Its default export is a rule, or an object of rules by id.',
    ],
    [
      'is no rule',
      "export default { scope: 'files', check: 1 };",
      'The rule `p` of the plugin `./p.mjs` is not complete: `scope` must be `file`, `project` or `run`; `summary` must be a line of text; `severity` must be `off`, `warn` or `error`; `codes` must hold a line of text for each of its codes; `check` must be a function.',
    ],
    [
      'holds no rule',
      'export default { a: 1 };',
      'The rule `a` of the plugin `./p.mjs` is not complete: it is `1`, and a rule is an object.',
    ],
    [
      'has options that are no schema',
      `export default { ...${rule}, options: { type: 'object', properties: { a: { type: 'text' } } } };`,
      'The rule `p` of the plugin `./p.mjs` is not complete: its `options` are no JSON Schema:',
    ],
    [
      'takes the name of a built-in rule',
      `export default { links: ${rule} };`,
      'The plugin `./p.mjs` has a rule `links`, which is the name of a rule of docs-lint itself. Rename it.',
    ],
    [
      'has a name that no comment could hold',
      `export default { 'a b': ${rule} };`,
      'The rule `a b` of the plugin `./p.mjs` is not complete: its id may have letters, digits, `-`, `_` and `.` alone.',
    ],
  ])('one that %s', async (_, module, message) => {
    const config = '{ "plugins": ["./p.mjs"], "rules": { "p": "error", "lniks": "off" } }';
    expect(await complaints(load({ [json]: config, 'p.mjs': module }))).toEqual([
      expect.stringContaining(`1:15 ${message}`),
      expect.stringMatching(/There is no rule `lniks`\. Did you mean `links`\?/),
    ]);
  });

  test('that are not there, or take the same name', async () => {
    const config = '{ "plugins": ["./no.mjs", "nobody", "./a.mjs", "./b/a.mjs"] }';
    const module = `export default ${rule};`;
    expect(await complaints(load({ [json]: config, 'a.mjs': module, 'b/a.mjs': module }))).toEqual([
      '1:15 There is no file `./no.mjs`. Its path counts from this config.',
      '1:27 There is no installed package `nobody`. A path starts with `./`.',
      '1:48 The plugin `./b/a.mjs` has a rule `a`, which is the name of a rule of another plugin. Rename it.',
    ]);
  });
});
