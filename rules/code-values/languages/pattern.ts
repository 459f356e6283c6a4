import type { Span } from '../../../src/rule.js';
import { lineStarts } from '../../../src/rule.js';
import { code } from '../message.js';
import type { Selector } from '../options.js';
import type { Constants, Language, PackageFile, Query } from './language.js';
import { compilePattern } from './pattern/compile.js';
import { PatternError, parsePattern } from './pattern/parse.js';
import { search } from './pattern/search.js';
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

const longest = 10_000;

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
  const compiled = compile(source, group);
  if ('wrong' in compiled) return { values, long };
  const { program, count, number } = compiled;
  const starts = lineStarts(text);
  const lineOf = (index: number) => text.slice(starts[index], starts[index + 1]).replace(/[\r\n]+$/, '');
  const first = after === undefined ? -1 : starts.findIndex((_, index) => lineOf(index).includes(after));
  if (after !== undefined && first < 0) return { values, long, lost: after };
  for (let index = first + 1; index < starts.length; index++) {
    const line = lineOf(index);
    const start = starts[index] as number;
    if (until !== undefined && line.includes(until)) return { values, long };
    if (line.length > longest) {
      long.push([start, start + longest]);
      continue;
    }
    const characters = [...line];
    const offsets = [0];
    for (const character of characters) offsets.push((offsets.at(-1) as number) + character.length);
    for (const groups of search(program, count, characters)) {
      const found = groups[number];
      if (!found || found[0] === found[1]) continue;
      const span = [start + (offsets[found[0]] as number), start + (offsets[found[1]] as number)] as const;
      values.push({ text: text.slice(...span), span });
    }
  }
  return { values, long, ...(until === undefined ? {} : { lost: until }) };
}

function compile(source: string, group: string | number | undefined) {
  try {
    const pattern = parsePattern(source);
    const number =
      typeof group === 'string' ? pattern.groups.get(group) : (group ?? Math.min(1, pattern.count));
    if (number === undefined || number > pattern.count)
      return { wrong: `it has no group ${code(String(group))}` };
    return { program: compilePattern(pattern), count: pattern.count, number };
  } catch (error) {
    if (error instanceof PatternError) return { wrong: error.message };
    throw error;
  }
}

function find(
  files: readonly PackageFile<Found>[],
  source: string,
  { group }: Options,
  query: Query,
): Constants {
  const compiled = compile(source, group);
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
      value: { unread: `its line is longer than ${longest} characters` },
      form: () => undefined,
    })),
  ]);
  if (candidates.length === 0) return { missing: `The pattern matches nothing in ${query.file}.` };
  return chooseValues(candidates, 'the pattern', query);
}
