import type { Survey } from '../engine/survey.js';
import { addedProblems } from '../fix/added-problems.js';
import { offsetShifts } from '../fix/offset-shifts.js';
import type { Break, Edit, Path, Result, Span } from '../model.js';
import { lineColumn } from '../text.js';
import { type Compared, compareLinks } from './compare-links.js';
import type { Followed } from './follow.js';
import type { Shift } from './shift.js';

interface Given {
  readonly before: Survey;
  readonly after: Survey;
  readonly results: readonly [before: Result, after: Result];
  readonly shift: Shift;
  readonly left: Followed['left'];
  readonly edits: ReadonlyMap<Path, readonly Edit[]>;
  readonly rewording?: Edit;
}

/** All that would be worse than before, each place once: what cannot follow, what leads elsewhere, and new errors. */
export function breaks(given: Given): readonly Break[] {
  const found = new Map<string, Break>();
  const compared = compare(given);
  for (const one of [
    ...lost(given),
    ...astray(given, compared),
    ...errors(given, compared),
    ...unread(given),
  ]) {
    const key = `${one.path}:${one.line}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function* lost({ left, after, shift, edits }: Given): Iterable<Break> {
  for (const { path, span, written } of left) {
    const holder = shift.path(path);
    const start = offsetShifts(edits.get(path) ?? []).after(span[0]);
    const message = `\`${written}\` cannot be rewritten: no way to write it leads where it led. Change it by hand.`;
    yield { path: holder, ...placeIn(after, holder, start), message };
  }
}

function compare({ before, after, shift, rewording }: Given): Compared {
  const replaced = rewording && {
    path: rewording.path,
    before: [rewording.start, rewording.end] as Span,
    after: [rewording.start, rewording.start + rewording.text.length] as Span,
  };
  return compareLinks(before.project, after.project, shift, replaced);
}

function* astray({ after }: Given, compared: Compared): Iterable<Break> {
  for (const { path, link, meant } of compared.astray) {
    const message = `\`${link.url}\` would no longer lead to ${meant}. Change it by hand.`;
    yield { path, ...placeIn(after, path, link.span[0]), message };
  }
}

/** What was wrong with a link may be something else now; it was wrong all the same. */
function* errors(given: Given, compared: Compared): Iterable<Break> {
  const [before, after] = given.results;
  const known = before.problems.map((problem) => ({ ...problem, path: given.shift.path(problem.path) }));
  const broken = new Set(
    compared.broken.map(({ path, link }) => keyOf({ path, ...placeIn(given.after, path, link.span[0]) })),
  );
  for (const { path, line, column, rule, code, message, severity } of addedProblems(known, after.problems)) {
    if (severity === 'error' && !broken.has(keyOf({ path, line, column })))
      yield { path, line, column, message: `${rule}/${code}: ${message}` };
  }
}

function keyOf({ path, line, column }: Omit<Break, 'message'>): string {
  return `${path}:${line}:${column}`;
}

/** Nobody knows the links of a page that cannot be read. */
function* unread({ before }: Given): Iterable<Break> {
  const { roots } = before.project;
  for (const { path, message, line = 1, column = 1 } of before.failures) {
    const isDocs = roots.some((root) => root === '' || path === root || path.startsWith(`${root}/`));
    if (isDocs) yield { path, line, column, message };
  }
}

function placeIn({ project }: Survey, path: Path, offset: number): { line: number; column: number } {
  return lineColumn(project.files.get(path)?.lineStarts ?? [0], offset);
}
