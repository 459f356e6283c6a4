import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { type Watched, watchRun } from './harness/watch-run.js';

/** How many files of code a run loads at most, and how many kilobytes. To be lowered; raised only with a reason. */
const limits = {
  version: { modules: 20, kilobytes: 850 },
  help: { modules: 20, kilobytes: 850 },
  cold: { modules: 70, kilobytes: 1850 },
  unchanged: { modules: 5, kilobytes: 20 },
  otherReport: { modules: 70, kilobytes: 1850 },
  coldWithMarkdownlint: { modules: 235, kilobytes: 3400 },
  otherReportWithMarkdownlint: { modules: 75, kilobytes: 2100 },
};

/** How often a page without problems is read at most. */
const reads = {
  cold: 1,
  unchanged: 1,
  otherReport: 1,
  coldWithMarkdownlint: 3,
  otherReportWithMarkdownlint: 3,
};

const pages = Array.from({ length: 12 }, (_, index) => `docs/part-${index % 3}/page-${index}.md`);
const text = (index: number): string =>
  `# Page ${index}\n\n[next](../part-${(index + 1) % 3}/page-${(index + 1) % 12}.md#page-${(index + 1) % 12})\n`;
const texts = pages.map((_path, index) => text(index));
const tree = Object.fromEntries(pages.map((path, index) => [path, texts[index] ?? '']));
/** Outside of the workspace, so that no run changes what the next one sees there. */
const kept = (): string[] => ['--cache-dir', makeTree()];

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
    const found = await watchRun(kept(), makeTree(tree));
    expect(found.status).toBe(0);
    expect([...found.parsed].sort()).toEqual([...texts].sort());
    expect(mostReads(found.reads)).toBeLessThanOrEqual(reads.cold);
    expect(excess(found, limits.cold)).toEqual([]);
  });

  it('with nothing changed, next to nothing is loaded, and a page is read once', async () => {
    const cached = kept();
    const cwd = makeTree(tree);
    await watchRun(cached, cwd);
    const found = await watchRun(cached, cwd);
    expect(found.status).toBe(0);
    expect(found.parsed).toEqual([]);
    expect(mostReads(found.reads)).toBeLessThanOrEqual(reads.unchanged);
    expect(excess(found, limits.unchanged)).toEqual([]);
  });

  it('with another report of the same pages, nothing is parsed', async () => {
    const cached = kept();
    const cwd = makeTree(tree);
    await watchRun(cached, cwd);
    const found = await watchRun([...cached, '--quiet'], cwd);
    expect(found.status).toBe(0);
    expect(found.parsed).toEqual([]);
    expect(mostReads(found.reads)).toBeLessThanOrEqual(reads.otherReport);
    expect(excess(found, limits.otherReport)).toEqual([]);
  });

  it('with one page changed, that page is parsed', async () => {
    const cached = kept();
    const cwd = makeTree(tree);
    await watchRun(cached, cwd);
    const changed = `${text(0)}\nMore.\n`;
    writeFileSync(join(cwd, pages[0] as string), changed);
    expect((await watchRun(cached, cwd)).parsed).toEqual([changed]);
  });

  it('a manifest as it should be is checked without a compiler of schemas', async () => {
    const routes = pages.map((path) => ({ title: path, path: path.slice('docs/'.length) }));
    const manifest = JSON.stringify({ versions: ['main'], routes });
    const found = await watchRun(kept(), makeTree({ ...tree, 'docs/manifest.json': manifest }));
    expect([found.status, found.stdout]).toEqual([0, expect.stringContaining('No problems in 12 pages')]);
    expect(found.modules.filter((url) => /[\\/]ajv[\\/](?!dist[\\/]runtime)/.test(url))).toEqual([]);
  });

  it('with markdownlint, the same', async () => {
    const cached = kept();
    const cwd = makeTree({ ...tree, '.markdownlint.json': '{}' });
    const cold = await watchRun(cached, cwd);
    expect(cold.status).toBe(0);
    expect([...cold.parsed].sort()).toEqual([...texts].sort());
    const warm = await watchRun([...cached, '--quiet'], cwd);
    expect(warm.parsed).toEqual([]);
    expect(mostReads(cold.reads)).toBeLessThanOrEqual(reads.coldWithMarkdownlint);
    expect(mostReads(warm.reads)).toBeLessThanOrEqual(reads.otherReportWithMarkdownlint);
    expect(excess(cold, limits.coldWithMarkdownlint)).toEqual([]);
    expect(excess(warm, limits.otherReportWithMarkdownlint)).toEqual([]);
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
