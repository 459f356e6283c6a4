import type { Heading, Span } from '../../src/rule.js';
import type { Value } from './facts.js';
import { isJoin } from './places/leading-values.js';
import { foldSpace } from './places/pieces.js';
import type { Part } from './sections.js';

/**
 * What the headings of a part of a page begin with, of one level: without one, the highest that occurs there,
 * the title of the page left out. They are never edited, since links lead to them.
 */
export function headingsWithin(
  headings: readonly Heading[],
  [from, to]: Part,
  level: number | undefined,
): readonly Value[] {
  const within = headings.filter(({ span: [start] }) => start >= from && start < to);
  const titles = headings.filter(({ depth }) => depth === 1);
  const below = titles.length === 1 ? within.filter((heading) => heading !== titles[0]) : within;
  const highest = below.reduce((least, { depth }) => Math.min(least, depth), 6);
  return within
    .filter(({ depth }) => depth === (level ?? highest))
    .flatMap(({ content, span }) => valuesOf(content, span));
}

/** Its leading code, and further code joined to it by a comma or a word; else its whole text. */
function valuesOf(content: Heading['content'], span: Span): Value[] {
  const runs = content.filter((run) => typeof run === 'string' || run[0] === 'code');
  const values: Value[] = [];
  let at = runs.findIndex((run) => typeof run !== 'string' || run.trim() !== '');
  for (let run = runs[at]; typeof run === 'object'; run = runs[at]) {
    values.push({ value: run[1], span });
    const between = runs[at + 1];
    if (typeof between !== 'string' || !isJoin(between)) break;
    at += 2;
  }
  if (values.length > 0) return values;
  const text = foldSpace(runs.map((run) => (typeof run === 'string' ? run : run[1])).join(''));
  const value = text.replace(/ ?\{[#:.][^{}]*\}$/, '');
  return value === '' ? [] : [{ value, span }];
}
