import { extname } from 'node:path';
import type { Path, Problem } from '../model.js';
import { isWithin } from '../paths.js';
import { code } from '../quote.js';
import { lineStarts } from '../text.js';
import { type LostAnchor, lostAnchors } from './lost-anchor.js';
import type { TextChanges, Texts } from './text-changes.js';

/** What a change did that a problem comes from: a sentence, and a place where there is one. */
interface Cause {
  readonly sentence: string;
  readonly related?: Problem['related'][number];
}

/** Says of each problem that stands on no changed line what the change did elsewhere to bring it. */
export function causes(problems: readonly Problem[], changes: TextChanges, { now }: Texts): Problem[] {
  const pages = rememberedPages(changes, now);
  return problems.map((problem) => {
    const cause = changes.touches(problem) ? undefined : causeOf(problem, changes, pages);
    if (!cause) return problem;
    const { message, related } = problem;
    return {
      ...problem,
      message: `${message} ${cause.sentence}`,
      related: cause.related ? [...related, cause.related] : related,
    };
  });
}

/** What is asked of pages again and again. */
function rememberedPages(changes: TextChanges, text: Texts['now']) {
  const known = new Map<Path, ReturnType<typeof read>>();
  function read(path: Path) {
    const its = text(path) ?? '';
    return { text: its, starts: lineStarts(its), lost: lostAnchors(changes.lines(path)?.removed ?? []) };
  }
  return (path: Path): ReturnType<typeof read> => {
    const page = known.get(path) ?? read(path);
    known.set(path, page);
    return page;
  };
}

type Pages = ReturnType<typeof rememberedPages>;

function causeOf(problem: Problem, changes: TextChanges, pages: Pages): Cause | undefined {
  const source = sourceOf(problem, pages(problem.path));
  return (
    lostFile(problem, source, changes) ??
    lostHeading(problem, source, pages) ??
    changedPlace(problem, changes) ??
    changedTarget(problem, changes)
  );
}

/** A file that was deleted or renamed: the one that the problem points at, or whose name it has. */
function lostFile({ target }: Problem, source: string, { files }: TextChanges): Cause | undefined {
  const lost = [...files.values()].filter(({ kind }) => kind === 'deleted' || kind === 'renamed');
  const wanted = target === undefined ? undefined : stemOf(target);
  const found =
    lost.find(({ from, path }) => (from ?? path) === target) ??
    lost.find(({ from, path }) => stemOf(from ?? path) === wanted) ??
    lost.find(({ from, path }) => target !== undefined && target !== '' && isWithin(target, from ?? path)) ??
    lost.find(({ from, path }) => isNamed(from ?? path, source));
  if (!found) return undefined;
  const { from, path } = found;
  return {
    sentence:
      from === undefined
        ? `${path} was deleted in this change.`
        : `${from} was renamed to ${path} in this change.`,
  };
}

/** Whether the source writes the path, or its end, as it does where it is relative. */
function isNamed(path: Path, source: string): boolean {
  const written = source.match(/[^\s"'`()<>[\]#?]+\.\w+/g) ?? [];
  const ends = written.map((one) => one.replace(/^(?:\.{0,2}\/)+/, ''));
  return ends.some((end) => end !== '' && (path === end || path.endsWith(`/${end}`)));
}

/** A page by the name that routes give it. */
function stemOf(path: Path): Path {
  const stem = path.slice(0, path.length - extname(path).length);
  return stem.replace(/\/(?:_?index|readme)$/i, '');
}

function lostHeading({ path, target = path }: Problem, source: string, pages: Pages): Cause | undefined {
  const page = pages(target);
  const lost = page.lost(source);
  if (!lost) return undefined;
  const where = target === path ? 'on this page' : `in ${target}`;
  return {
    sentence: `The ${lost.kind} ${code(lost.text)} was removed in this change, ${where}.`,
    related: { path: target, ...placeOf(lost, page), message: `${code(lost.text)} stood here` },
  };
}

/** A removed line has the place of the one that follows it now. */
function placeOf({ at }: LostAnchor, { text, starts }: ReturnType<Pages>) {
  const isEmptyEnd = starts.length > 1 && starts.at(-1) === text.length;
  const line = Math.min(at, starts.length - (isEmptyEnd ? 1 : 0));
  return { line, column: 1, endLine: line, endColumn: 1 };
}

/** A second place of the problem, on a line that was changed. */
function changedPlace({ related }: Problem, changes: TextChanges): Cause | undefined {
  const place = related.find((one) => changes.touches(one));
  if (!place) return undefined;
  const isNew = changes.files.get(place.path)?.kind === 'added';
  return { sentence: `${place.path}:${place.line} was ${isNew ? 'added' : 'changed'} in this change.` };
}

/** The file that the problem points at, or its own, which was moved. */
function changedTarget({ path, target }: Problem, { files }: TextChanges): Cause | undefined {
  const found = target === undefined ? undefined : files.get(target);
  if (found) return { sentence: `${target} was ${found.kind} in this change.` };
  const own = files.get(path);
  return own?.from === undefined
    ? undefined
    : { sentence: `This file was renamed from ${own.from} in this change.` };
}

/** What the problem is about, as it is written, as far as a link goes. */
function sourceOf(
  { line, column, endLine, endColumn }: Problem,
  { text, starts }: ReturnType<Pages>,
): string {
  const start = (starts[line - 1] ?? 0) + column - 1;
  const end = (starts[endLine - 1] ?? 0) + endColumn - 1;
  return text.slice(start, Math.min(end, start + longestSource));
}

const longestSource = 500;
