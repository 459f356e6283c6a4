import { code, linePattern, lineStarts, longestLine, type Span } from '../../../src/rule.js';
import type { Selector } from '../options.js';
import type { Constants, Language, PackageFile, Query } from './language.js';
import { type Candidate, chooseValues } from './shared/choose.js';

/** What a pattern finds in a file. Plain JSON. */
type Found = {
  readonly values: readonly { readonly text: string; readonly span: Span }[];
  /** Lines that are too long to be searched. */
  readonly long: readonly Span[];
  /** A text that no line holds. */
  readonly lost?: string;
};

type Options = Pick<Selector, 'group' | 'after' | 'until'>;

/** Values that a regular expression finds, a line at a time. */
export function patternLanguage(pattern: string, options: Options): Language<Found> {
  const { group, after, until } = options;
  return {
    id: `pattern ${JSON.stringify([pattern, group, after, until])}`,
    title: 'a pattern',
    extensions: [],
    inPackage: () => true,
    read: (text) => readLines(text, pattern, options),
    link: (files) => ({ find: (query) => find(files, pattern, options, query) }),
  };
}

function readLines(text: string, source: string, { group, after, until }: Options): Found {
  const values: { text: string; span: Span }[] = [];
  const long: Span[] = [];
  const compiled = linePattern(source, group);
  if ('wrong' in compiled) return { values, long };
  const starts = lineStarts(text);
  const lineOf = (index: number) => text.slice(starts[index], starts[index + 1]).replace(/[\r\n]+$/, '');
  const first = after === undefined ? -1 : starts.findIndex((_, index) => lineOf(index).includes(after));
  if (after !== undefined && first < 0) return { values, long, lost: after };
  for (let index = first + 1; index < starts.length; index++) {
    const line = lineOf(index);
    const start = starts[index] as number;
    if (until !== undefined && line.includes(until)) return { values, long };
    if (line.length > longestLine) long.push([start, start + longestLine]);
    for (const [from, to] of compiled.matches(line)) {
      values.push({ text: line.slice(from, to), span: [start + from, start + to] });
    }
  }
  return { values, long, ...(until === undefined ? {} : { lost: until }) };
}

function find(
  files: readonly PackageFile<Found>[],
  source: string,
  { group }: Options,
  query: Query,
): Constants {
  const compiled = linePattern(source, group);
  if ('wrong' in compiled) return { missing: `The pattern cannot be used: ${compiled.wrong}.` };
  const own = files.filter(({ path }) => query.files.includes(path));
  const lost = own.find(({ file }) => file.lost !== undefined);
  if (lost) return { missing: `${lost.path} has no line that holds ${code(lost.file.lost ?? '')}.` };
  const candidates = own.flatMap(({ path, file: { values, long } }): Candidate[] => [
    ...values.map(({ text, span }) => ({ path, span, value: { text }, form: () => undefined })),
    ...long.map((span) => ({
      path,
      span,
      label: query.at(path, span),
      value: { unread: `its line is longer than ${longestLine} characters` },
      form: () => undefined,
    })),
  ]);
  if (candidates.length === 0) return { missing: `The pattern matches nothing in ${query.file}.` };
  return chooseValues(candidates, 'the pattern', query);
}
