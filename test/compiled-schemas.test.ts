import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coderSchema } from '../rules/manifest/shape/coder-schema.js';
import { compileSchema } from '../rules/manifest/shape/compile-schema.js';
import { configSchema } from '../src/config/schema.js';
import { configValidator } from '../src/config/validate.js';
import { loadRules } from '../src/engine/registry.js';
import type { Json } from '../src/model.js';
import { generators } from '../src/project/generators.js';
import { holds } from './harness/holds.js';

const load = createRequire(import.meta.url);
const built = (path: string): ((value: Json) => boolean) =>
  load(fileURLToPath(new URL(`../dist/${path}`, import.meta.url)));

const text = fc.constantFrom('', 'a', 'premium', 'beta', 'toString', '__proto__', './a.md');
const odd = fc.constantFrom<Json>(null, 1, true, '', [], {});
const entry = fc.letrec<{ entry: Json }>((tie) => ({
  entry: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(
        {
          title: fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: odd }),
          path: text,
          icon_path: text,
          state: fc.array(fc.constantFrom('premium', 'beta', 'beta', 'other'), { maxLength: 3 }),
          children: fc.array(tie('entry'), { maxLength: 2 }),
          other: odd,
        },
        { requiredKeys: ['title', 'path'] },
      ),
    },
    { weight: 1, arbitrary: odd },
  ) as fc.Arbitrary<Json>,
})).entry;
const manifest = fc.record(
  {
    versions: fc.array(text, { maxLength: 2 }),
    routes: fc.array(entry, { maxLength: 3 }),
    $schema: text,
    more: odd,
  },
  { requiredKeys: ['versions', 'routes'] },
);

const config = fc.record(
  {
    docs: fc.oneof(fc.constantFrom<Json>(['docs'], [''], 'docs', [], ['a', 1])),
    include: fc.constantFrom<Json>(['**/*.md'], 'x', []),
    site: fc.constantFrom<Json>({ generator: 'github' }, { generator: 'gihub' }, { url: 1 }, {}),
    rules: fc.dictionary(
      fc.constantFrom('no-emdash', 'manifest', 'broken-links', 'none', 'toString', '__proto__'),
      fc.constantFrom<Json>(
        'off',
        'warn',
        'eror',
        ['error', {}],
        ['error', { endash: true }],
        ['error', { x: 1 }],
        1,
      ),
      { maxKeys: 2 },
    ),
    overrides: fc.constantFrom<Json>([], [{ files: ['a'], rules: {} }], [{ files: 'a' }], {}),
    extends: fc.constantFrom<Json>('recommended', ['coder'], 1),
    other: fc.constant<Json>(1),
  },
  { requiredKeys: [] },
);

describe('a schema that the build compiles', () => {
  it('takes the configs that it takes at run time', async () => {
    const quick = load(fileURLToPath(new URL('../dist/src/chunks/config-schema.cjs', import.meta.url)));
    const rules = await loadRules();
    expect(quick.rules).toEqual([...rules.keys()]);
    const slow = configValidator(configSchema(rules, generators));
    const verdicts = new Set<boolean>();
    await holds(
      config,
      async (given) => {
        const value = JSON.parse(JSON.stringify(given)) as Json;
        const parsed = { path: 'x', name: 'x', text: '', value, locate: () => undefined };
        const isValid = slow(parsed).length === 0;
        verdicts.add(isValid);
        expect([value, quick.isValid(value)]).toEqual([value, isValid]);
      },
      1000,
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });

  it('takes the manifests that it takes at run time', async () => {
    const quick = built('src/chunks/coder-schema.cjs');
    const slow = compileSchema(coderSchema, true);
    const verdicts = new Set<boolean>();
    await holds(
      fc.oneof(manifest, odd),
      async (value) => {
        const isValid = slow(value as Json).length === 0;
        verdicts.add(isValid);
        expect(quick(value as Json)).toBe(isValid);
      },
      2000,
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });
});
