import type { Dialect, Slugger } from '../markdown/slug/index.js';
import type { Anchors, Facts, Span } from '../model.js';

/** A file that a page puts in, and where. */
export interface Part {
  readonly span: Span;
  /** Undefined while nobody has read the file. */
  readonly facts: Facts | undefined;
  /** Whether it is rendered by itself, so that its headings are counted apart from the page's. */
  readonly isApart: boolean;
}

const deepest = 10;
const most = 1000;

/**
 * Every id that a link to the page may name, as one dialect makes them; headings before other ids. Those of a
 * part have the place where the page puts it in. A page with ids that nobody can know has any.
 */
export function pageAnchors(
  page: Facts,
  dialect: Dialect,
  partsOf: (page: Facts) => readonly Part[],
): Anchors & { readonly isWhole: boolean } {
  const ids = new Map<string, Span>();
  const declared = new Map<string, Span>();
  let isWhole = true;
  let isKnown = true;
  let budget = most;

  function add(to: Map<string, Span>, id: string, span: Span): void {
    if (!to.has(id)) to.set(id, span);
  }

  /** `place` is where the page itself puts the text in; undefined for its own. */
  function read(facts: Facts, slug: Slugger, place: Span | undefined, above: readonly Facts[]): void {
    isKnown &&= !facts.hasUnknownIds;
    for (const { id, span } of facts.anchors) {
      add(declared, id, place ?? span);
      if (id.startsWith('user-content-')) add(declared, id.slice('user-content-'.length), place ?? span);
    }
    const parts = above.length > deepest || above.includes(facts) ? [] : partsOf(facts);
    const pieces = [
      ...facts.headings.map((heading) => ({ span: heading.span, heading, part: undefined })),
      ...parts.map((part) => ({ span: part.span, heading: undefined, part })),
    ].sort((a, b) => a.span[0] - b.span[0]);
    for (const { heading, part } of pieces) {
      if (part?.facts && budget-- > 0) {
        const its = part.isApart ? dialect.slugger(part.facts.anchors.map(({ id }) => id)) : slug;
        read(part.facts, its, place ?? part.span, [...above, facts]);
      } else if (part) isWhole = false;
      else if (heading.from !== 'html' || dialect.htmlHeadings) {
        const { id, also = [] } = slug(heading);
        for (const name of [id, ...also]) add(ids, name, place ?? heading.span);
      }
    }
  }

  read(page, dialect.slugger(page.anchors.map(({ id }) => id)), undefined, []);
  for (const [id, span] of declared) add(ids, id, span);
  const has = (fragment: string): boolean =>
    !isKnown || !isWhole || dialect.candidates(fragment).some((id) => ids.has(id));
  return { ids, isWhole, has };
}
