import type { LintError } from 'markdownlint';
import type { Edit, Fix, Path, Span } from '../../src/rule.js';

export interface Page {
  readonly path: Path;
  readonly text: string;
  readonly starts: readonly number[];
  /** What the page's lines end with, most of them. */
  readonly lineEnd: string;
}

/** The library's fix, which speaks of one line, as an edit. */
export function toFix({ fixInfo, lineNumber }: LintError, page: Page): Fix | undefined {
  if (!fixInfo) return undefined;
  const { editColumn = 1, deleteCount = 0, insertText = '' } = fixInfo;
  const [start, end] = spanOfLine(fixInfo.lineNumber ?? lineNumber, page);
  if (deleteCount < 0) return made('Remove the line', wholeLine([start, end], page), '', page);
  const from = Math.min(start + editColumn - 1, end);
  const to = Math.min(from + deleteCount, end);
  const text = insertText.replaceAll('\n', page.lineEnd);
  return made(describe(page.text.slice(from, to), insertText), [from, to], text, page);
}

/** Without its line end; the last line for one behind it. */
export function spanOfLine(line: number, { text, starts }: Page): Span {
  const start = starts[line - 1] ?? starts.at(-1) ?? 0;
  let end = starts[line] ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return [start, end];
}

/** With its line end; the last line with the one before it. */
function wholeLine([start, end]: Span, { text, starts }: Page): Span {
  const next = starts.find((one) => one > end);
  if (next !== undefined) return [start, next];
  const before = start >= 2 && text.slice(start - 2, start) === '\r\n' ? start - 2 : Math.max(0, start - 1);
  return [before, text.length];
}

function made(description: string, [start, end]: Span, text: string, { path }: Page): Fix {
  const edits: Edit[] = [{ path, start, end, text }];
  return { safe: true, description, edits };
}

function describe(removed: string, inserted: string): string {
  if (removed === '')
    return inserted.trim() === '' ? `Insert ${blank(inserted)}` : `Insert ${shown(inserted)}`;
  if (inserted === '') return removed.trim() === '' ? `Remove ${blank(removed)}` : `Remove ${shown(removed)}`;
  return removed.trim() === '' && inserted.trim() === ''
    ? 'Replace the white space'
    : `Replace ${shown(removed)} by ${shown(inserted)}`;
}

function blank(text: string): string {
  if (/[\r\n]/.test(text)) return 'a line end';
  return text.length === 1 ? 'one space' : 'the white space';
}

function shown(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-15)}` : text;
  return `\`${short.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}
