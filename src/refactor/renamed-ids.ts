import type { Path, Project, View } from '../model.js';
import type { Shift } from './shift.js';

/**
 * What ids of headings are once one has other words, by a tree before and after: also of those behind it, whose
 * numbers change, and of pages that take the page in.
 */
export function renamedIds(before: Project, after: Project): Shift['fragment'] {
  const known = new Map<View, Map<Path, ReadonlyMap<string, string>>>();

  function idsOf(view: View, page: Path): ReadonlyMap<string, string> {
    const ofView = known.get(view) ?? new Map<Path, ReadonlyMap<string, string>>();
    known.set(view, ofView);
    const found = ofView.get(page) ?? pairs(before, after, view, page);
    ofView.set(page, found);
    return found;
  }

  return (view, page, fragment) => {
    const ids = view.anchors(page);
    const id = ids?.reached(fragment) ?? sameButCase(ids?.ids.keys() ?? [], fragment);
    const next = id === undefined ? undefined : idsOf(view, page).get(id);
    return next === undefined || next === id ? fragment : next;
  };
}

/** The only id that differs by letter case alone: whoever wrote the link meant that. */
function sameButCase(ids: Iterable<string>, fragment: string): string | undefined {
  const same = [...ids].filter((id) => id.toLowerCase() === fragment.toLowerCase());
  return same.length === 1 ? same[0] : undefined;
}

function pairs(before: Project, after: Project, view: View, page: Path): ReadonlyMap<string, string> {
  const viewAfter = after.views(page)[before.views(page).indexOf(view)];
  const old = view.anchors(page)?.ids ?? new Map();
  const now = viewAfter?.anchors(page)?.ids ?? new Map();
  const [oldHeadings, newHeadings] = [before, after].map((tree) => tree.files.get(page)?.headings ?? []);
  const found = new Map<string, string>();
  for (const [index, heading] of (oldHeadings ?? []).entries()) {
    const its = idsAt(old, heading.span[0]);
    const next = idsAt(now, newHeadings?.[index]?.span[0]);
    for (const [at, id] of its.entries()) {
      const other = next.includes(id) ? id : its.length === next.length ? next[at] : next[0];
      if (other !== undefined) found.set(id, other);
    }
  }
  if (old.size !== now.size) return found;
  const names = [...now.keys()];
  for (const [at, id] of [...old.keys()].entries()) if (!found.has(id)) found.set(id, names[at] as string);
  return found;
}

function idsAt(ids: ReadonlyMap<string, readonly [number, number]>, start: number | undefined): string[] {
  return [...ids].filter(([, span]) => span[0] === start).map(([id]) => id);
}
