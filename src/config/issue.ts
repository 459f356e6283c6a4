import type { Issue } from '../errors.js';
import type { Span } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';
import { frame } from './frame.js';

/** An issue at a place of a config file; without a span, of the whole file. */
export function issueAt(
  file: { readonly name: string; readonly text: string },
  span: Span | undefined,
  message: string,
): Issue {
  if (span === undefined) return { message, place: { path: file.name } };
  const place = { path: file.name, ...lineColumn(lineStarts(file.text), span[0]) };
  return { message, place, frame: frame(file.text, span) };
}
