import type { Result } from '../model.js';
import { details, type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { inRepository } from './in-repository.js';
import { safeAzure, safeAzureProperty } from './safe.js';

/** Issues of a run in Azure Pipelines: a logging command for each problem, and no other line. */
export const azure: Format = { name: 'azure', render };

function* render(result: Result, context: ReportContext): Iterable<string> {
  for (const entry of entries(result)) yield `${command(entry, context)}\n`;
}

function command(entry: Entry, context: ReportContext): string {
  const { severity, path, line, column, name } = entry;
  const properties = [
    ['type', severity],
    ...(path === '' ? [] : [['sourcepath', inRepository(path, context)]]),
    ...(line === undefined ? [] : [['linenumber', line]]),
    ...(column === undefined ? [] : [['columnnumber', column]]),
    ['code', name],
  ].map(([key, value]) => `${key}=${safeAzureProperty(String(value))};`);
  const text = [entry.message, ...details(entry)].map(safeAzure).join('%0A');
  return `##vso[task.logissue ${properties.join('')}]${text}`;
}
