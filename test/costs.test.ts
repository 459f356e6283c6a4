import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { type Watched, watchRun } from './harness/watch-run.js';

/** How many files of code a run loads at most, and how many kilobytes. To be lowered; raised only with a reason. */
const limits = {
  version: { modules: 20, kilobytes: 900 },
  help: { modules: 20, kilobytes: 900 },
  cold: { modules: 70, kilobytes: 1900 },
  warm: { modules: 70, kilobytes: 1900 },
  coldWithMarkdownlint: { modules: 235, kilobytes: 3450 },
  warmWithMarkdownlint: { modules: 75, kilobytes: 2200 },
};

/** How often a page without problems is read at most. */
const reads = { cold: 2, warm: 2, coldWithMarkdownlint: 6, warmWithMarkdownlint: 6 };

const pages = Array.from({ length: 12 }, (_, index) => `docs/part-${index % 3}/page-${index}.md`);
const text = (index: number): string =>
  `# Page ${index}\n\n[next](../part-${(index + 1) % 3}/page-${(index + 1) % 12}.md#page-${(index + 1) % 12})\n`;
const tree = Object.fromEntries(pages.map((path, index) => [path, text(index)]));
const cached = ['--cache-dir', 'kept'];

describe('what a run costs', () => {
  it.each([
    ['version', ['--version']],
    ['help', ['--help']],
  ] as const)('%s loads little', async (name, given) => {
    const found = await watchRun(given, makeTree(tree));
    expect(found.status).toBe(0);
    expect(excess(found, limits[name])).toEqual([]);
  });

  it('cold, each page is parsed once, and read seldom', async () => {
    const found = await watchRun(cached, makeTree(tree));
    expect(found.status).toBe(0);
    expect([...found.parsed].sort()).toEqual(Object.values(tree).sort());
    expect(mostReads(found.reads)).toBeLessThanOrEqual(reads.cold);
    expect(excess(found, limits.cold)).toEqual([]);
  });

  it('warm, nothing is parsed', async () => {
    const cwd = makeTree(tree);
    await watchRun(cached, cwd);
    const found = await watchRun(cached, cwd);
    expect(found.status).toBe(0);
    expect(found.parsed).toEqual([]);
    expect(mostReads(found.reads)).toBeLessThanOrEqual(reads.warm);
    expect(excess(found, limits.warm)).toEqual([]);
  });

  it('with one page changed, that page is parsed', async () => {
    const cwd = makeTree(tree);
    await watchRun(cached, cwd);
    const changed = `${text(0)}\nMore.\n`;
    writeFileSync(join(cwd, pages[0] as string), changed);
    expect((await watchRun(cached, cwd)).parsed).toEqual([changed]);
  });

  it('with markdownlint, the same', async () => {
    const cwd = makeTree({ ...tree, '.markdownlint.json': '{}' });
    const cold = await watchRun(cached, cwd);
    expect(cold.status).toBe(0);
    expect([...cold.parsed].sort()).toEqual(Object.values(tree).sort());
    const warm = await watchRun(cached, cwd);
    expect(warm.parsed).toEqual([]);
    expect(mostReads(cold.reads)).toBeLessThanOrEqual(reads.coldWithMarkdownlint);
    expect(mostReads(warm.reads)).toBeLessThanOrEqual(reads.warmWithMarkdownlint);
    expect(excess(cold, limits.coldWithMarkdownlint)).toEqual([]);
    expect(excess(warm, limits.warmWithMarkdownlint)).toEqual([]);
  });
});

function mostReads(counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...pages.map((path) => counts.get(path) ?? 0));
}

/** By what a run is above a limit, in words; nothing where it is not. */
function excess({ modules, kilobytes }: Watched, limit: (typeof limits)[keyof typeof limits]): string[] {
  const measured = { modules: modules.length, kilobytes };
  return (['modules', 'kilobytes'] as const).flatMap((name) =>
    measured[name] > limit[name] ? [`${measured[name]} ${name} are more than ${limit[name]}`] : [],
  );
}
