/**
 * Maps offsets in a node's value to offsets in the document. They differ where a block stands in a quote or
 * a list, whose markers are not part of the value: each line of the value is then the end of a line of the source.
 */
export function projectOffsets(
  text: string,
  start: number,
  end: number,
  value: string,
): (offset: number) => number {
  if (text.startsWith(value, start)) return (offset) => start + offset;
  const source = text.slice(start, end).split('\n');
  const lines = value.split('\n');
  const map: (readonly [value: number, source: number])[] = [];
  let inValue = 0;
  let inSource = start;
  for (const [index, line] of lines.entries()) {
    const original = (source[index] ?? '').replace(/\r$/, '');
    map.push([inValue, inSource + Math.max(0, original.length - line.replace(/\r$/, '').length)]);
    inValue += line.length + 1;
    inSource += (source[index]?.length ?? 0) + 1;
  }
  return (offset) => {
    let at = 0;
    while (at + 1 < map.length && (map[at + 1] as readonly [number, number])[0] <= offset) at++;
    const [valueStart, sourceStart] = map[at] ?? [0, start];
    return Math.min(end, sourceStart + offset - valueStart);
  };
}
