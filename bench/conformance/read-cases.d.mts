/** One small tree and what is right to say of one link in it. */
export interface Case {
  /** `dialect/group/name`. */
  readonly id: string;
  readonly dialect: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly title: string;
  /** Where the page is shown; a link has to work in each of these places. */
  readonly generators: readonly string[];
  /** The address of the repository that the tree is. */
  readonly repository?: string;
  readonly page: string;
  /** First and last line, from 1, on which the link under test stands, its definition included. */
  readonly lines: readonly [number, number];
  readonly verdict: 'ok' | 'broken';
  readonly kind: string;
  /** Whether the page alone tells the verdict. */
  readonly scope: 'page' | 'tree';
  readonly why: string;
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Every case, in full, in the order of the files: what groups share is filled in. */
export function readCases(): Case[];
