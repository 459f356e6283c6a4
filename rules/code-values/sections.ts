import { at, code, type Heading, nearest, type Path, type Project, type Span } from '../../src/rule.js';
import { foldSpace, readings } from './places/pieces.js';

/** Offsets between which values are looked for; the end may lie behind the page's. */
export type Part = readonly [start: number, end: number];

type Missing = { readonly missing: string };

/** The section of a heading by its text or its `#anchor`. `next` is where values go on behind an offset. */
export function sectionUnder(
  project: Project,
  path: Path,
  under: string,
  next: (from: number) => number,
): Part | Missing {
  const headings = project.files.get(path)?.headings ?? [];
  const id = /^#(?![#\s])(.+)$/.exec(under)?.[1];
  if (id === undefined) return sectionTitled(project, path, headings, under.replace(/^#{1,6}\s/, ''));
  const anchors = project.anchors(path)?.ids ?? new Map<string, Span>();
  const span = anchors.get(id);
  if (!span)
    return { missing: `${path} has no anchor ${code(under)}.${hint(nearest(id, anchors.keys()), '#')}` };
  const heading = headings.find(({ span: [start, end] }) => start <= span[0] && span[0] < end);
  return heading ? sectionOf(headings, heading) : sectionBehind(headings, span[1], next(span[1]));
}

function sectionTitled(
  project: Project,
  path: Path,
  headings: readonly Heading[],
  wanted: string,
): Part | Missing {
  const ways = readings(wanted);
  const titles = headings.map(titleOf);
  const [heading, other] = headings.filter((_, index) => ways.includes(titles[index] ?? ''));
  if (!heading)
    return { missing: `${path} has no heading ${code(wanted)}.${hint(nearest(wanted, titles), '')}` };
  if (!other) return sectionOf(headings, heading);
  const places = `${at(project, path, heading.span)} and ${at(project, path, other.span)}`;
  return {
    missing: `The heading ${code(wanted)} stands at ${places}. Name the \`#anchor\` of the one that is meant.`,
  };
}

/**
 * From an offset to the end of the section that it stands in. When a heading comes before anything that could
 * hold values, that heading's section.
 */
export function sectionBehind(headings: readonly Heading[], from: number, next: number): Part {
  const following = headings.findIndex(({ span: [start] }) => start >= from);
  const heading = headings[following];
  if (!heading) return [from, Number.POSITIVE_INFINITY];
  if (heading.span[0] < next) return sectionOf(headings, heading);
  return [from, endOfSection(headings, following, headings[following - 1]?.depth ?? 0)];
}

function sectionOf(headings: readonly Heading[], heading: Heading): Part {
  return [heading.span[1], endOfSection(headings, headings.indexOf(heading) + 1, heading.depth)];
}

function endOfSection(headings: readonly Heading[], from: number, depth: number): number {
  return headings.slice(from).find((heading) => heading.depth <= depth)?.span[0] ?? Number.POSITIVE_INFINITY;
}

export function titleOf({ content }: Heading): string {
  return foldSpace(
    content
      .map((inline) => (typeof inline === 'string' ? inline : inline[0] === 'code' ? inline[1] : ''))
      .join(''),
  );
}

export function hint(near: string | undefined, before: string): string {
  return near === undefined ? '' : ` Did you mean ${code(before + near)}?`;
}
