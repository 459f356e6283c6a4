import type { Edit, Link, Path, Project, Span } from '../model.js';
import type { Reference } from '../rule.js';
import { followLink } from './follow-link.js';
import type { Shift } from './shift.js';

/** A tree before and after, and what becomes of its parts. */
export interface Turn {
  readonly before: Project;
  /** With the texts of before: no link follows yet. */
  readonly after: Project;
  readonly shift: Shift;
  /** What rules know to point at files, before. */
  readonly references: readonly Reference[];
  /** Pages whose links follow: those of the run, and others that are moved. */
  readonly pages: readonly Path[];
  /** A text that is taken out: nothing in it has to follow. */
  readonly replaced?: { readonly path: Path; readonly span: Span };
}

export interface Followed {
  /** By the paths and the texts of before. */
  readonly edits: readonly Edit[];
  /** What cannot be written so that it leads where it did. */
  readonly left: readonly { readonly path: Path; readonly span: Span; readonly written: string }[];
}

/** What every link and every other reference has to be for it to lead where it led. */
export function follow(turn: Turn): Followed {
  const edits: Edit[] = [];
  const left: { path: Path; span: Span; written: string }[] = [];
  for (const path of turn.pages) {
    for (const link of turn.before.files.get(path)?.links ?? []) {
      if (isReplaced(turn, path, link.span)) continue;
      const found = followLink(turn, path, link);
      if (found === 'lost') left.push({ path, span: link.span, written: writtenOf(turn, path, link) });
      else if (found) edits.push(found);
    }
  }
  for (const reference of turn.references) {
    const found = followReference(turn, reference);
    if (found) edits.push(found);
  }
  return { edits: distinct(edits), left };
}

/** Whether one that cannot follow is wrong then is its rule's business. */
function followReference({ before, after, shift }: Turn, one: Reference): Edit | undefined {
  const { path, span, to } = one;
  const holder = shift.path(path);
  const [view] = before.views(to.path);
  const fragment = to.fragment && view ? shift.fragment(view, to.path, to.fragment) : to.fragment;
  const target = shift.path(to.path);
  const isSame = target === to.path && fragment === to.fragment;
  if (isSame && holder === path) return undefined;
  const changed = fragment === to.fragment ? {} : { fragment: fragment as string };
  const text = one.write(after, holder, { path: target, ...changed });
  const [start, end] = span;
  if (text === undefined) return undefined;
  return before.text(path)?.slice(start, end) === text ? undefined : { path, start, end, text };
}

function isReplaced({ replaced }: Turn, path: Path, [start, end]: Span): boolean {
  return replaced?.path === path && start < replaced.span[1] && end > replaced.span[0];
}

function writtenOf({ before }: Turn, path: Path, link: Link): string {
  return before.text(path)?.slice(...link.urlSpan) ?? link.url;
}

/** Two readers may find the same url, as a rule and the page itself do; of what overlaps, the first stays. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (!last || last.path !== edit.path || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}
