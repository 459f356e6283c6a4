import { describe, expect, it } from 'vitest';
import { makePage, pagePath } from '../bench/speed/make-page.mjs';
import { median, summary } from '../bench/speed/statistics.mjs';
import { comparison, curve } from '../bench/speed/tables.mjs';
import { lintTree } from './harness/run-tree.js';

const took = (seconds: number, megabytes = 100) => ({ seconds, cpu: seconds, megabytes });

describe('the measurements', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 1, 3, 2], 2.5],
    [[2, 10, 1, 100], 6],
  ])('take the median of %j', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  it('take it of each measure by itself', () => {
    expect(summary([took(1, 300), took(3, 100), took(2, 200)])).toEqual({ ...took(2, 200), runs: 3 });
  });

  it('say by how much one tool is faster, and whether that is what was wanted', () => {
    const row = { corpus: 'small', work: 'cold', ours: 'docs-lint-cold', theirs: 'rumdl-links' };
    const medians = new Map([
      ['small docs-lint-cold Node 20', took(0.5)],
      ['small docs-lint-cold Node 24', took(1.5)],
      ['small rumdl-links', took(1)],
    ]);
    const nodes = new Map([
      ['20', 'node-20'],
      ['24', 'node-24'],
    ]);
    expect(
      comparison([{ ...row, atMost: { 20: 0.5, 24: 1 } }], medians, nodes)
        .split('\n')
        .slice(2),
    ).toEqual([
      '| small: cold | 20 | 0.500 s | rumdl 1.00 s | 0.50 | 0.5 | yes |',
      '| small: cold | 24 | 1.50 s | rumdl 1.00 s | 1.50 | 1 | no |',
    ]);
    expect(
      comparison([{ ...row, atMost: { 24: undefined } }], medians, nodes)
        .split('\n')
        .slice(2),
    ).toEqual(['| small: cold | 24 | 1.50 s | rumdl 1.00 s | 1.50 | – | – |']);
  });

  it('show how time and memory grow', () => {
    const points = [{ pages: 1000, cold: took(1.25, 150.4), warm: took(0.5, 1200) }];
    expect(curve(points).split('\n').at(-1)).toBe('| 1,000 | 1.3 | 150 | 0.5 | 1,200 |');
  });
});

describe('generated pages', () => {
  it('are the same for the same seed, and others for another one', () => {
    expect(makePage(7, 100, 1)).toBe(makePage(7, 100, 1));
    expect(makePage(7, 100, 1)).not.toBe(makePage(7, 100, 2));
    expect(makePage(7, 100, 1)).not.toBe(makePage(8, 100, 1));
  });

  it('have one broken link in a hundred pages', async () => {
    const count = 200;
    const files = Array.from({ length: count }, (_, number): [string, string] => {
      return [`docs/${pagePath(number)}`, makePage(number, count, 1)];
    });
    const { problems } = await lintTree(new Map(files));
    expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'docs/part-0/page-99.md broken-links',
      'docs/part-1/page-199.md broken-links',
    ]);
  });
});
