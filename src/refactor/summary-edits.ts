import type { Edit, Move, Path, Project } from '../model.js';
import { nameOf, relative, relocated } from '../paths.js';

/**
 * A first draft of what tables of contents say of moved pages: mdBook knows no page that its `SUMMARY.md` does not
 * list, so that no link to a page could be tried without it.
 */
export function summaryEdits(before: Project, move: Move): readonly Edit[] {
  const summaries = before.pages.filter((path) => nameOf(path) === 'SUMMARY.md');
  return summaries.flatMap((path) =>
    (before.files.get(path)?.links ?? []).flatMap((link): Edit[] => {
      const target = before.resolve(path, link);
      if (target.kind !== 'file' || link.verbatim === false) return [];
      const to = relocated(move, target.path);
      const holder: Path = relocated(move, path);
      if (to === target.path && holder === path) return [];
      const [start, end] = link.urlSpan;
      return [{ path, start, end, text: encodeURI(relative(holder, to)).replace(/[()]/g, escaped) }];
    }),
  );
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
