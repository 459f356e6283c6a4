import type { Link, Path, Project, Span, Target, View } from '../model.js';
import type { Shift } from './shift.js';

/** Of a tree after all edits: links that led to a file and do so no longer, and those that never led to one. */
export interface Compared {
  readonly astray: readonly { readonly path: Path; readonly link: Link; readonly meant: Path }[];
  readonly broken: readonly { readonly path: Path; readonly link: Link }[];
}

/**
 * Compares the links of two trees in their order, those in a part of a page that was replaced left out. One that lacked
 * its anchor was broken too.
 */
export function compareLinks(
  before: Project,
  after: Project,
  shift: Pick<Shift, 'path'>,
  replaced?: { readonly path: Path; readonly before: Span; readonly after: Span },
): Compared {
  const astray: { path: Path; link: Link; meant: Path }[] = [];
  const broken: { path: Path; link: Link }[] = [];
  for (const page of before.pages) {
    const path = shift.path(page);
    const isOut = ({ span: [start, end] }: Link, span: Span | undefined): boolean =>
      replaced?.path !== page || span === undefined || start >= span[1] || end <= span[0];
    const old = (before.files.get(page)?.links ?? []).filter((link) => isOut(link, replaced?.before));
    const now = (after.files.get(path)?.links ?? []).filter((link) => isOut(link, replaced?.after));
    const [[view], [viewAfter]] = [before.views(page), after.views(path)];
    if (!view || !viewAfter) continue;
    for (const [index, link] of old.entries()) {
      const found = now[index];
      const meant = placeOf(before, view, view.resolve(page, link));
      if (found && (!meant || meant.isLost)) broken.push({ path, link: found });
      if (!meant) continue;
      const wanted = shift.path(meant.path);
      const place = found && placeOf(after, viewAfter, viewAfter.resolve(path, found));
      const isThere =
        (place?.path === wanted || (place?.directory !== undefined && place.directory === wanted)) &&
        (meant.isLost || place.heading === meant.heading);
      if (!isThere) astray.push({ path, link: found ?? link, meant: wanted });
    }
  }
  return { astray, broken };
}

interface Place {
  readonly path: Path;
  /** Where a link leads to one. */
  readonly directory?: Path;
  /** Its index, -1 for none. */
  readonly heading: number;
  /** Whether the page lacks the anchor. */
  readonly isLost: boolean;
}

/** A file or a directory, and which of its headings where the link names one. */
function placeOf(project: Project, view: View, target: Target): Place | undefined {
  if (target.kind !== 'file' && target.kind !== 'directory') return undefined;
  const path = target.kind === 'file' ? target.path : (target.index ?? target.path);
  const anchors = target.fragment ? view.anchors(path) : undefined;
  const id = anchors?.reached(target.fragment as string);
  const start = id === undefined ? undefined : anchors?.ids.get(id)?.[0];
  const headings = project.files.get(path)?.headings ?? [];
  const heading = start === undefined ? -1 : headings.findIndex(({ span }) => span[0] === start);
  return {
    path,
    heading,
    isLost: anchors !== undefined && start === undefined,
    ...(target.kind === 'directory' ? { directory: target.path } : {}),
  };
}
