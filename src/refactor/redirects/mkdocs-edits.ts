import type { Edit, Path } from '../../model.js';
import { isWithin, nameOf } from '../../paths.js';
import { docsDirectory } from './docs-directory.js';
import type { MovedPages } from './redirect-edits.js';

/** Entries for the old pages in the `redirect_maps` of an mkdocs.yml that has them; entries that led to one lead to it still. */
export function mkdocsEdits({ before, pages }: MovedPages): readonly Edit[] {
  const its = pages.filter(({ view }) => view.generator === 'mkdocs');
  return before
    .workspaceFiles()
    .filter((path) => /^mkdocs\.ya?ml$/.test(nameOf(path)))
    .flatMap((path) => {
      const text = before.text(path) ?? '';
      const map = /^([ \t]*)redirect_maps:[ \t]*(?:#.*)?\r?\n/m.exec(text);
      if (!map) return [];
      const start = map.index + map[0].length;
      const indent = /^[ \t]+/.exec(text.slice(start))?.[0] ?? `${map[1]}  `;
      const docs = docsDirectory(path, text);
      const inside = (page: Path): string => page.slice(docs === '' ? 0 : docs.length + 1);
      return its
        .filter(({ from, to }) => isWithin(docs, from) && isWithin(docs, to))
        .flatMap(({ from, to }): Edit[] => [
          ...targets(path, text, start, inside(from), inside(to)),
          { path, start, end: start, text: `${indent}${quoted(inside(from))}: ${quoted(inside(to))}\n` },
        ]);
    });
}

/** The ends of entries that name a page. */
function targets(path: Path, text: string, from: number, was: string, now: string): Edit[] {
  const edits: Edit[] = [];
  let at = from;
  for (const line of text.slice(from).split(/(?<=\n)/)) {
    const match = /^([ \t]+(?:"[^"]*"|'[^']*'|[^\s"':]+):[ \t]*["']?)([^\s"'#]+)/.exec(line);
    if (!match) break;
    const start = at + (match[1] as string).length;
    if (match[2] === was) edits.push({ path, start, end: start + was.length, text: now });
    at += line.length;
  }
  return edits;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
