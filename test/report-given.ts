import { expect } from 'vitest';
import type { Problem, Range, Result } from '../src/model.js';
import type { ReportContext } from '../src/report/format.js';
import { formats } from '../src/report/formats.js';
import { lineColumn, lineStarts } from '../src/text.js';

export const guide = 'docs/guide.md';

export function rangeIn(text: string, start: number, end: number): Range {
  const starts = lineStarts(text);
  const [from, to] = [lineColumn(starts, start), lineColumn(starts, end)];
  return { ...from, endLine: to.line, endColumn: to.column };
}

/** Where `marked` stands in `text`. */
export function at(text: string, marked: string): Range {
  const start = text.indexOf(marked);
  expect(start).toBeGreaterThanOrEqual(0);
  return rangeIn(text, start, start + marked.length);
}

export function problem(range: Range, more: Partial<Problem> = {}): Problem {
  return {
    rule: 'broken-links',
    code: 'missing-file',
    severity: 'error',
    path: guide,
    message: 'No file `docs/nope.md`.',
    fingerprint: '9f2c',
    related: [],
    ...range,
    ...more,
  };
}

export function result(problems: readonly Problem[], more: Partial<Result> = {}): Result {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const summary = { files: 495, errors, warnings: problems.length - errors, fixable: 0 };
  return { problems, failures: [], notes: [], summary, ...more };
}

export function contextOf(
  files: Readonly<Record<string, string>>,
  more: Partial<ReportContext> = {},
): ReportContext {
  const tool = { name: 'docs-lint', version: '0.1.0' };
  return { tool, color: 0, hyperlinks: false, width: 80, root: '/w', text: (path) => files[path], ...more };
}

export function render(name: string, given: Result, context: ReportContext): string {
  const rendered = formats.get(name)?.render(given, context) ?? '';
  return typeof rendered === 'string' ? rendered : [...rendered].join('');
}

/** Text without the colours and hyperlinks that a report puts into it. */
export function withoutOurEscapes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\u001b(?:\[[0-9;]*m|\]8;;[!-~]*\u001b\\)/g, '');
}
