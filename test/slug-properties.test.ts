import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DialectName, dialectNames, dialectOf } from '../src/markdown/slug/index.js';
import type { Inline } from '../src/model.js';
import { ids, slugs } from './page-slugs.js';

/** Each with the reason why its ids may repeat even on a page without explicit ones. */
const mayRepeat: Partial<Record<DialectName, string>> = {
  'azure-devops': 'numbers no repeats',
  'gitlab-16': 'counts repeats of a slug without looking at the other ids',
  kramdown: 'counts repeats of a slug without looking at the other ids',
  'kramdown-gfm': 'counts repeats of a slug without looking at the other ids',
  mdbook: 'counts repeats of a slug without looking at the other ids',
  vscode: 'counts repeats of a slug without looking at the other ids',
};

const word = fc.constantFrom('foo', 'Foo', 'foo 1', 'foo-1', 'foo_1', 'foo-1-1', 'foo_2', '', '-', '1', 'é');
const prose = fc.oneof(word, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  prose,
  fc.tuple(fc.constantFrom('code', 'alt', 'html', 'footnote'), prose),
);
const anyPage = fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 12 });
const lowSurrogate = fc.constantFrom('\udc00', '\ud800', 'a\ud83d{#\udc00}');

describe.each(dialectNames)('any page, by %s', (name) => {
  it('has the same ids each time, and breaks on nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyPage, fc.array(fc.array(lowSurrogate))), (page) => {
        const first = slugs(name, page);
        expect(slugs(name, page)).toEqual(first);
        for (const { id, also = [] } of first) {
          expect(also).not.toContain(id);
          expect(new Set(also).size).toBe(also.length);
          for (const one of [id, ...also]) dialectOf(name).candidates(one);
        }
      }),
    );
  });

  it.skipIf(mayRepeat[name])(`has each id once${mayRepeat[name] ? `: it ${mayRepeat[name]}` : ''}`, () => {
    const plain = prose.map((text) => text.replaceAll('{', ''));
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 40 }), (page) => {
        const all = ids(name, page);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    const start = performance.now();
    for (const unit of [...' \t-*_:#{}"1aİ', ' {#', '{#a ', ':a', '(free', ' *', '{/*']) {
      const run = unit.repeat(100_000 / unit.length);
      slugs(name, [run, `${run}!`, `a${run}}`, `${run}{#${run}}`]);
    }
    slugs(name, ['Ein Über-Heading: '.repeat(60_000)]);
    slugs(
      name,
      Array.from({ length: 50_000 }, (_, at) => (at % 2 ? 'foo' : `foo_${at}`)),
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
