import { createHash } from 'node:crypto';
import type { Facts, Path, Problem, Range, Span } from '../model.js';
import { lineColumn } from '../text.js';
import { identities } from './identities.js';
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
  const sorted = located.sort(byPlace);
  const page = (path: Path) => ({ text: text(path) ?? '', starts: files.get(path)?.lineStarts ?? [0] });
  const names = identities(sorted, page);
  return sorted.map((problem, index) => {
    const identity = names[index] as string;
    const repeat = repeats.get(identity) ?? 0;
    repeats.set(identity, repeat + 1);
    const fingerprint = createHash('sha256').update(`${identity}\0${repeat}`).digest('hex').slice(0, 32);
    return { ...problem, fingerprint };
  });
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
