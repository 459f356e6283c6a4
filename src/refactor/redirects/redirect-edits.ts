import type { Edit, Move, Path, Project, View } from '../../model.js';
import { relocated } from '../../paths.js';
import { aliasEdits } from './alias-edits.js';
import { fileEdits } from './file-edits.js';
import { mkdocsEdits } from './mkdocs-edits.js';

/** A page that a site shows, before and after. */
export interface MovedPage {
  readonly from: Path;
  readonly to: Path;
  readonly view: View;
  readonly viewAfter: View;
}

export interface MovedPages {
  readonly before: Project;
  readonly after: Project;
  readonly pages: readonly MovedPage[];
}

/**
 * What keeps the old addresses of pages alive, where a site does so already: a rule in its file of redirects, or an alias
 * in the front matter. Nothing where it has none of that.
 */
export function redirectEdits(
  before: Project,
  after: Project,
  { files, ...move }: Move & { readonly files: readonly Path[] },
): readonly Edit[] {
  const known = new Set(before.pages);
  const pages = files.flatMap((from): MovedPage[] => {
    const to = relocated(move, from);
    if (!known.has(from)) return [];
    const view = before.views(from).find((one) => !one.isForge);
    const viewAfter = after.views(to).find((one) => one.generator === view?.generator);
    return view && viewAfter ? [{ from, to, view, viewAfter }] : [];
  });
  if (pages.length === 0) return [];
  const moved = { before, after, pages };
  return [...fileEdits(moved), ...mkdocsEdits(moved), ...aliasEdits(moved)];
}
