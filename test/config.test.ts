import { describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/errors.js';
import { complaints, issuesOf, load } from './config-rules.js';

const loaded = vi.hoisted(() => new Set<string>());
vi.mock('ajv', async (original) => {
  loaded.add('ajv');
  return { ...(await original<typeof import('ajv')>()) };
});
vi.mock('yaml', async (original) => {
  loaded.add('yaml');
  return { ...(await original<typeof import('yaml')>()) };
});

const json = 'docs-lint.config.json';
const complaintsOf = (config: unknown): Promise<string[]> =>
  complaints(load({ [json]: typeof config === 'string' ? config : JSON.stringify(config) }));

describe('without a config file', () => {
  test('every rule has its own severity and its default options, and nothing heavy is loaded', async () => {
    const config = await load({});
    expect(config).toMatchObject({
      file: undefined,
      workspace: undefined,
      docs: undefined,
      exclude: [],
      site: {},
    });
    expect(config.include).toEqual(['**/*.md', '**/*.mdx']);
    expect(config.rules.get('links')).toMatchObject({ setting: 'error', options: {} });
    expect(config.rules.get('dashes')).toMatchObject({
      setting: 'warn',
      options: { endash: false, allow: [], mode: 'prose' },
    });
    expect([...loaded]).toEqual([]);
  });

  test('yaml is loaded for YAML alone, ajv for any config', async () => {
    await load({ [json]: '{}' });
    expect([...loaded]).toEqual(['ajv']);
    await load({ 'docs-lint.config.yml': 'rules: {}' });
    expect([...loaded]).toEqual(['ajv', 'yaml']);
  });
});

describe('where the config is', () => {
  test('the nearest directory wins, whatever the format', async () => {
    const files = { 'docs-lint.config.jsonc': '{}', 'a/package.json': '{ "docsLint": {} }' };
    expect((await load(files, { cwd: '/w/a/b' })).file).toBe('/w/a/package.json');
    expect((await load(files, { cwd: '/w/c' })).file).toBe('/w/docs-lint.config.jsonc');
    expect((await load({ '/docs-lint.config.yaml': '{}' }, { cwd: '/w/a' })).workspace).toBe('/');
  });

  test('a package.json without the key is passed by, be it broken or not', async () => {
    const files = { [json]: '{}', 'a/package.json': '{ "name": "docsLint" }', 'a/b/package.json': '{ oops' };
    expect((await load(files, { cwd: '/w/a/b' })).file).toBe('/w/docs-lint.config.json');
  });

  test('two configs in one directory: the first by order is read, and a warning names the others', async () => {
    const files = {
      'docs-lint.config.yml': 'rules: { links: off }',
      [json]: '{ "rules": { "links": "warn" } }',
      'package.json': '{ "docsLint": {} }',
    };
    const config = await load(files);
    expect(config.rules.get('links')?.setting).toBe('warn');
    expect(config.warnings).toEqual([
      '`docs-lint.config.json` is read, and `docs-lint.config.yml` and `package.json` beside it is ignored. Keep one config in a directory.',
    ]);
    expect((await load(files, { file: 'docs-lint.config.yml' })).warnings).toEqual([]);
  });

  test('a named config is the only one', async () => {
    const files = { [json]: '{}', 'etc/other.jsonc': '{ "rules": { "links": "off" } }' };
    const config = await load(files, { file: 'etc/other.jsonc' });
    expect(config).toMatchObject({ file: '/w/etc/other.jsonc', workspace: '/w/etc' });
    expect(config.rules.get('links')?.setting).toBe('off');
    expect(await issuesOf(load(files, { file: 'none.json' }))).toEqual([
      { message: 'There is no such config file.', place: { path: 'none.json' } },
    ]);
    expect(await issuesOf(load({ 'x.toml': '' }, { file: 'x.toml' }))).toEqual([
      {
        message: 'A config cannot be a `.toml` file. Use .jsonc, .json, .yaml, .yml, .js or .mjs.',
        place: { path: 'x.toml' },
      },
    ]);
  });

  test('the key of package.json: places are those of the whole file', async () => {
    const text = '{\n  "name": "x",\n  "docsLint": { "rules": { "linsk": "off" } }\n}';
    expect(await complaints(load({ 'package.json': text }))).toEqual([
      '3:28 There is no rule `linsk`. Did you mean `links`? Rules: `links`, `dashes`, `lists`.',
    ]);
    expect(await complaints(load({ 'package.json': '{}' }, { file: 'package.json' }))).toEqual([
      'undefined:undefined It has no key `docsLint`.',
    ]);
  });
});

describe('what is wrong', () => {
  test('all of it at once, each with its place, in the order of the text', async () => {
    const text = `{
  // comments and trailing commas are fine
  "rulse": {},
  "extends": ["recomended"],
  "include": "docs",
  "site": { "generator": "docsaurus", "url": "example.com", },
  "rules": { "linkz": "off", "dashes": ["warning", { "endahs": true, "mode": "pros" }] },
  "overrides": [{ "files": [], "rules": { "links": 2 } }, { "rules": {} }],
}`;
    expect(await complaintsOf(text)).toEqual([
      '3:3 Unknown key `rulse`. Did you mean `rules`? Allowed: `$schema`, `extends`, `docs`, `include`, `exclude`, `site`, `rules`, `overrides`, `plugins`.',
      '4:15 There is no preset and no installed package `recomended`. Did you mean `recommended`? Presets: `recommended`, `coder`. A path starts with `./`.',
      '5:14 `include` must be an array of strings, not `"docs"`. Write `["docs"]`.',
      '6:26 `site.generator` cannot be `"docsaurus"`. Did you mean `docusaurus`? Allowed: `github`, `docusaurus`, `mkdocs` or an array of them.',
      '6:46 `site.url` cannot be `"example.com"`. It must start with `https://` or `http://` and a host name.',
      '7:14 There is no rule `linkz`. Did you mean `links`? Rules: `links`, `dashes`, `lists`.',
      '7:41 The severity of `dashes` cannot be `"warning"`. Did you mean `warn`? Allowed: `off`, `warn` or `error`.',
      '7:54 `dashes` has no option `endahs`. Did you mean `endash`? Its options: `endash`, `allow`, `mode`, `column`.',
      '7:78 Option `mode` of `dashes` cannot be `"pros"`. Did you mean `prose`? Allowed: `prose` or `code`.',
      '8:28 `overrides[0].files` must not be empty.',
      '8:52 The severity of `links` cannot be `2`. Did you mean `error`? Allowed: `off`, `warn`, `error` or an array of a severity and options.',
      '8:59 `overrides[1]` has no `files`. Add it.',
    ]);
  });

  test('the error reads well alone, and its issues carry code frames', async () => {
    const loading = load({ [json]: '{\n\t"rule": {},\n\t"docs": [1]\n}' });
    await expect(loading).rejects.toThrow(UserError);
    await expect(loading).rejects.toThrow(
      /^2 errors:\ndocs-lint\.config\.json:2:2: Unknown key `rule`\..*\ndocs-lint\.config\.json:3:11: `docs\[0\]` must be a string, not `1`\.$/,
    );
    const [first] = await issuesOf(load({ [json]: '{\n\t"rule": {},\n\t"docs": [1]\n}' }));
    expect(first?.frame).toBe(' 2 | \t"rule": {},\n   | \t^^^^^^');
    await expect(load({ [json]: '{ "rule": {} }' })).rejects.toThrow(
      /^docs-lint\.config\.json:1:3: Unknown key/,
    );
  });

  test.each([
    [[], '1:1 A config must be an object, not an array.'],
    [{ ignore: [] }, /^1:2 Unknown key `ignore`\. Did you mean `exclude`\?/],
    [{ docs: ['../up'] }, /^1:10 The docs root `\.\.\/up` is outside\./],
    [{ docs: ['a', 'b', 'a'] }, '1:18 `docs` has the same entry twice. Remove one.'],
    [
      { exclude: ['docs/*a*b*c*', '**/*.{md,mdx}'] },
      /^1:13 `exclude\[0\]` cannot be .* at most three `\*` between two slashes/,
    ],
    [{ include: ['**/*.@(md|mdx)'] }, /`\{a,b\}` in place of `@\(a\|b\)`\.$/],
    [{ include: [`${'**/a/'.repeat(6)}*`] }, /at most five `\*\*`/],
    [{ docs: [''] }, '1:10 `docs[0]` must not be empty.'],
    [{ extends: 7 }, '1:12 `extends` must be a string or an array, not `7`.'],
    [{ rules: [] }, '1:10 `rules` must be an object, not an array.'],
    [{ rules: { links: true } }, /The severity of `links` cannot be `true`\. Did you mean `error`\?/],
    [
      { rules: { links: {} } },
      /The severity of `links` must be `off`, `warn`, `error` or an array .*, not an object\.$/,
    ],
    [{ rules: { links: [] } }, '1:19 `rules.links` must not be empty.'],
    [
      { rules: { links: ['error', {}, 1] } },
      '1:19 `rules.links` takes a severity and its options, and no more.',
    ],
    [{ rules: { links: ['error', { deep: 1 }] } }, '1:29 `links` has no option `deep`. It takes none.'],
    [{ rules: { dashes: ['off', 'x'] } }, '1:27 The options of `dashes` must be an object, not `"x"`.'],
    [
      { rules: { dashes: ['off', { allow: [3] }] } },
      '1:37 Option `allow[0]` of `dashes` must be a string, not `3`.',
    ],
    [
      { rules: { dashes: ['off', { column: 0 }] } },
      '1:37 Option `column` of `dashes` must be at least 1, not `0`.',
    ],
    [
      { rules: { dashes: ['off', { column: [] }] } },
      '1:37 Option `column` of `dashes` must be a string or a whole number, not an array.',
    ],
    [
      { rules: { lists: ['off', { lists: [{ fil: 'x', only: 'doc' }] }] } },
      [
        '1:36 Option `lists[0]` of `lists` has no `file`. Add it.',
        '1:37 Unknown key `fil` in option `lists[0]` of `lists`. Did you mean `file`? Allowed: `file`, `only`.',
        '1:54 Option `lists[0].only` of `lists` cannot be `"doc"`. Did you mean `docs`? Allowed: `code` or `docs`.',
      ],
    ],
    [
      { overrides: [{ files: ['x'], rules: {}, extends: 'coder' }] },
      /Unknown key `extends` in `overrides\[0\]`\. Allowed: `files`, `rules`\.$/,
    ],
  ])('%j', async (config, expected) => {
    const found = await complaintsOf(config);
    if (expected instanceof RegExp) expect(found).toEqual([expect.stringMatching(expected)]);
    else expect(found).toEqual([expected].flat());
  });

  test('keys that objects have by nature are keys like any other', async () => {
    const text = '{ "__proto__": {}, "constructor": 1, "rules": { "toString": "off", "__proto__": "off" } }';
    const found = await complaintsOf(text);
    expect(found.map((one) => one.replace(/(`\w+`)\..*/, '$1'))).toEqual([
      '1:3 Unknown key `__proto__`',
      '1:20 Unknown key `constructor`',
      '1:49 There is no rule `toString`',
      '1:68 There is no rule `__proto__`',
    ]);
    expect(({} as { off?: unknown }).off).toBeUndefined();
  });
});
