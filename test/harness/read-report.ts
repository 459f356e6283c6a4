/** The JSON report, version 1, as far as tests look into it. */
export interface JsonReport {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly problems: readonly JsonProblem[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly fixable: number;
  };
  readonly errors?: readonly {
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
    readonly message: string;
  }[];
}

interface JsonProblem {
  readonly rule: string;
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly fingerprint: string;
  readonly related?: readonly { path: string; line: number; column: number; message: string }[];
}

/** Reads a report; throws when the text is anything but one JSON value. */
export function readReport(text: string): JsonReport {
  return JSON.parse(text) as JsonReport;
}

/** A line for each problem: `path:line rule/code`. */
export function places(text: string): string[] {
  return readReport(text).problems.map(({ path, line, rule, code }) => `${path}:${line} ${rule}/${code}`);
}
