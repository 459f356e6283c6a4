import type { Fix, Link, Path, ProjectFinding } from '../../src/rule.js';
import { followLines } from './follow-lines.js';
import { writeRange } from './moved-range.js';
import type { Permalink } from './permalinks.js';

/** A file as a commit had it, and as the branch has it. */
export interface History {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Which lines of them belong together. */
  readonly map: ReadonlyMap<number, number>;
  /** Its path on the branch. */
  readonly path: Path;
  /** The hash of the commit that is checked out. */
  readonly head: string;
}

/** What is wrong with a link to lines of a commit; undefined where the branch has them in the same place. */
export function judgePermalink(permalink: Permalink, history: History): ProjectFinding | undefined {
  const { page, link, pinned, first, last, fragment } = permalink;
  const { before, after, map, path, head } = history;
  const base = { path: page, span: link.span, target: path };
  if (before.length === 0) return undefined;
  if (last > before.length || first < 1) {
    const has = `${pinned.path} has ${counted(before.length)} at ${short(pinned.commit)}`;
    const message = `${has}, and \`#${fragment}\` is past them. Link to the lines meant.`;
    return { ...base, code: 'missing-lines', message };
  }
  const isOne = first === last;
  const what = `${isOne ? `Line ${first}` : `Lines ${first} to ${last}`} of ${pinned.path} at ${short(pinned.commit)}`;
  const found = followLines(before, after, [first - 1, last], map);
  if (!found) {
    const message = `${what} ${isOne ? 'is' : 'are'} not on the branch any more. Link to other code, or say that this is how it was.`;
    return { ...base, code: 'changed-lines', message };
  }
  const [from, to] = [found.at + 1, found.at + found.length];
  const range = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  const place = path === pinned.path ? range : `${range} of ${path}`;
  const those = from === to ? 'that' : 'those';
  if (!found.same) {
    const stand = `${place} ${from === to ? 'stands' : 'stand'} in ${isOne ? 'its' : 'their'} place`;
    const message = `${what} changed since; ${stand}. Read ${those}, and link to what is meant.`;
    return { ...base, code: 'changed-lines', message };
  }
  if (from === first && path === pinned.path) return undefined;
  const message = `${what} ${isOne ? 'is' : 'are'} ${place} now. Link to ${those}.`;
  const target = { commit: head, path, fragment: writeRange(fragment, from, to) };
  return { ...base, code: 'moved-lines', message, ...rewrite(page, link, pinned, target) };
}

function counted(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
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

export function short(commit: string): string {
  return commit.slice(0, 8);
}
