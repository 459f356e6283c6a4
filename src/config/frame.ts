import type { Span } from '../model.js';
import { lineColumn, lineText } from '../text.js';

const widest = 100;

/** The line in which a span starts, its number before it and carets below; long lines are cut around them. */
export function frame(text: string, starts: readonly number[], span: Span): string {
  const { line, column } = lineColumn(starts, span[0]);
  const whole = lineText(text, starts, line);
  const from = column <= widest ? 0 : column - 1 - widest / 2;
  const shown = whole.slice(from, from + widest);
  const lead = from > 0 ? '…' : '';
  const before = lead + shown.slice(0, column - 1 - from);
  const carets = Math.max(1, Math.min(span[1] - span[0], shown.length - (column - 1 - from)));
  const gutter = ` ${line} | `;
  const tail = from + widest < whole.length ? '…' : '';
  return [
    gutter + lead + shown + tail,
    `${' '.repeat(gutter.length - 2)}| ${before.replace(/[^\t]/g, ' ')}${'^'.repeat(carets)}`,
  ].join('\n');
}
