import type { Measures } from './statistics.d.mts';

export interface Row {
  readonly corpus: string;
  readonly work: string;
  readonly ours: string;
  readonly theirs: string;
  readonly atMost: Readonly<Record<string, number | undefined>>;
}
export function comparison(
  rows: readonly Row[],
  medians: ReadonlyMap<string, Measures>,
  nodes: ReadonlyMap<string, string>,
): string;
export function curve(
  points: readonly { readonly pages: number; readonly cold: Measures; readonly warm: Measures }[],
): string;
