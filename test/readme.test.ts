import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSections } from './harness/read-sections.js';
import { mendTree, runTree } from './harness/run-tree.js';

const rules = new URL('../rules/', import.meta.url);
const folders = readdirSync(rules);

/** A rule's own page, and the pages of parts of it that are large enough for one. */
const pages = folders.flatMap((rule) =>
  readdirSync(new URL(`${rule}/`, rules), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?:^|\/)README\.md$/.test(name))
    .sort()
    .map((name) => [`${rule}/${name}`.replace(/\/README\.md$/, ''), rule] as const),
);

it.each(folders)('%s has a page', (rule) => {
  expect(existsSync(new URL(`${rule}/README.md`, rules))).toBe(true);
});

describe.each(pages)('%s', (page, rule) => {
  const sections = readSections(readFileSync(new URL(`${page}/README.md`, rules), 'utf8'));

  it('has sections', () => {
    expect(sections.length).toBeGreaterThan(0);
  });

  it.each(sections.map((section) => [section.title, section] as const))('%s', async (_title, section) => {
    expect(await runTree(section.files, rule)).toEqual(section.problems);
    const only = rule === 'suppressions' ? undefined : rule;
    for (const [texts, unsafe] of [
      [section.fixed, false],
      [section.unsafelyFixed, true],
    ] as const) {
      if (texts.size === 0) continue;
      const { files } = await mendTree(section.files, { only, unsafe });
      for (const [path, text] of texts) expect(files.get(path), path).toBe(text);
    }
  });
});
