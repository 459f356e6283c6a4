import { at, code, nearest, type Project } from '../../src/rule.js';
import type { PagePlace } from './declarations.js';
import type { PageFacts } from './facts.js';
import { formOf } from './form-of.js';
import type { Found } from './listing.js';
import { pickValues } from './pick-values.js';
import { foldSpace, readings } from './places/pieces.js';
import { hint, type Part, sectionBehind, sectionUnder } from './sections.js';

/** Finds the values of one place on a page. */
export function findPlace(project: Project, page: PageFacts, place: PagePlace): Found {
  const next = (from: number) =>
    page.blocks.find(({ span: [start] }) => start >= from)?.span[0] ?? Number.POSITIVE_INFINITY;
  const headings = project.files.get(place.path)?.headings ?? [];
  const form = formOf(place);
  if (place.comment) {
    const end = place.comment[1];
    const isSection = form !== 'headings' && form !== 'sentence';
    return pickValues(project, page, place, sectionBehind(headings, end, isSection ? next(end) : end));
  }
  const within: ReturnType<typeof sectionUnder> =
    place.under === undefined
      ? [0, Number.POSITIVE_INFINITY]
      : sectionUnder(project, place.path, place.under, next);
  if ('missing' in within) return within;
  if (place.after === undefined) return pickValues(project, page, place, within);
  const texts = textsWithin(page, place.after, within, form !== 'sentence');
  if ('missing' in texts) return { missing: `${place.path} has no text ${texts.missing}` };
  const parts = texts.map(({ span: [start, end] }): Part => {
    if (form === 'sentence') return [start, Math.min(end, within[1])];
    const [from, sectionEnd] = sectionBehind(headings, end, end);
    return [from, Math.min(sectionEnd, within[1])];
  });
  return onlyOne(
    project,
    place,
    parts,
    parts.map((part) => pickValues(project, page, place, part)),
  );
}

/** Texts that are the wanted one, if that is preferred; where there are none, those that hold it. */
function textsWithin(
  page: PageFacts,
  after: string,
  [from, to]: Part,
  isExact: boolean,
): PageFacts['texts'] | { missing: string } {
  const wanted = foldSpace(after);
  const ways = readings(after);
  const texts = page.texts.filter(({ span: [start] }) => start >= from && start < to);
  const exact = isExact ? texts.filter(({ text }) => ways.includes(text)) : [];
  const found = exact.length > 0 ? exact : texts.filter(({ text }) => ways.some((way) => text.includes(way)));
  if (found.length > 0) return found;
  const near = nearest(
    wanted,
    texts.map(({ text }) => text),
  );
  return { missing: `${code(wanted)}.${hint(near, '')}` };
}

/** A text may stand at several places, as long as the same values are behind it. */
function onlyOne(project: Project, place: PagePlace, parts: readonly Part[], found: readonly Found[]): Found {
  const first = found.find((one) => 'values' in one);
  if (!first || !('values' in first)) return found[0] as Found;
  const isOther = (one: Found) => 'values' in one && one.values[0]?.span[0] !== first.values[0]?.span[0];
  if (!found.some(isOther)) return first;
  const places = parts.map(([start]) => at(project, place.path, [Math.max(0, start - 1), start]));
  return {
    missing: `${code(place.after ?? '')} stands before different values, at ${places.join(', ')}. Give more of the text, or \`under\` too.`,
  };
}
