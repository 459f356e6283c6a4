import type { Issue } from '../errors.js';
import type { Span } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';
import { frame } from './frame.js';

/** More than anybody reads of one file, and few enough for a text that is wrong all over. */
const most = 100;

type File = { readonly name: string; readonly text: string };

/** Issues at places of a config file, in the order of the text; one without a span is of the whole file. */
export function issuesAt(
  file: File,
  found: readonly { readonly span: Span | undefined; readonly message: string }[],
): Issue[] {
  const sorted = found.toSorted((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
  const starts = lineStarts(file.text);
  const issues = sorted.slice(0, most).map(({ span, message }): Issue => {
    if (span === undefined) return { message, place: { path: file.name } };
    const place = { path: file.name, ...lineColumn(starts, span[0]) };
    return { message, place, frame: frame(file.text, starts, span) };
  });
  const more = sorted.length - issues.length;
  if (more > 0) issues.push({ message: `${more} more errors are not shown.`, place: { path: file.name } });
  return issues;
}

/** One issue at a place of a config file; without a span, of the whole file. */
export function issueAt(file: File, span: Span | undefined, message: string): Issue {
  return issuesAt(file, [{ span, message }])[0] as Issue;
}
