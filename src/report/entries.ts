import type { Fix, Path, Problem, Range, Result, Severity } from '../model.js';

/** One thing to tell, be it a problem or a file that could not be checked, which no report may leave out. */
export interface Entry extends Partial<Range> {
  /** `rule/code`, or `not-checked`. */
  readonly name: string;
  readonly severity: Severity;
  readonly path: Path;
  readonly message: string;
  readonly related: Problem['related'];
  readonly fix?: Fix;
  /** Absent where the file could not be checked. */
  readonly problem?: Problem;
}

/** Problems in their order, then what could not be checked. */
export function entries({ problems, failures }: Result): Entry[] {
  return [
    ...problems.map((problem) => ({ ...problem, name: `${problem.rule}/${problem.code}`, problem })),
    ...failures.map((failure) => ({
      ...failure,
      ...{ name: 'not-checked', severity: 'error' as const, related: [] },
    })),
  ];
}

/** What a report that has one text for each problem says beside the message, a line each. */
export function details({ related, fix }: Entry): string[] {
  return [
    ...related.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`),
    ...(fix ? [`fix: ${fix.description}${fix.safe ? '' : ' (unsafe)'}`] : []),
  ];
}
