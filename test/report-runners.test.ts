import { describe, expect, it } from 'vitest';
import { formats } from '../src/report/formats.js';
import { visible } from '../src/report/safe.js';
import { reportsOf } from './harness/every-report.js';
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

const cases = Object.keys(readers).flatMap((reader) =>
  [...formats.keys()].map((format) => [reader, format] as const),
);

describe.each(cases)('to %s, the report %s is text, and of a page that', (reader, format) => {
  it.each(hostileTexts)('%s', (_, text) => {
    for (const output of reportsOf(format, text)) {
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
