import type { Failure } from '../model.js';
import type { ReportContext, Terminal } from './format.js';
import { frame } from './frame.js';
import { type Look, lookOf } from './look.js';
import { safeLines, safeTerminal, visible } from './safe.js';

/** Something wrong with what the user gave, of a `UserError`. */
interface Issue {
  readonly message: string;
  readonly place?: { readonly path: string; readonly line?: number; readonly column?: number };
  /** The line of the place and carets below it, as plain text. */
  readonly frame?: string;
}

/** A file that could not be checked, for people, on stderr, with the line of the file when its text is there. */
export function renderFailure(failure: Failure, context: ReportContext): string {
  const look = lookOf(context);
  const { path, line, column = 1, message } = failure;
  const source = line === undefined ? undefined : look.source(path);
  const rows = said(message, failure, look);
  if (line !== undefined && source) {
    const range = { line, column, endLine: line, endColumn: column };
    const colours = { paintMark: look.error, paintGutter: look.faint };
    const style = { digits: String(line).length + 2, width: look.width, mark: '^', ...colours };
    rows.push(...frame(source, range, style), '');
  }
  return safeLines(rows);
}

/** An expected error for people, on stderr. Ends with a line end, and an empty line below a frame. */
export function renderIssue({ message, place, frame }: Issue, terminal: Terminal): string {
  const look = lookOf(terminal);
  const rows = said(message, place, look);
  if (frame !== undefined) rows.push(...frame.split('\n').map((row) => frameRow(row, look)), '');
  return safeLines(rows);
}

/** `error: path:line:column: message`, and each further line of the message on its own. */
function said(message: string, place: Issue['place'], look: Look): string[] {
  const where = place?.path ? [look.place(place.path, place.line, place.column)] : [];
  const [first = '', ...more] = message.split(/\r\n?|\n/).map((line) => look.prose(safeTerminal(line)));
  return [[look.error('error'), ...where, first].join(': '), ...more.map((line) => line && `  ${line}`)];
}

/** Carets are painted; tabs have one width here and above the carets. */
function frameRow(row: string, look: Look): string {
  const text = visible(row.replaceAll('\t', '    '));
  return /^[ |]*\^+$/.test(text) ? look.error(text) : text;
}
