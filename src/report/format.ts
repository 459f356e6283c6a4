import type { Graph, Path, Problem, Result } from '../model.js';

/** What text for people may make use of. */
export interface Terminal {
  /** chalk's level: none, 16 colours, 256, all. At 0 a report for people holds no escape sequence at all. */
  readonly color: 0 | 1 | 2 | 3;
  /** Whether the terminal understands OSC 8; without colour it counts for nothing. */
  readonly hyperlinks: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** What a report may know besides the result. */
export interface ReportContext extends Terminal {
  readonly tool: { readonly name: string; readonly version: string };
  /** The absolute directory of the workspace, for hyperlinks to files. */
  readonly root: string;
  /** Where the workspace is in its repository; without it, or empty, they are the same. */
  readonly prefix?: Path;
  /** The text of a file for code frames, as the positions count it; undefined when there is none. */
  text(path: Path): string | undefined;
  /** Texts of single problems: those of an earlier report that was asked for in the same way, and those of this one for a later. */
  readonly shown?: {
    of(problem: Problem): string | undefined;
    keep(problem: Problem, text: string): void;
  };
  /** What a `rule/code` says of itself; undefined where it is not known. */
  about?(name: string): { readonly summary: string; readonly advice?: string } | undefined;
  /** The page of a rule on the web. */
  rulesUrl?(rule: string): string;
  /** Which page links to what, worked out when a report asks for it; without it, none is shown. */
  graph?(): Graph;
  /** What the build has made for the browser, read when a report asks for it. */
  browserCode?(): { readonly script: string; readonly style: string };
}

/**
 * One way to write a result. Text ends with a line end. An iterable is written chunk by chunk, and each
 * chunk ends with a line end.
 */
export interface Format {
  readonly name: string;
  render(result: Result, context: ReportContext): string | Iterable<string>;
}
