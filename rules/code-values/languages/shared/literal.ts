/** A literal without its prefix and its quotes, of which there are `marks` at each end; the last may be missing. */
export function bodyOf(literal: string, before = 1, behind = literal[before - 1] as string): string {
  const ends = literal.length >= before + behind.length && literal.endsWith(behind);
  return literal.slice(before, ends ? -behind.length : undefined);
}
