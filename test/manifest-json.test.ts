import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOf } from '../rules/manifest/json/json-tree.js';
import { readWithMistakes } from '../rules/manifest/json/read-json.js';
import { readValid } from '../rules/manifest/json/read-valid.js';

const gap = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 });
const odd = fc.constantFrom('\\', '"', '\\"', '{', '}', ',', ':', '\u2028', '__proto__', '\ud800', '');

/** As many writings of a value as JSON has. */
const { written } = fc.letrec<{ written: string; member: string }>((tie) => {
  const between = (open: string, parts: fc.Arbitrary<string[]>, close: string): fc.Arbitrary<string> =>
    fc.tuple(gap, parts).map(([space, its]) => open + space + its.join(`${space},`) + space + close);
  const text = fc.oneof(fc.string(), odd, fc.string({ unit: 'binary' })).map((one) => JSON.stringify(one));
  return {
    member: fc.tuple(text, gap, gap, tie('written')).map(([key, a, b, value]) => `${key}${a}:${b}${value}`),
    written: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom('"\\u0041\\/"', '"\\\\"', '"\\""', 'true', 'false', 'null', '0', '-1.5e+3', '1E400'),
      between('[', fc.array(tie('written'), { maxLength: 4 }), ']'),
      between('{', fc.array(tie('member'), { maxLength: 4 }), '}'),
    ),
  };
});

describe('a manifest', () => {
  it('without a mistake is read as the reader of mistakes reads it', () => {
    fc.assert(
      fc.property(gap, written, gap, (before, value, after) => {
        const text = before + value + after;
        const { root, mistakes, repeated } = readWithMistakes(text);
        expect(mistakes).toEqual([]);
        const isRead = repeated.length === 0;
        expect(readValid(text)).toEqual(isRead ? { root, plain: root && plainOf(root) } : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('with a mistake is left to that reader', () => {
    fc.assert(
      fc.property(written, fc.nat(), odd, (value, at, wrong) => {
        const place = at % (value.length + 1);
        const text = value.slice(0, place) + wrong + value.slice(place);
        const { root, mistakes, repeated } = readWithMistakes(text);
        expect(readValid(text)?.root).toEqual(mistakes.length + repeated.length > 0 ? undefined : root);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [199, true],
    [200, true],
    [201, false],
    [100_000, false],
  ])('of %d levels is as deep as that reader takes it: %s', (levels, isRead) => {
    const text = '['.repeat(levels) + ']'.repeat(levels);
    expect(readValid(text) !== undefined).toBe(isRead);
    expect(readWithMistakes(text).root !== undefined).toBe(isRead);
  });
});
