import type { Span } from '../../../src/rule.js';
import { lineColumn, lineStarts } from '../../../src/rule.js';
import type { Mistake } from './mistake.js';

/** Lines that git leaves in a file; no line of valid JSON can look like one. */
const marker = /^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$).*/gm;

/** One mistake for each conflict, and one for each marker that is left over from one. */
export function conflictMarkers(text: string): Mistake[] {
  const mistakes: Mistake[] = [];
  const starts = lineStarts(text);
  let open: Span | undefined;
  const leftOver = (span: Span) => {
    mistakes.push({ span, message: 'This line is left over from a git conflict. Remove it.' });
  };
  for (const match of text.matchAll(marker)) {
    const span: Span = [match.index, match.index + match[0].trimEnd().length];
    if (match[1]?.startsWith('<')) {
      if (open) leftOver(open);
      open = span;
    } else if (!open) {
      leftOver(span);
    } else if (match[1]?.startsWith('>')) {
      const last = lineColumn(starts, span[0]).line;
      mistakes.push({
        span: open,
        message: `A git conflict up to line ${last} is not resolved. Keep one of its sides, and remove the lines of \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
      });
      open = undefined;
    }
  }
  if (open) leftOver(open);
  return mistakes;
}
