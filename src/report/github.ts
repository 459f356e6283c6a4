import type { Result } from '../model.js';
import { details, type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { inRepository } from './in-repository.js';
import { safeGithub, safeGithubProperty } from './safe.js';

/** Annotations of GitHub Actions: a workflow command for each problem, and no other line. */
export const github: Format = { name: 'github', render };

function* render(result: Result, context: ReportContext): Iterable<string> {
  for (const entry of entries(result)) yield `${command(entry, context)}\n`;
}

function command(entry: Entry, context: ReportContext): string {
  const properties = [
    ...(entry.path === '' ? [] : [['file', inRepository(entry.path, context)]]),
    ...place(entry),
    ['title', `${context.tool.name}: ${entry.name}`],
  ].map(([name, value]) => `${name}=${safeGithubProperty(String(value))}`);
  const text = [entry.message, ...details(entry)].map(safeGithub).join('%0A');
  return `::${entry.severity} ${properties.join(',')}::${text}`;
}

/** GitHub takes no columns where lines differ. */
function place({ line, column, endLine = line, endColumn = column }: Entry): (string | number)[][] {
  if (line === undefined) return [];
  const lines = [
    ['line', line],
    ['endLine', endLine ?? line],
  ];
  if (column === undefined || endLine !== line) return lines;
  return [...lines, ['col', column], ['endColumn', endColumn ?? column]];
}
