import type { Result } from '../model.js';
import { byPage } from './by-page.js';
import { details, type Entry, entries } from './entries.js';
import type { Format } from './format.js';
import { safeXml } from './safe.js';

/** Checkstyle's XML, which Jenkins and many an editor read. */
export const checkstyle: Format = { name: 'checkstyle', render };

function* render(result: Result): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  for (const [path, found] of byPage(entries(result))) {
    yield `  <file name="${safeXml(path)}">\n${found.map(row).join('')}  </file>\n`;
  }
  yield '</checkstyle>\n';
}

function row(entry: Entry): string {
  const { line = 1, column, severity, message, name } = entry;
  const place = [`line="${line}"`, ...(column === undefined ? [] : [`column="${column}"`])].join(' ');
  const text = [message, ...details(entry)].map(safeXml).join('&#10;');
  return `    <error ${place} severity="${severity}" message="${text}" source="${safeXml(name)}"/>\n`;
}
