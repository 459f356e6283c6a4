import type { Dialect, Slugger } from '../markdown/slug/index.js';
import type { Anchors, Heading, Span } from '../model.js';
import type { Seen } from './face.js';

/** A file that a page puts in, and where. */
export interface Part {
  readonly span: Span;
  /** Undefined while nobody has read the file. */
  readonly facts: Seen | undefined;
  /** Whether it is rendered by itself, so that its headings are counted apart from the page's. */
  readonly isApart: boolean;
}

/** A content tab of the page or of what it puts in. */
type Tab = NonNullable<Seen['tabs']>[number] & { readonly facts: Seen; readonly place: Span | undefined };

const deepest = 10;
const most = 1000;

/**
 * Every id that a link to the page may name, as one dialect makes them; headings before other ids. Those of a
 * part have the place where the page puts it in. A page with ids that nobody can know has any.
 */
export function pageAnchors(
  page: Seen,
  dialect: Dialect,
  partsOf: (page: Seen) => readonly Part[],
): Anchors & { readonly isWhole: boolean } {
  const ids = new Map<string, Span>();
  const declared = new Map<string, Span>();
  /** Of headings, where tabs are named by them. */
  const idOf = new Map<Heading, string>();
  const tabs: Tab[] = [];
  let isWhole = true;
  let isKnown = true;
  let budget = most;

  function add(to: Map<string, Span>, id: string, span: Span): void {
    if (!to.has(id)) to.set(id, span);
  }

  function addHeading(heading: Heading, slug: Slugger, place: Span | undefined): void {
    if (heading.from === 'html' && !dialect.htmlHeadings) return;
    const { id, also } = slug(heading);
    if (dialect.tabIds) idOf.set(heading, id);
    add(ids, id, place ?? heading.span);
    if (also) for (const name of also) add(ids, name, place ?? heading.span);
  }

  /** `place` is where the page itself puts the text in; undefined for its own. */
  function read(facts: Seen, slug: Slugger, place: Span | undefined, above: readonly Seen[]): void {
    isKnown &&= !facts.hasUnknownIds;
    for (const { id, span } of facts.anchors) {
      add(declared, id, place ?? span);
      if (id.startsWith('user-content-')) add(declared, id.slice('user-content-'.length), place ?? span);
    }
    if (dialect.tabIds && facts.tabs) tabs.push(...facts.tabs.map((tab) => ({ ...tab, facts, place })));
    const parts = above.length > deepest || above.includes(facts) ? [] : partsOf(facts);
    if (parts.length === 0) {
      for (const heading of facts.headings) addHeading(heading, slug, place);
      return;
    }
    readAround([...parts], facts, slug, place, above);
  }

  function readAround(
    parts: Part[],
    facts: Seen,
    slug: Slugger,
    place: Span | undefined,
    above: readonly Seen[],
  ): void {
    parts.sort((a, b) => a.span[0] - b.span[0]);
    let next = 0;
    const readParts = (before: number): void => {
      for (let part = parts[next]; part && part.span[0] < before; part = parts[++next])
        readPart(part, slug, place, [...above, facts]);
    };
    for (const heading of facts.headings) {
      readParts(heading.span[0]);
      addHeading(heading, slug, place);
    }
    readParts(Number.POSITIVE_INFINITY);
  }

  function readPart(part: Part, slug: Slugger, place: Span | undefined, above: readonly Seen[]): void {
    if (!part.facts || budget-- <= 0) {
      isWhole = false;
      return;
    }
    const its = part.isApart ? dialect.slugger(part.facts.anchors.map(({ id }) => id)) : slug;
    read(part.facts, its, place ?? part.span, above);
  }

  read(page, dialect.slugger(page.anchors.map(({ id }) => id)), undefined, []);
  for (const [id, span] of declared) add(ids, id, span);
  const named = tabs.map(({ title, heading, facts }) => {
    const above = facts.headings[heading];
    return { title, above: above && idOf.get(above) };
  });
  for (const [at, own] of (dialect.tabIds?.(named, [...ids.keys()]) ?? []).entries()) {
    const { span, place } = tabs[at] as Tab;
    for (const id of own) add(ids, id, place ?? span);
  }
  return new PageAnchors(ids, dialect, { isWhole, isKnown });
}

/** A class, since a closure for each page would keep all that the ids were made with. */
class PageAnchors implements Anchors {
  readonly ids: ReadonlyMap<string, Span>;
  /** Whether every part of the page was there to be read. */
  readonly isWhole: boolean;
  readonly #dialect: Dialect;
  readonly #isKnown: boolean;

  constructor(
    ids: ReadonlyMap<string, Span>,
    dialect: Dialect,
    { isWhole, isKnown }: { readonly isWhole: boolean; readonly isKnown: boolean },
  ) {
    this.ids = ids;
    this.isWhole = isWhole;
    this.#dialect = dialect;
    this.#isKnown = isKnown;
  }

  has(fragment: string): boolean {
    return !this.#isKnown || !this.isWhole || this.reached(fragment) !== undefined;
  }

  reached(fragment: string): string | undefined {
    for (const id of this.#dialect.candidates(fragment)) if (this.ids.has(id)) return id;
    return undefined;
  }
}
