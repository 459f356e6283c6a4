import { fold } from './fold.js';

/** How many places are looked at more closely. */
const most = 50;

/** Where lines stand in others, as indices, whatever the indentation that they share; blank ones are found nowhere. */
export function findLines(wanted: readonly string[], lines: readonly string[]): number[] {
  const words = wanted.map((line) => line.trim());
  if (words.every((line) => line === '')) return [];
  const folded = fold(wanted);
  return placesOf(
    words,
    lines.map((line) => line.trim()),
  ).filter((at) => {
    const its = fold(lines.slice(at, at + wanted.length));
    return its.every((line, index) => line === folded[index]);
  });
}

/** By the algorithm of Knuth, Morris and Pratt, so that repeated lines cost nothing. */
function placesOf(wanted: readonly string[], lines: readonly string[]): number[] {
  const back: number[] = [0];
  for (let at = 1, held = 0; at < wanted.length; at++) {
    while (held > 0 && wanted[at] !== wanted[held]) held = back[held - 1] as number;
    if (wanted[at] === wanted[held]) held++;
    back.push(held);
  }
  const found: number[] = [];
  for (let at = 0, held = 0; at < lines.length && found.length < most; at++) {
    while (held > 0 && (held === wanted.length || lines[at] !== wanted[held]))
      held = back[held - 1] as number;
    if (lines[at] === wanted[held]) held++;
    if (held === wanted.length) found.push(at - held + 1);
  }
  return found;
}
