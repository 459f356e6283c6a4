import type { Path } from '../../model.js';

/** What the page of the HTML report is given, as JSON. All text in it is text, and none of it markup. */
export interface ReportData {
  readonly tool: { readonly name: string; readonly version: string };
  /** The name of the directory that was checked. */
  readonly title: string;
  readonly verdict: string;
  /** Pages that were checked. */
  readonly pages: number;
  readonly problems: readonly ProblemData[];
  /** What rules and codes say of themselves, by `rule/code`. */
  readonly about: Readonly<Record<string, { readonly summary: string; readonly advice?: string }>>;
  readonly notes: readonly string[];
  /** The lines that frames show, each once. */
  readonly lines: readonly string[];
  readonly graph?: GraphData;
}

export interface ProblemData {
  /** `rule/code`, or `not-checked`. */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly frame?: readonly FrameRow[];
  readonly related?: readonly { readonly place: string; readonly message: string }[];
  readonly fix?: { readonly safe: boolean; readonly description: string };
}

/** A line of a file: its number, its text as an index of `lines`, and which part of the text is marked, if any is. */
export type FrameRow = readonly [line: number, text: number, from?: number, to?: number];

/** Each link once for each pair of pages; its ends are indexes of `nodes`. */
export interface GraphData {
  readonly nodes: readonly (readonly [path: Path, kind: NodeKind])[];
  readonly edges: readonly (readonly [from: number, to: number, line: number, state: LinkState])[];
}

export type NodeKind = 'page' | 'file' | 'directory' | 'missing';

/** `lost`: what it leads to is not there, but no problem of the report says so. */
export type LinkState = 'good' | 'lost' | 'broken';
