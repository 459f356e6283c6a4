import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coderSchema } from '../rules/manifest/shape/coder-schema.js';
import { compileSchema } from '../rules/manifest/shape/compile-schema.js';
import type { Json } from '../src/model.js';
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

describe('a schema that the build compiles', () => {
  it('takes the manifests that it takes at run time', async () => {
    const quick = built('rules/manifest/coder-schema.cjs');
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
