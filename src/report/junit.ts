import type { Path, Result } from '../model.js';
import { byPage } from './by-page.js';
import { details, type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { safeXml } from './safe.js';

/**
 * JUnit's XML, which every CI shows: a suite for each page, and a test case for each problem. An error is a failure,
 * a warning, which fails no run, is a case that was skipped, and a file that could not be checked is an error.
 */
export const junit: Format = { name: 'junit', render };

function* render(result: Result, context: ReportContext): Iterable<string> {
  const all = entries(result);
  const name = safeXml(context.tool.name);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="${name}" ${counts(all)}>\n`;
  if (all.length === 0) {
    yield `  <testsuite name="${name}" ${counts(all)}>\n`;
    yield `    <testcase classname="${name}" name="${result.summary.files} pages without a problem"/>\n`;
    yield '  </testsuite>\n';
  }
  for (const [path, found] of byPage(all)) yield suite(path, found);
  yield '</testsuites>\n';
}

function suite(path: Path, found: readonly Entry[]): string {
  const rows = [
    `  <testsuite name="${safeXml(path)}" ${counts(found)}>`,
    ...found.flatMap(testCase),
    '  </testsuite>',
  ];
  return rows.map((row) => `${row}\n`).join('');
}

function testCase(entry: Entry): string[] {
  const { name, path, message, line, column } = entry;
  const position = [line, column].filter((number) => number !== undefined).join(':');
  const title = safeXml(position === '' ? name : `${name} at ${position}`);
  const text = [`${path}${position && `:${position}`}: ${message}`, ...details(entry)]
    .map(safeXml)
    .join('&#10;');
  const kind = kindOf(entry);
  const type = kind === 'skipped' ? '' : ` type="${safeXml(name)}"`;
  return [
    `    <testcase classname="${safeXml(path)}" name="${title}" file="${safeXml(path)}">`,
    `      <${kind} message="${safeXml(message)}"${type}>${text}</${kind}>`,
    '    </testcase>',
  ];
}

function kindOf({ problem, severity }: Entry): 'failure' | 'error' | 'skipped' {
  if (problem === undefined) return 'error';
  return severity === 'error' ? 'failure' : 'skipped';
}

function counts(found: readonly Entry[]): string {
  const of = (kind: string) => found.filter((entry) => kindOf(entry) === kind).length;
  const tests = Math.max(1, found.length);
  return `tests="${tests}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
