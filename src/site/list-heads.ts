/**
 * What the items of every `key: [ … ]` of `source` begin with: the text of a string, the name that is called or handed
 * over, `...name` of a spread. An item that is a list itself, a plugin with its options, begins with its first. A list
 * that is not written out is `*`.
 */
export function listHeads(source: string, key: string): readonly string[] {
  const pattern = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*(?:,|:\\s*(\\[)?)`, 'g');
  return [...source.matchAll(pattern)].slice(0, 20).flatMap((match) => {
    if (match[1] === undefined) return ['*'];
    return itemsOf(source, match.index + match[0].length).flatMap(headOf);
  });
}

/** The texts between the commas of a list, up to its end. */
function itemsOf(source: string, start: number): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < source.length; at++) {
    const char = source[at] as string;
    if (depth === 0 && (char === ',' || char === ']')) {
      items.push(source.slice(from, at));
      from = at + 1;
      if (char === ']') break;
    } else if (/[[({]/.test(char)) depth++;
    else if (/[\])}]/.test(char)) depth--;
  }
  return items;
}

function headOf(item: string): string[] {
  const match = /^[\s[]*(?:await\s+|new\s+)?(?:'([^'\n]*)'|"([^"\n]*)"|(\.{3})?\s*([\w$.]+))/.exec(item);
  if (!match) return item.trim() === '' ? [] : ['*'];
  return [match[1] ?? match[2] ?? `${match[3] ?? ''}${match[4]}`];
}
