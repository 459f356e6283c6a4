import type { Problem, Result } from '../../src/model.js';
import type { ReportContext } from '../../src/report/format.js';
import { formats } from '../../src/report/formats.js';

/** A result with a text in every place that text can get to. */
export function resultWith(text: string): Result {
  const range = { line: 1, column: 1, endLine: 1, endColumn: 1 + text.length };
  const problem: Problem = {
    ...{ rule: text, code: text, severity: 'error', path: text, message: text, fingerprint: text, ...range },
    related: [
      { ...range, path: text, message: text },
      { ...range, path: `${text}?`, message: `\`${text}\`` },
    ],
    fix: { safe: true, description: text, edits: [{ path: text, start: 0, end: 1, text }] },
  };
  const failures = [{ path: text, line: 1, column: 2, message: text }];
  const summary = { files: 1, errors: 1, warnings: 0, fixable: 1 };
  return { problems: [problem], failures, notes: [text], summary };
}

/** Terminals of all kinds, and the text as the name of the tool, the source of the page, and all over the graph. */
export function contextsWith(text: string): ReportContext[] {
  const shared = {
    tool: { name: text, version: text },
    root: `/${text}`,
    text: (path: string) => (path === text ? text : undefined),
    about: () => ({ summary: text, advice: text }),
    rulesUrl: (rule: string) => `https://example.com/${rule}`,
    graph: () => ({
      nodes: [
        { path: text, kind: 'page' as const },
        { path: `${text}/x`, kind: 'missing' as const },
      ],
      edges: [{ from: text, to: `${text}/x`, line: 1, column: 1, fragment: text, broken: true }],
    }),
  };
  return [
    { ...shared, color: 0, hyperlinks: false, width: 20 },
    { ...shared, color: 0, hyperlinks: false, width: 80 },
    { ...shared, color: 3, hyperlinks: true, width: 40 },
    { ...shared, color: 1, hyperlinks: true, width: 200 },
  ];
}

/** What a format makes of a text, on each kind of terminal. */
export function reportsOf(format: string, text: string): string[] {
  return contextsWith(text).map((context) =>
    [...(formats.get(format)?.render(resultWith(text), context) ?? [])].join(''),
  );
}
