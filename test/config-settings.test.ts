import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillDefaults } from '../src/config/defaults.js';
import { presets } from '../src/config/presets.js';
import { configSchema } from '../src/config/schema.js';
import { settingsFor } from '../src/config/settings.js';
import { configValidator } from '../src/config/validate.js';
import { loadRules } from '../src/engine/registry.js';
import { globMatcher } from '../src/glob.js';
import type { Json } from '../src/model.js';
import { generators } from '../src/project/generators.js';
import { load, rules } from './config-rules.js';

describe('globs', () => {
  test.each<[patterns: string[], matching: string[], others: string[]]>([
    [
      ['docs/reference/**'],
      ['docs/reference/a.md', 'docs/reference/.x/b.md'],
      ['docs/a.md', 'x/docs/reference/a.md'],
    ],
    [['*.mdx'], ['a.mdx', 'deep/.er/a.mdx'], ['a.md', 'a.mdx.md']],
    [['changelogs'], ['changelogs/a.md', 'docs/changelogs/b/c.md'], ['docs/changelogs.md']],
    [['docs/old/'], ['docs/old/a.md'], ['old/a.md', 'docs/older/a.md']],
    [['docs/old'], ['docs/old/a.md', 'docs/old'], ['docs/older/a.md']],
    [['/a.md', './b.md'], ['a.md', 'b.md'], ['x/a.md']],
    [['docs/*'], ['docs/a.md'], ['docs/a/b.md']],
    [['docs/{a,b}.md'], ['docs/a.md', 'docs/b.md'], ['docs/c.md']],
    [['docs/**', '!docs/keep/**', 'docs/keep/no.md'], ['docs/a.md', 'docs/keep/no.md'], ['docs/keep/a.md']],
    [['!docs/**'], ['a.md'], ['docs/a.md']],
    [
      ['app/(docs)/*.md', 'c++/*'],
      ['app/(docs)/a.md', 'c++/b'],
      ['app/docs/a.md', 'c/b'],
    ],
    [['./'], ['a.md', 'docs/.a/b.md'], []],
    [[], [], ['a.md']],
  ])('%j', (patterns, matching, others) => {
    const matches = globMatcher(patterns);
    expect([...matching, ...others].filter(matches)).toEqual(matching);
  });
});

describe('overrides', () => {
  const config = load({
    'docs-lint.config.json': JSON.stringify({
      rules: { dashes: ['error', { endash: true }] },
      overrides: [
        { files: ['a/**', 'b/**'], rules: { dashes: 'warn', links: 'off' } },
        { files: ['b/**'], rules: { dashes: ['error', { mode: 'code' }] } },
        { files: ['*.txt'], rules: { dashes: 'off' } },
      ],
    }),
  });

  test('apply in order; a severity alone keeps options, options replace them', async () => {
    const settings = settingsFor(await config);
    const shown = (path: string) =>
      [...settings(path)].map(([id, { setting, options }]) => [id, setting, options]);
    expect(shown('x.md')).toEqual([
      ['links', 'error', {}],
      ['dashes', 'error', { endash: true, allow: [], mode: 'prose' }],
      ['lists', 'off', {}],
    ]);
    expect(shown('a/x.md')).toEqual([
      ['links', 'off', {}],
      ['dashes', 'warn', { endash: true, allow: [], mode: 'prose' }],
      ['lists', 'off', {}],
    ]);
    expect(shown('b/x.md')[1]).toEqual(['dashes', 'error', { endash: false, allow: [], mode: 'code' }]);
    expect(shown('b/x.txt')[1]).toEqual(['dashes', 'off', { endash: false, allow: [], mode: 'code' }]);
  });

  test('pages to which the same overrides apply share one object, and options that none changes are the same', async () => {
    const { rules: base } = await config;
    const settings = settingsFor(await config);
    expect(settings('a/1.md')).toBe(settings('a/deep/2.md'));
    expect(settings('x.md')).toBe(base);
    expect(settings('')).toBe(base);
    expect(settings('b/1.md')).not.toBe(settings('a/1.md'));
    expect(settings('a/1.md').get('lists')).toBe(base.get('lists'));
    expect(settings('a/1.md').get('dashes')?.options).toBe(base.get('dashes')?.options);
  });

  test('options of an override have their place there', async () => {
    const { texts } = await config;
    const place = settingsFor(await config)('b/x.md')
      .get('dashes')
      ?.where('/mode');
    expect(texts.get(place?.path ?? '')?.slice(...(place?.span ?? []))).toBe('"code"');
  });
});

describe('defaults', () => {
  const leaf = {
    type: 'object',
    properties: { on: { type: 'boolean', default: true }, name: { type: 'string' } },
  };
  const schemas = [
    leaf,
    {
      type: 'object',
      properties: { list: { type: 'array', items: leaf, default: [] }, leaf: { ...leaf, default: {} } },
    },
    { type: 'object', properties: { leaf: { $ref: '#/definitions/leaf' } }, definitions: { leaf } },
    { type: 'object', allOf: [leaf, { properties: { on: { default: false }, list: { default: [{}] } } }] },
    {
      type: 'object',
      patternProperties: { '^l': leaf },
      additionalProperties: { properties: { x: { default: 1 } } },
    },
    { type: 'object', properties: { list: { items: [{ default: 1 }, { ...leaf, default: {} }] } } },
    { type: 'object', properties: { leaf: { anyOf: [leaf, { type: 'array' }] } } },
  ];
  const value = fc.letrec<{ leaf: Json; object: Json }>((tie) => ({
    leaf: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>(null, 0, 'x', true, [], {}),
      fc.array(tie('object'), { maxLength: 2 }),
      tie('object'),
    ),
    object: fc.dictionary(
      fc.constantFrom('on', 'name', 'list', 'leaf', 'x', '__proto__'),
      tie('leaf'),
    ) as fc.Arbitrary<Json>,
  }));

  test.each(schemas)('are filled in as ajv does: %j', (schema) => {
    const validate = new Ajv({ useDefaults: true, strict: false, allErrors: true }).compile(schema);
    fc.assert(
      fc.property(value.object, (generated) => {
        // As a tree: ajv fills an object in wherever it stands.
        const data = JSON.parse(JSON.stringify(generated));
        const before = structuredClone(data);
        const byAjv = structuredClone(data);
        // Whether or not the value is valid, ajv fills it in.
        validate(byAjv);
        expect(fillDefaults(schema, data)).toEqual(byAjv);
        expect(data).toEqual(before);
      }),
    );
  });

  test('of a schema are never shared, and a schema that defaults into itself ends', () => {
    const schema = { type: 'object', properties: { list: { default: [] } } };
    const [one, two] = [fillDefaults(schema), fillDefaults(schema)] as { list: unknown }[];
    expect(one?.list).not.toBe(two?.list);
    expect(fillDefaults(undefined)).toEqual({});
    const endless = { type: 'object', properties: { again: { $ref: '#', default: {} } } };
    expect(fillDefaults(endless)).toHaveProperty('again.again');
  });
});

describe('the schema', () => {
  test('is a draft-07 schema by its own meta-schema, and every property says what it is for', async () => {
    expect(new Ajv({ strict: false }).validateSchema(configSchema(await loadRules(), generators))).toBe(true);
    const schema = configSchema(new Map(), generators);
    const bare: string[] = [];
    const visit = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      if ('properties' in part && typeof part.properties === 'object' && part.properties !== null) {
        for (const [key, property] of Object.entries(part.properties)) {
          if (!('description' in property)) bare.push(`${path}/${key}`);
        }
      }
      for (const [key, one] of Object.entries(part)) visit(one, `${path}/${key}`);
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });

  test('every preset fits it, with the rules that there are', async () => {
    const validate = configValidator(configSchema(await loadRules(), generators));
    for (const [name, value] of presets) {
      expect(validate({ path: name, name, text: '', value, locate: () => undefined })).toEqual([]);
    }
    const [known, coder] = [await loadRules(), presets.get('coder') as { rules: object }];
    expect(Object.keys(coder.rules).filter((id) => !known.has(id))).toEqual([]);
  });

  test('keeps a rule with references to itself together', async () => {
    expect(JSON.stringify(configSchema(rules, generators))).toContain(
      '"$ref":"#/definitions/rules/properties/lists/anyOf/1/items/1/definitions/side"',
    );
  });
});
