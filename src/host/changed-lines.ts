/** Lines of a text that another does not have, each from 1, and what stood in their place. */
export interface LineDifference {
  /** Lines of the new text that were added or modified. */
  readonly added: ReadonlySet<number>;
  /** Lines that are gone, each with the line of the new text that it stood before. */
  readonly removed: readonly { readonly text: string; readonly at: number }[];
}

/** How many lines that are not the same are worked out to the smallest difference. */
const most = 1000;

/** What was done to a text, line by line; ends of lines do not count. */
export function changedLines(before: string, now: string): LineDifference {
  const [a, b] = [linesOf(before), linesOf(now)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const kept = commonLines(middleA, middleB);
  const added = new Set(middleB.keys());
  const removed: { text: string; at: number }[] = [];
  let [atA, atB] = [0, 0];
  for (const [keptA, keptB] of [...kept, [middleA.length, middleB.length] as const]) {
    for (; atA < keptA; atA++) removed.push({ text: middleA[atA] as string, at: start + atB + 1 });
    added.delete(keptB);
    [atA, atB] = [keptA + 1, keptB + 1];
  }
  return { added: new Set([...added].map((line) => start + line + 1)), removed };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Places of lines that both have, in order, as many as can be: Myers' greedy way through the grid of edits. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const steps: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(a.length + b.length, most); edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [below, right] = [furthest.get(diagonal + 1) ?? -1, (furthest.get(diagonal - 1) ?? -1) + 1];
      let x = diagonal === -edits || (diagonal !== edits && right <= below) ? below : right;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return wayBack(a.length, b.length, steps);
    }
    steps.push(new Map(furthest));
  }
  return [];
}

function wayBack(
  lengthA: number,
  lengthB: number,
  steps: readonly ReadonlyMap<number, number>[],
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  let [x, y] = [lengthA, lengthB];
  for (let edits = steps.length; edits >= 0; edits--) {
    const before = steps[edits - 1];
    const diagonal = x - y;
    const [below, right] = [before?.get(diagonal + 1) ?? -1, (before?.get(diagonal - 1) ?? -1) + 1];
    const isDown = diagonal === -edits || (diagonal !== edits && right <= below);
    const startX = before ? (isDown ? below : right - 1) : 0;
    const startY = before ? startX - (isDown ? diagonal + 1 : diagonal - 1) : 0;
    const stepX = before ? (isDown ? below : right) : 0;
    while (x > stepX && x > 0 && y > 0) kept.push([--x, --y]);
    [x, y] = [startX, startY];
  }
  return kept.reverse();
}
