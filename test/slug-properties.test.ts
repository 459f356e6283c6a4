import fc from 'fast-check';
import { slug as wholeSlug } from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { githubSlug } from '../src/markdown/slug/github-slug.js';
import { type DialectName, dialectNames, dialectOf } from '../src/markdown/slug/index.js';
import { lowerCase } from '../src/markdown/slug/lower-case.js';
import type { Inline } from '../src/model.js';
import { processorSeconds } from './harness/processor-seconds.js';
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
    const spent = processorSeconds(() => {
      for (const unit of [...' \t-*_:#{}"1aİ', ' {#', '{#a ', ':a', '(free', ' *', '{/*']) {
        const run = unit.repeat(100_000 / unit.length);
        slugs(name, [run, `${run}!`, `a${run}}`, `${run}{#${run}}`]);
      }
      slugs(name, ['Ein Über-Heading: '.repeat(60_000)]);
      slugs(
        name,
        Array.from({ length: 50_000 }, (_, at) => (at % 2 ? 'foo' : `foo_${at}`)),
      );
    });
    expect(spent).toBeLessThan(20);
  });
});

describe('a text of ASCII alone, as most are', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  const any = fc.oneof(ascii, ascii, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

  it('has the slug of GitHub that any other would have', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (text, keepCase) => {
        expect(githubSlug(text, keepCase)).toBe(wholeSlug(text, keepCase));
      }),
    );
  });

  it('has the slug of DocFX that it has beside a letter that is none', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        const [{ id } = { id: '' }] = slugs('docfx', [[`${text}é`]]);
        expect(slugs('docfx', [[`${text}e`]])[0]?.id).toBe(`${id.slice(0, -1)}e`);
      }),
    );
  });

  it('is in lower case as any other', () => {
    fc.assert(
      fc.property(fc.oneof(any, fc.string({ unit: fc.constantFrom('A', 'Σ', 'İ', ' ', 'é') })), (text) => {
        const plain = text.replaceAll('Σ', 'σ').replaceAll('İ', '');
        expect(lowerCase(text, '')).toBe(plain.toLowerCase());
      }),
    );
  });
});
