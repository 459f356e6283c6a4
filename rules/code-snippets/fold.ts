/** The lines of a text; a line end at its end begins no further one. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The white space that all lines with something in them begin with. */
export function indentOf(lines: readonly string[]): string {
  let indent: string | undefined;
  for (const line of lines) {
    const text = line.trimStart();
    if (text === '') continue;
    const its = line.slice(0, line.length - text.length);
    if (indent === undefined) indent = its;
    while (!its.startsWith(indent)) indent = indent.slice(0, -1);
    if (indent === '') break;
  }
  return indent ?? '';
}

/** Lines without the indentation that they share, and without white space at their ends. */
export function fold(lines: readonly string[]): string[] {
  const indent = indentOf(lines).length;
  return lines.map((line) => line.slice(indent).trimEnd());
}

/** The first and the line behind the last that are not blank. */
export function trimmed(lines: readonly string[]): readonly [from: number, to: number] {
  const from = lines.findIndex((line) => line.trim() !== '');
  return from < 0 ? [0, 0] : [from, lines.findLastIndex((line) => line.trim() !== '') + 1];
}
