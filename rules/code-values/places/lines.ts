/** Where the line of an offset begins. */
export function lineOf(source: string, offset: number): number {
  for (let at = offset; at > 0; at--) {
    const before = source[at - 1];
    if (before === '\n' || before === '\r') return at;
  }
  return 0;
}

/** The line end behind an offset; that of the line before it on the last line. */
export function lineEndAt(source: string, offset: number): string {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = offset;
  const line = lineOf(source, offset);
  return (
    found.exec(source)?.[0] ?? /\r\n$|\n$|\r$/.exec(source.slice(Math.max(0, line - 2), line))?.[0] ?? '\n'
  );
}

/** What stands between the end of one item and the line of the next; undefined when that is more than empty lines. */
export function gapBetween(source: string, end: number, next: number): string | undefined {
  const gap = source.slice(end, Math.max(end, lineOf(source, next)));
  return /^[ \t>\r\n]*[\r\n]/.test(gap) && /^[ \t>\r\n]*$/.test(gap) ? gap : undefined;
}
