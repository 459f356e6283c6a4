/** A fragment reaches the id that it spells, and no other. */
export function asWritten(fragment: string): readonly string[] {
  return [fragment];
}
