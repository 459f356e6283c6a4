import { nearest, type Project } from '../../src/rule.js';
import type { DocsPlace } from './declarations.js';
import type { PageFacts, Value } from './facts.js';
import { at, code } from './message.js';
import { pickValues } from './pick-values.js';
import { foldSpace, readings } from './places/pieces.js';
import { hint, type Part, sectionBehind, sectionUnder } from './sections.js';

/** The values of a place, or what was looked for and where, and what to do. */
export type Found = { readonly values: readonly Value[] } | { readonly missing: string };

/** Finds the values of one place on a page. */
export function findPlace(project: Project, page: PageFacts, place: DocsPlace): Found {
  const next = (from: number) =>
    page.blocks.find(({ span: [start] }) => start >= from)?.span[0] ?? Number.POSITIVE_INFINITY;
  const headings = project.files.get(place.path)?.headings ?? [];
  if (place.comment) {
    const end = place.comment[1];
    return pickValues(project, page, place, sectionBehind(headings, end, next(end)));
  }
  const within: ReturnType<typeof sectionUnder> =
    place.under === undefined
      ? [0, Number.POSITIVE_INFINITY]
      : sectionUnder(project, place.path, place.under, next);
  if ('missing' in within) return within;
  if (place.after === undefined) return pickValues(project, page, place, within);
  const texts = textsWithin(page, place.after, within);
  if ('missing' in texts) return { missing: `${place.path} has no text ${texts.missing}` };
  const parts = texts.map(({ span: [, end] }): Part => {
    const [start, sectionEnd] = sectionBehind(headings, end, end);
    return [start, Math.min(sectionEnd, within[1])];
  });
  return onlyOne(
    project,
    place,
    parts,
    parts.map((part) => pickValues(project, page, place, part)),
  );
}

/** Texts that are the wanted one; where there are none, those that hold it. */
function textsWithin(
  page: PageFacts,
  after: string,
  [from, to]: Part,
): PageFacts['texts'] | { missing: string } {
  const wanted = foldSpace(after);
  const ways = readings(after);
  const texts = page.texts.filter(({ span: [start] }) => start >= from && start < to);
  const exact = texts.filter(({ text }) => ways.includes(text));
  const found = exact.length > 0 ? exact : texts.filter(({ text }) => ways.some((way) => text.includes(way)));
  if (found.length > 0) return found;
  const near = nearest(
    wanted,
    texts.map(({ text }) => text),
  );
  return { missing: `${code(wanted)}.${hint(near, '')}` };
}

/** A text may stand at several places, as long as the same values are behind it. */
function onlyOne(project: Project, place: DocsPlace, parts: readonly Part[], found: readonly Found[]): Found {
  const first = found.find((one) => 'values' in one);
  if (!first || !('values' in first)) return found[0] as Found;
  const isOther = (one: Found) => 'values' in one && one.values[0]?.span[0] !== first.values[0]?.span[0];
  if (!found.some(isOther)) return first;
  const places = parts.map(([start]) => at(project, place.path, [Math.max(0, start - 1), start]));
  return {
    missing: `${code(place.after ?? '')} stands before different values, at ${places.join(', ')}. Give more of the text, or \`under\` too.`,
  };
}
