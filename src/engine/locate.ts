import { createHash } from 'node:crypto';
import type { Facts, Path, Problem, Range, Span } from '../model.js';
import { lineColumn, lineText } from '../text.js';
import type { Raw } from './raw.js';

/** Gives findings their lines, columns and fingerprints, and sorts them. */
export function locate(
  raws: readonly Raw[],
  files: ReadonlyMap<Path, Facts>,
  text: (path: Path) => string | undefined,
): Problem[] {
  const repeats = new Map<string, number>();
  const located = raws.map(({ rule, path, severity, finding }) => {
    const range = rangeOf(files.get(path), finding.span);
    return {
      rule,
      code: finding.code,
      severity,
      path,
      ...range,
      message: finding.message,
      related: (finding.related ?? []).map((one) => ({
        path: one.path,
        ...rangeOf(files.get(one.path), one.span),
        message: one.message,
      })),
      ...(finding.fix ? { fix: finding.fix } : {}),
      ...(finding.target === undefined ? {} : { target: finding.target }),
    };
  });
  let folded = { path: '', line: 0, text: '' };
  let page: { readonly path: Path; readonly text: string } | undefined;
  return located.sort(byPlace).map((problem) => {
    if (page?.path !== problem.path) page = { path: problem.path, text: text(problem.path) ?? '' };
    const starts = files.get(problem.path)?.lineStarts ?? [0];
    const isWholeFile = problem.endLine === 1 && problem.endColumn === 1;
    if (folded.path !== problem.path || folded.line !== problem.line) {
      const { path, line } = problem;
      folded = { path, line, text: short(lineText(page.text, starts, line).replace(/\s+/g, ' ').trim()) };
    }
    const line = isWholeFile ? '' : folded.text;
    const identity = [problem.rule, problem.code, problem.path, line].join('\0');
    const repeat = repeats.get(identity) ?? 0;
    repeats.set(identity, repeat + 1);
    const fingerprint = createHash('sha256').update(`${identity}\0${repeat}`).digest('hex').slice(0, 32);
    return { ...problem, fingerprint };
  });
}

/** A line stands in each of its problems' identities, and there may be very many on a long one. */
function short(line: string): string {
  return line.length > 1000 ? createHash('sha256').update(line).digest('hex') : line;
}

function rangeOf(facts: Facts | undefined, [start, end]: Span): Range {
  const starts = facts?.lineStarts ?? [0];
  const length = facts?.length ?? 0;
  const from = lineColumn(starts, Math.min(start, length));
  const to = lineColumn(starts, Math.min(Math.max(start, end), length));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

type Placed = Omit<Problem, 'fingerprint'>;

/** The order of a report. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
