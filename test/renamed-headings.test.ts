import { expect, it } from 'vitest';
import type { Dialect } from '../src/markdown/slug/index.js';
import type { View } from '../src/model.js';
import { renamedHeadings } from '../src/project/renamed-headings.js';

const pages = 200;

/** A page whose headings were all renamed, and two links to each: how often the past was asked what a line writes. */
function asked(hunks: readonly { line: number; removed: readonly string[]; added: readonly string[] }[]) {
  const view = { anchors: () => new Map(hunks.flatMap(({ added }) => added.map((line) => [line, 1]))) };
  const counts = { parsed: 0, slugged: 0 };
  const slugger = () => (heading: unknown) => {
    counts.slugged++;
    return { id: heading };
  };
  const lost = Array.from({ length: 2 * pages }, (_, index) => ({
    view: view as unknown as View,
    page: 'a.md',
    fragment: `## Old ${index % pages}`,
  }));
  const found = renamedHeadings(lost, {
    host: { changes: () => new Map([['a.md', [hunks]]]) },
    dialect: () => ({ candidates: (one: string) => [one], slugger }) as unknown as Dialect,
    headingOf(_path, line) {
      counts.parsed++;
      return line as never;
    },
  });
  return { counts, found };
}

const names = (word: string): string[] => Array.from({ length: pages }, (_, index) => `## ${word} ${index}`);

it.each([
  ['in one hunk', [{ line: 1, removed: names('Old'), added: names('New') }]],
  [
    'in one hunk each',
    names('Old').map((old, index) => ({
      line: 3 * index,
      removed: [old],
      added: [names('New')[index] as string],
    })),
  ],
])('what many headings were renamed to is read once from each line, %s', (_, hunks) => {
  const { counts, found } = asked(hunks);
  expect(found.map((one) => one?.id)).toEqual([...names('New'), ...names('New')]);
  expect(counts).toEqual({ parsed: 2 * pages, slugged: 2 * pages });
});
