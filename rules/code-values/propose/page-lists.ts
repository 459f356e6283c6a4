import type { Heading, MarkdownDocument, Path } from '../../../src/rule.js';
import type { PageOption } from '../docs-options.js';
import type { Value } from '../facts.js';
import { headingsWithin } from '../headings-within.js';
import { readPlaces } from '../read-page.js';
import { titleOf } from '../sections.js';

/** Values that a page lists in one place, and ways in which a config could name the place, the plainest first. */
export interface PageList {
  readonly path: Path;
  readonly values: readonly Value[];
  readonly ways: readonly PageOption[];
}

const fewest = 3;
const most = 500;
/** A text that a config can repeat on one line. */
const short = 60;

/** Every list, table column, definition list and group of headings that holds a few values, each of them once. */
export function pageLists({ path, tree, text }: MarkdownDocument, headings: readonly Heading[]): PageList[] {
  const { blocks, texts } = readPlaces(tree, text, [], true);
  const found: PageList[] = [];
  for (const { form, span, columns } of blocks) {
    if (form === 'sentence' || form === 'code-block' || form === 'code') continue;
    const heading = headings.findLast((one) => one.span[0] < span[0]);
    const under = heading && titleOf(heading);
    const before = texts
      .filter((one) => one.span[1] <= span[0] && one.span[0] > (heading?.span[0] ?? -1))
      .slice(-4)
      .map(({ text }) => text)
      .reverse();
    const afters = [...before.filter(({ length }) => length <= short), ...before];
    columns.forEach(({ name, values }, index) => {
      const column = form !== 'table' ? {} : { column: name || index + 1 };
      const kinds = form === 'table' ? [column] : [{}, { as: form }];
      const places = [{ under }, ...afters.flatMap((after) => [{ after }, { under, after }])];
      const ways = places.flatMap((place) => kinds.map((kind) => ({ file: path, ...given(place), ...kind })));
      if (isSet(values)) found.push({ path, values, ways });
    });
  }
  return [...found, ...headingGroups(path, headings)];
}

function* headingGroups(path: Path, headings: readonly Heading[]): Iterable<PageList> {
  for (const [index, heading] of headings.entries()) {
    const level = headings[index + 1]?.depth ?? 0;
    if (level <= heading.depth) continue;
    const end = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth)?.span[0];
    const values = headingsWithin(headings, [heading.span[1], end ?? Number.POSITIVE_INFINITY], level);
    const way = { file: path, under: titleOf(heading), as: 'headings' as const };
    if (isSet(values)) yield { path, values, ways: [way, { ...way, level }] };
  }
}

/** Words, not numbers; a value that is there twice makes it prose or data. */
function isSet(values: readonly Value[]): boolean {
  const distinct = new Set(values.map(({ value }) => value));
  const isNamed = values.every(({ value }) => /\p{L}/u.test(value) && value.length <= 80);
  return isNamed && distinct.size === values.length && values.length >= fewest && values.length <= most;
}

function given<T extends object>(place: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value)) as never;
}
