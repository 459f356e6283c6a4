import type { Link, Path, Project, Span, Target, View } from '../model.js';
import type { Shift } from './shift.js';

/** A link that led to a file and does so no longer. */
export interface Astray {
  /** As the tree is afterwards. */
  readonly path: Path;
  readonly link: Link;
  readonly meant: Path;
}

/**
 * The links of a tree, after all edits, that lead elsewhere than before. Links are compared in their order, those in
 * a part of a page that was replaced left out.
 */
export function ledAstray(
  before: Project,
  after: Project,
  shift: Pick<Shift, 'path'>,
  replaced?: { readonly path: Path; readonly before: Span; readonly after: Span },
): readonly Astray[] {
  return before.pages.flatMap((path) => {
    const holder = shift.path(path);
    const isIn = ([start, end]: Span, span: Span | undefined): boolean =>
      span !== undefined && replaced?.path === path && start < span[1] && end > span[0];
    const old = (before.files.get(path)?.links ?? []).filter(({ span }) => !isIn(span, replaced?.before));
    const now = (after.files.get(holder)?.links ?? []).filter(({ span }) => !isIn(span, replaced?.after));
    return old.flatMap((link, index): Astray[] => {
      const found = now[index];
      const [view] = before.views(path);
      const meant = view && placeOf(before, view, view.resolve(path, link));
      if (meant === undefined) return [];
      const wanted = { ...meant, path: shift.path(meant.path) };
      const [viewAfter] = after.views(holder);
      const place = found && viewAfter && placeOf(after, viewAfter, viewAfter.resolve(holder, found));
      const isThere = place?.path === wanted.path && place.heading === wanted.heading;
      return isThere ? [] : [{ path: holder, link: found ?? link, meant: wanted.path }];
    });
  });
}

/** A file or a directory, and which of its headings where the link names one. */
function placeOf(
  project: Project,
  view: View,
  target: Target,
): { readonly path: Path; readonly heading: number } | undefined {
  if (target.kind !== 'file' && target.kind !== 'directory') return undefined;
  const path = target.kind === 'file' ? target.path : (target.index ?? target.path);
  const anchors = target.fragment ? view.anchors(path) : undefined;
  const id = anchors?.reached(target.fragment as string);
  const start = id === undefined ? undefined : anchors?.ids.get(id)?.[0];
  const headings = project.files.get(path)?.headings ?? [];
  return { path, heading: start === undefined ? -1 : headings.findIndex(({ span }) => span[0] === start) };
}
