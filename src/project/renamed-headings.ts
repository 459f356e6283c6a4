import type { Host } from '../host/host.js';
import type { Dialect } from '../markdown/slug/index.js';
import type { Heading, LostHeading, Path, RenamedHeading, View } from '../model.js';
import { headingChange } from './heading-change.js';
import { type HeadingPast, renamedHeading } from './renamed-heading.js';

export interface HeadingMemory {
  readonly host: Pick<Host, 'changes'>;
  dialect(view: View): Dialect;
  /** The heading that one line of a page writes. */
  headingOf(path: Path, line: string): Heading | undefined;
}

/** What became of headings that pages lost, all pages in one question to the host, and each page's past read once. */
export function renamedHeadings(
  lost: readonly LostHeading[],
  { host, dialect, headingOf }: HeadingMemory,
): (RenamedHeading | undefined)[] {
  const changes = host.changes([...new Set(lost.map(({ page }) => page))].sort());
  const headings = new Map<string, Heading | undefined>();
  const pasts = new Map<View, Map<Path, HeadingPast>>();

  function readOnce(path: Path, line: string): Heading | undefined {
    const key = `${path}\0${line}`;
    if (!headings.has(key)) headings.set(key, headingOf(path, line));
    return headings.get(key);
  }

  function pastOf(view: View, page: Path): HeadingPast {
    const ids = new Map<string, readonly string[]>();
    const idsOf = (line: string): readonly string[] => {
      const known = ids.get(line) ?? idsFor(dialect(view), readOnce(page, line));
      ids.set(line, known);
      return known;
    };
    return {
      changes: (changes.get(page) ?? []).map((hunks) => headingChange(hunks, idsOf)),
      idsOf,
      has: (id) => view.anchors(page)?.has(id) ?? false,
    };
  }

  return lost.map(({ view, page, fragment }) => {
    const pages = pasts.get(view) ?? new Map<Path, HeadingPast>();
    const past = pages.get(page) ?? pastOf(view, page);
    pasts.set(view, pages.set(page, past));
    return past.changes.length === 0
      ? undefined
      : renamedHeading(fragment, dialect(view).candidates(fragment), past);
  });
}

function idsFor(dialect: Dialect, heading: Heading | undefined): readonly string[] {
  if (!heading) return [];
  const { id, also = [] } = dialect.slugger()(heading);
  return [id, ...also].filter((one) => one !== '');
}
