import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { validate as validateRdjson } from '@umbrelladocs/rdformat-validator';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { readXml, type XmlElement } from './read-xml.js';
import { azureCommand, type Command, githubCommand } from './runners.js';

const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(sarifSchema);

/** How many problems a report has, and files that could not be checked. */
interface Counts {
  readonly problems: number;
  readonly failures: number;
}

/** What takes a report of each format: its schema, its parser, or the rules that its reader documents. */
export const authorities: Readonly<Record<string, (report: string, counts: Counts) => void | Promise<void>>> =
  {
    sarif(report, { problems }) {
      const log = JSON.parse(report);
      isSarif(log);
      expect(isSarif.errors ?? []).toEqual([]);
      expect(log.runs[0].results).toHaveLength(problems);
      const rules = log.runs[0].tool.driver.rules as { readonly id: string }[];
      for (const { ruleId, ruleIndex } of log.runs[0].results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    },

    async rdjson(report, counts) {
      const { errors } = await validateRdjson(report, { strictMode: true });
      expect(errors).toEqual([]);
      expect(JSON.parse(report).diagnostics).toHaveLength(counts.problems + counts.failures);
    },

    junit(report, { problems, failures }) {
      const suites = readXml(report);
      expect(suites.name).toBe('testsuites');
      const cases = suites.children.flatMap((suite) => {
        expect(suite.name).toBe('testsuite');
        expectCounts(suite, suite.children);
        return suite.children;
      });
      expectCounts(suites, cases);
      expect(cases.filter(({ children }) => children.length > 0)).toHaveLength(problems + failures);
      for (const { name, attributes, children } of cases) {
        expect(name).toBe('testcase');
        expect(attributes.name && attributes.classname).toBeTruthy();
        expect(children.length).toBeLessThan(2);
      }
    },

    checkstyle(report, { problems, failures }) {
      const { name, attributes, children } = readXml(report);
      expect([name, attributes]).toEqual(['checkstyle', { version: '4.3' }]);
      const errors = children.flatMap((file) => {
        expect([file.name, Object.keys(file.attributes)]).toEqual(['file', ['name']]);
        return file.children;
      });
      expect(errors).toHaveLength(problems + failures);
      for (const { name, attributes } of errors) {
        expect(name).toBe('error');
        expect(attributes.severity).toMatch(/^(?:ignore|info|warning|error)$/);
        expect(attributes.line).toMatch(/^[1-9]\d*$/);
        expect(attributes.column ?? '1').toMatch(/^[1-9]\d*$/);
        expect(attributes.message && attributes.source).toBeTruthy();
      }
    },

    gitlab(report, { problems, failures }) {
      const issues = JSON.parse(report) as Record<string, never>[];
      expect(issues).toHaveLength(problems + failures);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
      for (const issue of issues) {
        expect(issue).toEqual({
          description: expect.stringMatching(/\S/),
          check_name: expect.stringMatching(/\S/),
          fingerprint: expect.stringMatching(/\S/),
          severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
          location: { path: expect.stringMatching(/^(?!\.?\/)/), lines: { begin: expect.any(Number) } },
        });
      }
    },

    github(report, { problems, failures }) {
      const commands = commandsOf(report, githubCommand);
      expect(commands).toHaveLength(problems + failures);
      for (const { name, properties, data } of commands) {
        expect(name).toMatch(/^(?:error|warning)$/);
        expect(properties.title).toMatch(/^docs-lint: \S+$/);
        const lines = [properties.line, properties.endLine].filter((line) => line !== undefined);
        for (const line of lines) expect(line).toMatch(/^[1-9]\d*$/);
        if (properties.col !== undefined) expect(properties.line).toBe(properties.endLine);
        expect(data).toMatch(/\S/);
      }
    },

    azure(report, { problems, failures }) {
      const commands = commandsOf(report, azureCommand);
      expect(commands).toHaveLength(problems + failures);
      for (const { name, properties, data } of commands) {
        expect(name).toBe('task.logissue');
        expect(properties.type).toMatch(/^(?:error|warning)$/);
        expect(properties.linenumber ?? '1').toMatch(/^[1-9]\d*$/);
        expect(data).toMatch(/\S/);
      }
    },

    jsonl(report, { problems, failures }) {
      const types = report
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).type as string);
      const count = (type: string) => types.filter((one) => one === type).length;
      expect([count('problem'), count('error'), count('summary')]).toEqual([problems, failures, 1]);
      expect(types.at(-1)).toBe('summary');
    },

    unix(report, { problems, failures }) {
      const lines = report.split('\n').slice(0, -1);
      expect(lines).toHaveLength(problems + failures);
      for (const line of lines)
        expect(line).toMatch(/^.*:\d+:\d+: (?:error|warning): .* \[[\w-]+(?:\/[\w-]+)?\]$/);
    },
  };

function commandsOf(report: string, read: (line: string) => Command | undefined): Command[] {
  const lines = report.split('\n').slice(0, -1);
  return lines.map((line) => {
    const command = read(line);
    expect(command, line).toBeDefined();
    return command as Command;
  });
}

function expectCounts({ attributes }: XmlElement, cases: readonly XmlElement[]): void {
  const of = (kind: string) =>
    String(cases.filter(({ children }) => children.some(({ name }) => name === kind)).length);
  expect(attributes).toMatchObject({
    tests: String(cases.length),
    failures: of('failure'),
    errors: of('error'),
    skipped: of('skipped'),
  });
}
