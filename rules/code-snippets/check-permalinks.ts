import type { Fate, Path, Project, ProjectFinding } from '../../src/rule.js';
import { linesOf } from './fold.js';
import { matchLines } from './follow-lines.js';
import { type History, judgePermalink, short } from './judge-permalink.js';
import { type Permalink, permalinks } from './permalinks.js';

type Note = { readonly note: string };

/** Links to lines of a commit that are elsewhere, others, or gone on the branch. Git is asked three times at the most, however many there are. */
export function* checkPermalinks(project: Project): Iterable<ProjectFinding | Note> {
  const groups = byFile(permalinks(project));
  if (groups.length === 0) return;
  const files = groups.map(([first]) => (first as Permalink).pinned);
  const asked = project.committed([...files, ...files.map(({ path }) => ({ commit: 'HEAD', path }))]);
  const { head } = asked;
  const before = asked.texts.slice(0, files.length);
  const after = asked.texts.slice(files.length);
  const fates = fatesOf(
    project,
    files.flatMap(({ path }, at) => (after[at] === null ? [path] : [])),
  );
  const renamed = renamedFiles(project, fates);
  let unknown = 0;
  for (const [at, links] of groups.entries()) {
    const { path } = files[at] as Permalink['pinned'];
    const old = before[at];
    const now = after[at] === null ? renamed.get(path) : { path, text: after[at] };
    const fate = after[at] === null ? fates.get(path) : undefined;
    if (head === undefined || old === undefined) unknown += links.length;
    else if (old === null) yield* links.map(notThere);
    else if (typeof now?.text === 'string') yield* judged(links, historyOf(old, now.text, now.path, head));
    else if (fate?.kind === 'deleted') yield* links.map((link) => lost(link, fate));
  }
  if (unknown > 0 && project.git) yield { note: unknownNote(unknown) };
}

/** Links to the same file of the same commit are looked at together. */
function byFile(links: Iterable<Permalink>): readonly (readonly Permalink[])[] {
  const groups = new Map<string, Permalink[]>();
  for (const link of links) {
    const key = `${link.pinned.commit}\0${link.pinned.path}`;
    const its = groups.get(key);
    if (its) its.push(link);
    else groups.set(key, [link]);
  }
  return [...groups.values()];
}

function judged(links: readonly Permalink[], history: History): ProjectFinding[] {
  return links.flatMap((link) => judgePermalink(link, history) ?? []);
}

function historyOf(old: string, text: string, path: Path, head: string): History {
  const [before, after] = [linesOf(old), linesOf(text)];
  return { before, after, map: matchLines(before, after), path, head };
}

function fatesOf(project: Project, paths: readonly Path[]): ReadonlyMap<Path, Fate> {
  return paths.length === 0 ? new Map() : project.fates([...new Set(paths)].sort());
}

/** Files by the names that they had, as the branch has them. */
function renamedFiles(
  project: Project,
  fates: ReadonlyMap<Path, Fate>,
): ReadonlyMap<Path, { readonly path: Path; readonly text: string | null | undefined }> {
  const moves = [...fates].flatMap(([from, fate]) =>
    fate.kind === 'moved' ? [[from, fate.to] as const] : [],
  );
  const { texts } = project.committed(moves.map(([, path]) => ({ commit: 'HEAD', path })));
  return new Map(moves.map(([from, path], at) => [from, { path, text: texts[at] }] as const));
}

function unknownNote(count: number): string {
  const what = count === 1 ? 'A link to a commit is' : `${count} links to commits are`;
  return `${what} not checked, since this clone does not have what they show. A full clone may have it.`;
}

function notThere({ page, link, pinned }: Permalink): ProjectFinding {
  const message = `The commit ${short(pinned.commit)} has no file \`${pinned.path}\`. Correct the link.`;
  return { path: page, span: link.span, code: 'missing-file', message, target: pinned.path };
}

function lost({ page, link, pinned }: Permalink, fate: Extract<Fate, { kind: 'deleted' }>): ProjectFinding {
  const message = `${pinned.path} was deleted in ${fate.commit} (${fate.date}). Link to other code, or say that this is how it was.`;
  return { path: page, span: link.span, code: 'changed-lines', message, target: pinned.path };
}
