import type { Destination, Edit, Link, Path, Target, View } from '../model.js';
import { parentOf } from '../paths.js';
import { escapedEdit } from './escaped-edit.js';
import type { Turn } from './follow.js';
import { quotedEdit } from './quoted-edit.js';
import type { Shift } from './shift.js';

/** How a link has to be written to lead where it led: undefined where it does so as it is, `lost` where none does. */
export function followLink(turn: Turn, from: Path, link: Link): Edit | 'lost' | undefined {
  const { before, after, shift } = turn;
  const holder = shift.path(from);
  const views = before.views(from);
  const was = views.map((view) => view.resolve(from, link));
  const meant = views.flatMap((view, at) => destinationOf(view, was[at] as Target, shift) ?? []);
  const [first] = meant;
  const now = after.views(holder).map((view) => view.resolve(holder, link));
  if (!first) return was.some(isBeyond) && !now.every(isBeyond) ? climb(from, holder, link, turn) : undefined;
  const isKept = meant.every(({ fragment }) => fragment === undefined);
  const isRight =
    now.length === was.length
      ? was.every((target, at) => isSame(target, now[at] as Target, shift))
      : now.some((target) => was.some((one) => isSame(one, target, shift)));
  if (isKept && isRight) return undefined;
  const places = was.flatMap((target) => ('path' in target ? [target.path] : []));
  for (const to of meant) {
    const rewrite = after.linkTo(holder, link, to, places);
    if (!rewrite) continue;
    if (rewrite.url === link.url) return undefined;
    const text = before.text(from) ?? '';
    const edit = quotedEdit(link, rewrite.url, text) ?? rewrite.edit ?? escapedEdit(link, rewrite.url, text);
    if (edit) return { ...edit, path: from };
  }
  return 'lost';
}

/** Where it is to lead afterwards; the fragment only where it changes. */
function destinationOf(view: View, target: Target, shift: Shift): Destination | undefined {
  const path = pathOf(target);
  if (path === undefined) return undefined;
  const fragment = 'fragment' in target ? target.fragment : undefined;
  const to = shift.path(path);
  if (!fragment) return { path: to };
  const next = shift.fragment(view, path, fragment);
  return next === fragment ? { path: to } : { path: to, fragment: next };
}

/** The file, the page that a directory shows, or the directory. */
function pathOf(target: Target): Path | undefined {
  if (target.kind === 'file') return target.path;
  if (target.kind === 'case') return target.actual;
  return target.kind === 'directory' ? (target.index ?? target.path) : undefined;
}

/** Whether a link leads to what it led to, and no worse. */
function isSame(was: Target, now: Target, shift: Shift): boolean {
  const path = pathOf(was);
  if (path === undefined) return true;
  const wanted = shift.path(path);
  const isThere = pathOf(now) === wanted || (now.kind === 'directory' && now.path === wanted);
  return isThere && (now.kind === 'case') === (was.kind === 'case');
}

/** To a page of the forge beside the files, as `../../issues` on a page of the top level does. */
function isBeyond({ kind }: Target): boolean {
  return kind === 'external';
}

/** A relative way out of the files, with as many levels more or fewer as its page is deeper or less deep. */
function climb(from: Path, holder: Path, link: Link, { after }: Turn): Edit | 'lost' {
  const [start] = link.urlSpan;
  const deeper = depthOf(holder) - depthOf(from);
  const dot = link.url.startsWith('./') ? 2 : 0;
  const up = /^(?:\.\.\/)*/.exec(link.url.slice(dot))?.[0].length ?? 0;
  if (link.verbatim === false || up < -3 * deeper) return 'lost';
  const rest = link.url.slice(dot + Math.max(0, -3 * deeper));
  const url = `${'../'.repeat(Math.max(0, deeper))}${rest}`;
  const isThere = after.views(holder).every((view) => isBeyond(view.resolve(holder, { ...link, url })));
  return isThere ? { path: from, start, end: start + link.url.length, text: url } : 'lost';
}

function depthOf(path: Path): number {
  return parentOf(path) === '' ? 0 : parentOf(path).split('/').length;
}
