export interface Measures {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}
export function median(numbers: readonly number[]): number;
export function summary(runs: readonly Measures[]): Measures & { readonly runs: number };
