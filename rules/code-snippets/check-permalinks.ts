import type { Fix, Link, Path, Project, ProjectFinding } from '../../src/rule.js';
import { linesOf } from './fold.js';
import { followLines } from './follow-lines.js';
import { writeRange } from './moved-range.js';
import { type Permalink, permalinks } from './permalinks.js';

type Note = { readonly note: string };

/** Links to lines of a commit that are elsewhere, others, or gone on the branch. Git is asked at most twice, however many there are. */
export function* checkPermalinks(project: Project): Iterable<ProjectFinding | Note> {
  const links = [...permalinks(project)];
  if (links.length === 0) return;
  const known = project.committed(links.flatMap(({ pinned }) => [pinned, { ...pinned, commit: 'HEAD' }]));
  const { head, texts } = known;
  if (head === undefined) return;
  const gone = links.flatMap(({ pinned: { path } }, at) => (texts[2 * at + 1] === null ? [path] : []));
  const fates = gone.length > 0 ? project.fates([...new Set(gone)].sort()) : new Map();
  const moves = [...fates].flatMap(([from, fate]) =>
    fate.kind === 'moved' ? [[from, fate.to as Path] as const] : [],
  );
  const moved = project.committed(moves.map(([, path]) => ({ commit: 'HEAD', path }))).texts;
  const renamed = new Map(moves.map(([from, path], at) => [from, { path, text: moved[at] }] as const));
  let unknown = 0;
  for (const [at, link] of links.entries()) {
    const [before, after] = [texts[2 * at], texts[2 * at + 1]];
    const { path } = link.pinned;
    const now = after === null ? renamed.get(path) : { path, text: after };
    if (before === undefined) unknown++;
    else if (before === null) yield notThere(link);
    else if (typeof now?.text === 'string')
      yield* judge(link, before, { path: now.path, text: now.text, head });
    else if (after === null && fates.get(path)?.kind === 'deleted') yield lost(link, fates.get(path));
  }
  if (unknown > 0) {
    const what = unknown === 1 ? 'A link to a commit is' : `${unknown} links to commits are`;
    yield {
      note: `${what} not checked, since this clone does not have the commits. A full clone may have them.`,
    };
  }
}

interface Now {
  readonly path: Path;
  readonly text: string;
  readonly head: string;
}

function* judge(permalink: Permalink, before: string, { path, text, head }: Now): Iterable<ProjectFinding> {
  const { page, link, pinned, first, last, fragment } = permalink;
  const base = { path: page, span: link.span, target: path };
  const old = linesOf(before);
  if (last > old.length || first < 1) {
    if (old.length === 0) return;
    const has = `${pinned.path} has ${old.length} ${old.length === 1 ? 'line' : 'lines'} at ${short(pinned.commit)}`;
    yield {
      ...base,
      code: 'missing-lines',
      message: `${has}, and \`#${fragment}\` is past them. Link to the lines meant.`,
    };
    return;
  }
  const found = followLines(old, linesOf(text), [first - 1, last]);
  const where = first === last ? `Line ${first}` : `Lines ${first} to ${last}`;
  const what = `${where} of ${pinned.path} at ${short(pinned.commit)}`;
  const verb = first === last ? 'is' : 'are';
  if (!found) {
    const message = `${what} ${verb} not on the branch any more. Link to other code, or say that this is how it was.`;
    yield { ...base, code: 'changed-lines', message };
    return;
  }
  const now = [found.at + 1, found.at + found.length] as const;
  const range = now[0] === now[1] ? `line ${now[0]}` : `lines ${now[0]} to ${now[1]}`;
  const place = path === pinned.path ? range : `${range} of ${path}`;
  if (!found.same) {
    const message = `${what} ${first === last ? 'was' : 'were'} changed since; in ${first === last ? 'its' : 'their'} place there ${now[0] === now[1] ? 'is' : 'are'} ${place}. Read ${now[0] === now[1] ? 'it' : 'them'}, and link to what is meant.`;
    yield { ...base, code: 'changed-lines', message };
    return;
  }
  if (now[0] === first && path === pinned.path) return;
  const to = { commit: head, path, fragment: writeRange(fragment, ...now) };
  yield {
    ...base,
    code: 'moved-lines',
    message: `${what} ${verb} ${place} now. Link to ${first === last ? 'that' : 'those'}.`,
    ...rewrite(page, link, pinned, to),
  };
}

function notThere({ page, link, pinned }: Permalink): ProjectFinding {
  const message = `The commit ${short(pinned.commit)} has no file \`${pinned.path}\`. Correct the link.`;
  return { path: page, span: link.span, code: 'missing-file', message, target: pinned.path };
}

function lost(
  { page, link, pinned }: Permalink,
  fate: { readonly commit: string; readonly date: string },
): ProjectFinding {
  const message = `${pinned.path} was deleted in ${fate.commit} (${fate.date}). Link to other code, or say that this is how it was.`;
  return { path: page, span: link.span, code: 'changed-lines', message, target: pinned.path };
}

/** Unsafe, since nobody but the one who runs it may have the commit yet. */
function rewrite(
  page: Path,
  { url, urlSpan, verbatim }: Link,
  from: { readonly commit: string; readonly path: Path },
  to: { readonly commit: string; readonly path: Path; readonly fragment: string },
): { readonly fix?: Fix } {
  const at = url.indexOf(`/${from.commit}/`) + 1;
  const behind = url.slice(at + from.commit.length + 1);
  const written = /^[^?#]*/.exec(behind)?.[0] ?? '';
  const query = /^[^#]*/.exec(behind)?.[0].slice(written.length) ?? '';
  const start = written.slice(0, written.length - from.path.length);
  const path = from.path === to.path ? written : `${start}${encodeURI(to.path)}`;
  const isPlain = from.path === to.path || written.endsWith(from.path);
  if (verbatim === false || at === 0 || !isPlain) return {};
  const text = `${url.slice(0, at)}${to.commit}/${path}${query}#${to.fragment}`;
  const edits = [{ path: page, start: urlSpan[0], end: urlSpan[1], text }];
  return {
    fix: { safe: false, description: `Link to ${to.path}#${to.fragment} at ${short(to.commit)}`, edits },
  };
}

function short(commit: string): string {
  return commit.slice(0, 8);
}
