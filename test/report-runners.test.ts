import { describe, expect, it } from 'vitest';
import { renderDiff } from '../src/report/diff.js';
import { renderFailure, renderIssue } from '../src/report/failure.js';
import type { ReportContext } from '../src/report/format.js';
import { formats } from '../src/report/formats.js';
import { graphFormats } from '../src/report/graph.js';
import { safeRaw, visible } from '../src/report/safe.js';
import { contextsWith, reportsOf, resultWith } from './harness/every-report.js';
import { hostileTexts } from './harness/hostile-texts.js';
import {
  azureCommand,
  type Command,
  githubCommand,
  gitlabCommand,
  linesOf,
  teamcityCommand,
  terminalCommand,
} from './harness/runners.js';
import { withoutOurEscapes } from './report-given.js';

/** What each reader of a log takes for more than text. */
const readers: Readonly<Record<string, (output: string) => readonly (Command | undefined)[]>> = {
  'a terminal': (output) => [terminalCommand(withoutOurEscapes(output))],
  GitHub: (output) => readBoth(output, githubCommand),
  Azure: (output) => readBoth(output, azureCommand),
  GitLab: (output) => [gitlabCommand(output), gitlabCommand(withoutOurEscapes(output))],
  TeamCity: (output) => readBoth(output, teamcityCommand),
};

/** With the colours of the report, and as if they were not there. */
function readBoth(output: string, read: (line: string) => Command | undefined) {
  return [output, withoutOurEscapes(output)].flatMap(linesOf).map(read);
}

/** The reports that are commands for a reader: their own command, and their own properties. */
const own: Readonly<
  Record<string, { readonly reader: string; readonly name: RegExp; readonly keys: string }>
> = {
  github: { reader: 'GitHub', name: /^(?:error|warning)$/, keys: 'file,line,endLine,col,endColumn,title' },
  azure: { reader: 'Azure', name: /^task\.logissue$/, keys: 'type,sourcepath,linenumber,columnnumber,code' },
};

/** All that is printed with text of pages in it: reports, link graphs, errors, and diffs where a CI listens. */
const printed: ReadonlyMap<string, (text: string) => readonly string[]> = new Map([
  ...[...formats.keys()].map((format) => [format, (text: string) => reportsOf(format, text)] as const),
  ...[...graphFormats].map(
    ([format, write]) => [`graph ${format}`, (text: string) => graphsOf(text).map(write)] as const,
  ),
  [
    'a file that could not be checked',
    (text) => contextsWith(text).flatMap((context) => failuresOf(text, context)),
  ],
  ['an error of the config', (text) => contextsWith(text).map((context) => issueOf(text, context))],
  ['a diff in a log', (text) => [diffOf(text)]],
]);

const graphsOf = (text: string) => contextsWith(text).flatMap(({ graph }) => graph?.() ?? []);
const failuresOf = (text: string, context: ReportContext) =>
  resultWith(text).failures.map((failure) => renderFailure(failure, context));
const issueOf = (text: string, context: ReportContext) =>
  renderIssue({ message: text, place: { path: text, line: 1, column: 1 }, frame: ` 1 | ${text}` }, context);
const diffOf = (text: string) =>
  [
    ...renderDiff([
      { path: text, before: `${text}\n${text}`, edits: [{ path: text, start: 0, end: 0, text }] },
    ]),
  ]
    .join('')
    .split('\n')
    .map(safeRaw)
    .join('\n');

const cases = Object.keys(readers).flatMap((reader) =>
  [...printed.keys()]
    .filter((name) => !(reader === 'a terminal' && name === 'a diff in a log'))
    .map((name) => [reader, name] as const),
);

describe.each(cases)('to %s, all of %s is text, where a page has what', (reader, format) => {
  it.each(hostileTexts)('%s', (_, text) => {
    for (const output of printed.get(format)?.(text) ?? []) {
      const found = readers[reader]?.(output).filter((command) => command !== undefined) ?? [];
      if (own[format]?.reader !== reader) {
        expect(found).toEqual([]);
        continue;
      }
      const { name, keys } = own[format];
      expect(found).toHaveLength(4);
      for (const command of found) {
        expect(command.name).toMatch(name);
        const unknown = Object.keys(command.properties).filter((key) => !keys.split(',').includes(key));
        expect(unknown).toEqual([]);
        const path = command.properties.file ?? command.properties.sourcepath ?? '';
        expect(stripped(path)).toBe(stripped(visible(text)));
        expect(stripped(command.data)).toContain(stripped(visible(text)));
      }
    }
  });
});

/** Without the backslashes that disarm, and what a runner overlooks. */
function stripped(text: string): string {
  return text.replaceAll('\\', '').replace(/[\p{M}\u0640]/gu, '');
}
