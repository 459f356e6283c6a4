import type { Nodes } from 'mdast';

/** A text with other characters at some offsets. */
export function replaceAt(text: string, replacements: ReadonlyMap<number, string>): string {
  const parts: string[] = [];
  let end = 0;
  for (const offset of [...replacements.keys()].sort((a, b) => a - b)) {
    parts.push(text.slice(end, offset), replacements.get(offset) as string);
    end = offset + 1;
  }
  return parts.join('') + text.slice(end);
}

/**
 * Stand-ins for characters, each in no text but its own: punctuation for punctuation, so that emphasis
 * around it stays emphasis, and a private letter for a letter. Undefined when the text has used them all.
 */
export function standIns(text: string, characters: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let punctuation = 0x2e00;
  let letter = 0xe000;
  for (const character of characters) {
    const isLetter = /[a-z]/i.test(character);
    let candidate: string;
    do candidate = String.fromCharCode(isLetter ? letter++ : punctuation++);
    while (text.includes(candidate));
    if (punctuation > 0x2e50 || letter > 0xf8ff) return undefined;
    found.set(character, candidate);
  }
  return found;
}

/** Puts the characters back in every string of a tree; `originals` has them by their stand-ins. */
export function reveal(node: Nodes, originals: ReadonlyMap<string, string>): void {
  const pattern = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  revealIn(node as unknown as Record<string, unknown>, pattern, originals);
}

function revealIn(
  value: Record<string, unknown>,
  pattern: RegExp,
  originals: ReadonlyMap<string, string>,
): void {
  for (const [key, held] of Object.entries(value)) {
    if (typeof held === 'string') {
      value[key] = held.replace(pattern, (character) => originals.get(character) as string);
    } else if (held !== null && typeof held === 'object' && key !== 'position') {
      revealIn(held as Record<string, unknown>, pattern, originals);
    }
  }
}
