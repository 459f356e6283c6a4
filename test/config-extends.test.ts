import { describe, expect, test } from 'vitest';
import { loadConfig } from '../src/config/load.js';
import { complaints, generators, issuesOf, load, memory, rules } from './config-rules.js';

const json = 'docs-lint.config.json';

describe('extends', () => {
  test('later ones win, the config itself last; a severity alone keeps options, options replace them', async () => {
    const config = await load({
      [json]: JSON.stringify({
        extends: ['./a.json', './sub/b.yaml'],
        site: { url: 'https://example.com' },
        rules: { dashes: 'error' },
        overrides: [{ files: ['x'], rules: {} }],
      }),
      'a.json': JSON.stringify({
        docs: ['from-a'],
        exclude: ['a'],
        site: { generator: 'mkdocs', repository: 'https://github.com/o/r' },
        rules: { dashes: ['off', { endash: true }], links: 'off', lists: ['warn', { lists: [] }] },
        overrides: [{ files: ['y'], rules: {} }],
      }),
      'sub/b.yaml': 'extends: ./c.json\ndocs: [./from-b/]\nrules: { links: warn }',
      'sub/c.json': '{ "rules": { "dashes": ["off", { "mode": "code" }], "lists": "error" } }',
    });
    expect(config.docs).toEqual(['from-b']);
    expect(config.exclude).toEqual(['a']);
    expect(config.site).toEqual({
      generator: ['mkdocs'],
      url: 'https://example.com',
      repository: 'https://github.com/o/r',
    });
    expect(config.rules.get('links')).toMatchObject({ setting: 'warn', options: {} });
    expect(config.rules.get('lists')).toMatchObject({ setting: 'error', options: { lists: [] } });
    expect(config.rules.get('dashes')).toMatchObject({
      setting: 'error',
      options: { mode: 'code', endash: false, allow: [] },
    });
    expect(config.overrides.map(({ files }) => files)).toEqual([['y'], ['x']]);
    expect([...config.texts.keys()]).toEqual(['a.json', 'sub/c.json', 'sub/b.yaml', json]);
  });

  test('an error in an extended file names that file', async () => {
    const issues = await issuesOf(
      load({
        [json]: '{ "extends": ["./a.json", "./b.json"] }',
        'a.json': '{ "rules": [] }',
        'b.json': '{ "docs": [,] ',
      }),
    );
    expect(issues.map(({ place }) => place)).toEqual([
      { path: 'b.json', line: 1, column: 12 },
      { path: 'b.json', line: 1, column: 14 },
      { path: 'a.json', line: 1, column: 12 },
    ]);
  });

  test('what is missing', async () => {
    const config = { extends: ['./gone.json', 'shared.json', 'nobody', '..'] };
    const files = { [json]: JSON.stringify(config), 'shared.json': '{}' };
    expect(await complaints(load(files))).toEqual([
      '1:13 There is no file `./gone.json` to extend. Its path counts from the config that names it.',
      expect.stringMatching(
        /^1:27 There is no preset and no installed package `shared\.json`\. Did you mean `\.\/shared\.json`\?/,
      ),
      expect.stringMatching(/^1:41 There is no preset and no installed package `nobody`\. Presets: /),
      '1:50 There is no file `..` to extend. Its path counts from the config that names it.',
    ]);
  });

  test('a cycle, and a fan that doubles at each step', async () => {
    const cycle = {
      [json]: '{ "extends": "./a.json" }',
      'a.json': '{\n "extends": ["./b.json"] }',
      'b.json': '{ "extends": "./a.json" }',
    };
    expect(await issuesOf(load(cycle))).toMatchObject([
      {
        message:
          'A config cannot extend itself: `a.json` extends `b.json` extends `a.json`. Remove one of them.',
        place: { path: 'b.json', line: 1, column: 14 },
      },
    ]);
    const own = await issuesOf(load({ [json]: '{ "extends": "./docs-lint.config.json" }' }));
    expect(own[0]?.message).toContain('`docs-lint.config.json` extends `docs-lint.config.json`');
    const fan: Record<string, string> = { [json]: '{ "extends": "./0.json" }', '40.json': '{}' };
    for (let at = 0; at < 40; at++)
      fan[`${at}.json`] = `{ "extends": ["./${at + 1}.json", "./${at + 1}.json"] }`;
    expect(await issuesOf(load(fan))).toMatchObject([
      { message: 'Here, `extends` has named more than 200 configs. Extend fewer.' },
    ]);
  });

  test('presets leave out rules that a run does not have', async () => {
    const config = await load({ [json]: '{ "extends": ["recommended", "coder"] }' });
    expect(config.docs).toEqual(['docs']);
    expect([...config.rules.keys()]).toEqual(['links', 'dashes', 'lists']);
  });
});

describe('where', () => {
  const text = `{
  "extends": ["./base.json", "coder"],
  "rules": { "dashes": ["error", { "allow": ["a", "b"] }] }
}`;

  test('a pointer into the options leads to the text that declares them', async () => {
    const config = await load({
      [json]: text,
      'base.json': '{ "rules": { "lists": ["warn", { "lists": [{ "file": "x" }] }] } }',
    });
    const shown = (rule: string, pointer: string): string => {
      const { path, span } = config.where(rule, pointer);
      return `${path} ${config.texts.get(path)?.slice(...span)}`;
    };
    expect(shown('dashes', '/allow/1')).toBe('docs-lint.config.json "b"');
    expect(shown('dashes', '/allow/7')).toBe('docs-lint.config.json ["a", "b"]');
    expect(shown('dashes', '/mode')).toBe('docs-lint.config.json { "allow": ["a", "b"] }');
    expect(shown('lists', '/lists/0/file')).toBe('base.json "x"');
    expect(shown('links', '')).toBe(`docs-lint.config.json ${text}`);
    expect((await load({})).where('links', '')).toEqual({ path: '', span: [0, 0] });
  });

  test('for options of a preset or a file elsewhere, it is the entry that names it', async () => {
    const outer = '{ "rules": { "lists": ["warn", { "lists": [] }] } }';
    const own = '{ "extends": "../outer.json" }';
    const config = await load({ 'in/docs-lint.config.json': own, 'outer.json': outer }, { cwd: '/w/in' });
    const { path, span } = config.where('lists', '/lists');
    expect([path, own.slice(...span)]).toEqual(['docs-lint.config.json', '"../outer.json"']);

    const codeValues = new Map([
      ['code-values', { ...rules.get('lists'), options: { type: 'object', properties: {} } }],
    ]);
    const withPreset = await loadConfig({
      cwd: '/w',
      rules: codeValues as unknown as typeof rules,
      generators,
      host: memory({ [json]: '{ "extends": ["recommended", "coder"] }' }),
    });
    expect(withPreset.where('code-values', '/lists/0').span).toEqual([29, 36]);
  });
});
