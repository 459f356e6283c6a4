import type { Host } from '../host/host.js';
import type { Dialect } from '../markdown/slug/index.js';
import type { Heading, LostHeading, Path, RenamedHeading, View } from '../model.js';
import { renamedHeading } from './renamed-heading.js';

export interface HeadingMemory {
  readonly host: Pick<Host, 'changes'>;
  dialect(view: View): Dialect;
  /** The heading that one line of a page writes. */
  headingOf(path: Path, line: string): Heading | undefined;
}

/** A line that may write a heading: Markdown's, or a raw HTML one. */
const marked = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|<h[1-6][\s>])/i;

/** What became of headings that pages lost, all pages in one question to the host. */
export function renamedHeadings(
  lost: readonly LostHeading[],
  { host, dialect, headingOf }: HeadingMemory,
): (RenamedHeading | undefined)[] {
  const changes = host.changes([...new Set(lost.map(({ page }) => page))].sort());
  const known = new Map<string, Heading | undefined>();
  const readOnce = (path: Path, line: string): Heading | undefined => {
    const key = `${path}\0${line}`;
    if (!known.has(key)) known.set(key, headingOf(path, line));
    return known.get(key);
  };

  return lost.map(({ view, page, fragment }) => {
    const its = changes.get(page) ?? [];
    if (its.length === 0) return undefined;
    const words = lettersOf(fragment);
    return renamedHeading(dialect(view).candidates(fragment), {
      changes: its,
      has: (id) => view.anchors(page)?.has(id) ?? false,
      idsOf(line) {
        const source = marked.test(line) ? line : underlined(line, words);
        const heading = source === undefined ? undefined : readOnce(page, source);
        if (!heading) return [];
        const { id, also = [] } = dialect(view).slugger()(heading);
        return [id, ...also].filter((one) => one !== '');
      },
    });
  });
}

/** A heading whose mark is a line below it looks like any line: only its letters tell. */
function underlined(line: string, words: string): string | undefined {
  return line.length < 200 && words !== '' && lettersOf(line) === words ? `# ${line.trim()}` : undefined;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
