/** The words of an attribute list; white space in quotes is part of a word. Undefined when a quote stays open. */
export function splitAttributes(list: string): readonly string[] | undefined {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < list.length; at++) {
    const character = list[at] as string;
    if (/\s/.test(character)) {
      if (start >= 0) words.push(list.slice(start, at));
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (character === '"' || character === "'") {
      at = list.indexOf(character, at + 1);
      if (at < 0) return undefined;
    }
  }
  if (start >= 0) words.push(list.slice(start));
  return words;
}
