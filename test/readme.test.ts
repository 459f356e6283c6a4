import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSections } from './harness/read-sections.js';
import { runTree } from './harness/run-tree.js';

const rules = new URL('../rules/', import.meta.url);
const pageOf = (rule: string): URL => new URL(`${rule}/README.md`, rules);
const folders = readdirSync(rules);

it.each(folders)('%s has a page', (rule) => {
  expect(existsSync(pageOf(rule))).toBe(true);
});

describe.each(folders.filter((rule) => existsSync(pageOf(rule))))('%s', (rule) => {
  const sections = readSections(readFileSync(pageOf(rule), 'utf8'));

  it('has sections', () => {
    expect(sections.length).toBeGreaterThan(0);
  });

  it.each(sections.map((section) => [section.title, section] as const))('%s', async (_title, section) => {
    expect(await runTree(section.files, rule)).toEqual(section.problems);
  });
});
