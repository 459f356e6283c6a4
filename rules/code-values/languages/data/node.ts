import type { Span } from '../../../../src/rule.js';

/** A piece of a data file. Numbers and truth values are texts as they are written. Plain JSON. */
export type DataNode =
  | { readonly span: Span; readonly text: string }
  | { readonly span: Span; readonly none: true }
  | { readonly span: Span; readonly items: readonly DataNode[] }
  | { readonly span: Span; readonly entries: readonly Entry[] }
  /** The piece that stands in `anchors` under this number. */
  | { readonly span: Span; readonly alias: number }
  | { readonly span: Span; readonly unread: string };

export type Entry = {
  readonly key: string;
  readonly span: Span;
  readonly value: DataNode;
  /** Whether its value's own entries belong to the object, as those of `<<` in YAML. */
  readonly merges?: true;
};

/** What is kept of a data file: its documents, and the pieces that others refer to. */
export type DataFile = { readonly roots: readonly DataNode[]; readonly anchors: readonly DataNode[] };

/** Levels beyond which nothing is kept. */
export const deepestNode = 100;
