import { createHash } from 'node:crypto';
import type { Facts, Path, Problem, Range, Span } from '../model.js';
import { lineColumn } from '../text.js';
import { identities } from './identities.js';
import type { Placed } from './kept.js';
import type { Raw } from './raw.js';

/** What is known of an earlier run's problems, and what is to be known of these. */
export interface Placing {
  /** A page's, if nothing that is shown of them holds another text now. */
  before(path: Path): Placed | undefined;
  keep(path: Path, placed: Placed): void;
}

type Files = ReadonlyMap<Path, Facts>;
type TextOf = (path: Path) => string | undefined;

/** Gives findings their lines, columns and fingerprints, and sorts them. */
export function locate(raws: readonly Raw[], files: Files, text: TextOf, placing?: Placing): Problem[] {
  const pages = new Map<Path, Raw[]>();
  for (const raw of raws) {
    const its = pages.get(raw.path);
    if (its) its.push(raw);
    else pages.set(raw.path, [raw]);
  }
  return [...pages.keys()].sort().flatMap((path) => {
    const its = pages.get(path) as readonly Raw[];
    if (!placing) return placed(path, its, files, text);
    const found = digestOf(its);
    const before = placing.before(path);
    const known = before?.found === found ? before : { found, problems: placed(path, its, files, text) };
    placing.keep(path, known);
    return known.problems;
  });
}

function digestOf(raws: readonly Raw[]): string {
  return createHash('sha1').update(JSON.stringify(raws)).digest('base64');
}

function placed(path: Path, raws: readonly Raw[], files: Files, text: TextOf): Problem[] {
  const repeats = new Map<string, number>();
  const located = raws.map(({ rule, severity, finding }) => ({
    rule,
    code: finding.code,
    severity,
    path,
    ...rangeOf(files.get(path), finding.span),
    message: finding.message,
    related: (finding.related ?? []).map((one) => ({
      path: one.path,
      ...rangeOf(files.get(one.path), one.span),
      message: one.message,
    })),
    ...(finding.fix ? { fix: finding.fix } : {}),
    ...(finding.target === undefined ? {} : { target: finding.target }),
  }));
  const sorted = located.sort(byPlace);
  const page = () => ({ text: text(path) ?? '', starts: files.get(path)?.lineStarts ?? [0] });
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

type Ordered = Omit<Problem, 'fingerprint'>;

/** The order of a report. */
export function byPlace(a: Ordered, b: Ordered): number {
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
