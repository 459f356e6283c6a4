import { columns } from './columns.js';

/** Columns of prose on a terminal that has more of them. */
export const readable = 100;

/**
 * Breaks safe text at its spaces into lines of at most `width` columns, and no more than people like to
 * read. What stands in backticks is broken only where it is longer than a line.
 */
export function wrap(text: string, width: number): string[] {
  const limit = Math.min(width, readable);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words(text, limit)) {
    const size = columns(word);
    if (line !== '' && used + size > limit) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && word.trim() === '' && lines.length > 0) continue;
    line += word;
    used += size;
  }
  return [...lines, line.trimEnd()];
}

/** Words and the runs of spaces between them. */
function words(text: string, width: number): string[] {
  const found = text.match(/ +|(?:`[^`]*`|[^ `]|`)+/g) ?? [];
  return found.flatMap((word) =>
    word.includes(' ') && columns(word) > width ? word.split(/(?<= )(?! )/) : [word],
  );
}
