/** As many lists, quotes or links in each other take micromark some seconds; a tree of as many levels is refused. */
const maxNested = 500;

const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$))/y;

/**
 * A place where lists, quotes or links may be nested so deeply that mdast-util-from-markdown would take minutes.
 * Undefined for every page that a person wrote.
 */
export function deepestPlace(text: string): number | undefined {
  const indents: number[] = [];
  const brackets = bracketCounter();
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let at = start;
    let markers = 0;
    container.lastIndex = start;
    for (let match = container.exec(text); match && match.index < end; match = container.exec(text)) {
      const column = container.lastIndex - start;
      at = container.lastIndex;
      if (markers++ === 0) while (indents.length > 0 && (indents.at(-1) as number) >= column) indents.pop();
      if (match[0].at(-1) !== '>') indents.push(column);
      if (Math.max(indents.length, markers) > maxNested) return start;
    }
    if (brackets(text.slice(at, end))) return start;
    start = end + 1;
  }
  return undefined;
}

/** Tells, line by line, whether so many brackets are open, and so many closed as links within another bracket. */
function bracketCounter(): (line: string) => boolean {
  let depth = 0;
  let deepest = 0;
  let closed = 0;
  return (line) => {
    if (line.trim() === '') {
      depth = 0;
      deepest = 0;
      closed = 0;
    }
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code === 91) deepest = Math.max(deepest, ++depth);
      else if (code === 93 && depth > 0 && --depth > 0 && /[[(]/.test(line[at + 1] ?? '')) closed++;
    }
    return deepest > maxNested && closed > maxNested;
  };
}
