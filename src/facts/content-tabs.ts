import type { Facts, Heading } from '../model.js';
import { ownText } from '../own-text.js';

type Tabs = NonNullable<Facts['tabs']>;

const tab = /^( *)===[!+]? (?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')[ \t\r]*$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

/** Content tabs of Python-Markdown, `=== "Title"`, which stand in no block of code. */
export function contentTabs(text: string, headings: readonly Heading[]): Tabs {
  if (!/===[!+]? ["']/.test(text)) return [];
  const found: Tabs[number][] = [];
  /** The last heading of each block that is open, from the outermost. */
  const above: { readonly column: number; readonly heading: number }[] = [];
  let next = 0;
  let open: string | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const column = line.search(/[^ \t\r]/);
    const mark = fence.exec(line)?.[1];
    const match = open === undefined ? tab.exec(line) : null;
    if (mark !== undefined && open === undefined) open = mark;
    else if (open !== undefined && mark?.startsWith(open) && line.replace(/[`~]/g, '').trim() === '')
      open = undefined;
    const isHeading = column >= 0 && headings[next]?.span[0] === start + column;
    while (column >= 0 && (above.at(-1)?.column ?? -1) >= column + (isHeading ? 0 : 1)) above.pop();
    if (isHeading) above.push({ column, heading: next });
    if (match) {
      const title = ownText((match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));
      const span = [start + column, start + line.trimEnd().length] as const;
      found.push({ title, span, heading: above.at(-1)?.heading ?? -1 });
    }
    start += line.length + 1;
    while ((headings[next]?.span[0] ?? start) < start) next++;
  }
  return found;
}
