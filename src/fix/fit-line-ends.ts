/** Text to be put in at an offset, its line ends those of the lines around it. */
export function fitLineEnds(text: string, offset: number, put: string): string {
  if (!put.includes('\n')) return put;
  const lineEnd = lineEndNear(text, offset);
  return put.replace(/\r?\n/g, lineEnd);
}

/** Of the line itself; of the last line, that of the one before. */
function lineEndNear(text: string, offset: number): string {
  const next = text.indexOf('\n', offset);
  const at = next < 0 ? text.lastIndexOf('\n', offset - 1) : next;
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
