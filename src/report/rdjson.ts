import type { Fix, Path, Range, Result } from '../model.js';
import { lineColumn } from '../text.js';
import { byPage } from './by-page.js';
import { byteColumns } from './byte-columns.js';
import { type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { type Source, sourceOf } from './frame.js';
import { safeJson } from './safe.js';

/** The Diagnostic Format of reviewdog, whose columns count bytes of UTF-8. */
export const rdjson: Format = { name: 'rdjson', render };

/** What positions of one file are in that format; without its text, lines alone. */
interface Places {
  readonly source?: Source;
  range(range: Partial<Range>): object | undefined;
}

function render(result: Result, context: ReportContext): string {
  const places = placesOf(context);
  const diagnostics = [...byPage(entries(result)).values()]
    .flat()
    .map((entry) => diagnostic(entry, places, context));
  const source = { name: context.tool.name };
  const severity = diagnostics.some(({ severity }) => severity === 'ERROR') ? 'ERROR' : 'WARNING';
  return safeJson(`${JSON.stringify({ source, severity, diagnostics }, null, 2)}\n`);
}

function diagnostic(entry: Entry, places: (path: Path) => Places, context: ReportContext) {
  const url = context.rulesUrl?.(entry.name.split('/')[0] as string);
  const suggestions = entry.fix ? suggested(entry.fix, entry.path, places(entry.path)) : [];
  const location = (path: Path, range: Partial<Range>) => ({ path, range: places(path).range(range) });
  return {
    message: entry.message,
    location: location(entry.path, entry),
    severity: entry.severity === 'error' ? 'ERROR' : 'WARNING',
    code: { value: entry.name, ...(url !== undefined && { url }) },
    ...(suggestions.length > 0 && { suggestions }),
    ...(entry.related.length > 0 && {
      related_locations: entry.related.map((related) => ({
        message: related.message,
        location: location(related.path, related),
      })),
    }),
  };
}

/** Only a fix of this very file, by one edit, can be accepted there whole. */
function suggested({ edits }: Fix, path: Path, { source, range }: Places): object[] {
  const [edit] = edits;
  if (!edit || edits.length > 1 || edit.path !== path || !source) return [];
  const [start, end] = [lineColumn(source.starts, edit.start), lineColumn(source.starts, edit.end)];
  return [{ range: range({ ...start, endLine: end.line, endColumn: end.column }), text: edit.text }];
}

function placesOf(context: ReportContext): (path: Path) => Places {
  const known = new Map<Path, Places>();
  return (path) => {
    const places = known.get(path) ?? read(context.text(path));
    known.set(path, places);
    return places;
  };
}

function read(text: string | undefined): Places {
  if (text === undefined) {
    return {
      range: ({ line, endLine = line }) =>
        line === undefined ? undefined : { start: { line }, end: { line: endLine } },
    };
  }
  const source = sourceOf(text);
  const column = byteColumns(source, text.startsWith('\ufeff'));
  return {
    source,
    range({ line, column: at = 1, endLine = line, endColumn = at }) {
      if (line === undefined) return undefined;
      const start = { line, column: column(line, at) };
      return { start, end: { line: endLine as number, column: column(endLine as number, endColumn) } };
    },
  };
}
