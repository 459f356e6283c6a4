import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/model.js';
import { readXml } from './harness/read-xml.js';
import { contextOf, guide, problem, render, result } from './report-given.js';

const context = contextOf({});
const span = { line: 3, column: 7, endLine: 3, endColumn: 9 };
const given: Result = result(
  [
    problem(span, { message: 'No file `<a href="x">` & \'y\'.' }),
    problem(span, { severity: 'warning', rule: 'no-emdash', code: 'emdash', message: 'A dash.' }),
  ],
  { failures: [{ path: 'docs/bytes.md', message: 'is not UTF-8' }] },
);

describe('junit', () => {
  const read = (what: Result) => readXml(render('junit', what, context));

  it('has a suite for each page: errors fail, warnings are skipped, what could not be checked is an error', () => {
    const suites = read(given);
    expect(suites.name).toBe('testsuites');
    expect(suites.attributes).toEqual({
      name: 'docs-lint',
      tests: '3',
      failures: '1',
      errors: '1',
      skipped: '1',
    });
    const [page, bytes] = suites.children;
    expect(page?.attributes).toEqual({ name: guide, tests: '2', failures: '1', errors: '0', skipped: '1' });
    expect(page?.children.map(({ attributes }) => attributes)).toEqual([
      { classname: guide, name: 'broken-links/missing-file at 3:7', file: guide },
      { classname: guide, name: 'no-emdash/emdash at 3:7', file: guide },
    ]);
    const [failure, skipped] = page?.children.flatMap(({ children }) => children) ?? [];
    expect(failure).toMatchObject({
      name: 'failure',
      attributes: { message: 'No file `<a href="x">` & \'y\'.', type: 'broken-links/missing-file' },
      text: 'docs/guide.md:3:7: No file `<a href="x">` & \'y\'.',
    });
    expect(skipped).toMatchObject({ name: 'skipped', attributes: { message: 'A dash.' } });
    expect(bytes?.children[0]).toMatchObject({
      attributes: { name: 'not-checked' },
      children: [{ name: 'error', text: 'docs/bytes.md: is not UTF-8' }],
    });
  });

  it('has one case that passes for a clean tree', () => {
    const [suite] = read(result([])).children;
    expect(suite?.attributes).toMatchObject({ tests: '1', failures: '0', errors: '0', skipped: '0' });
    expect(suite?.children).toMatchObject([{ name: 'testcase', children: [] }]);
  });
});

describe('checkstyle', () => {
  it('has the problems of each file', () => {
    const top = readXml(render('checkstyle', given, context));
    expect(top).toMatchObject({ name: 'checkstyle', attributes: { version: '4.3' } });
    expect(top.children.map(({ attributes }) => attributes)).toEqual([
      { name: guide },
      { name: 'docs/bytes.md' },
    ]);
    expect(top.children.flatMap(({ children }) => children.map(({ attributes }) => attributes))).toEqual([
      {
        ...{ line: '3', column: '7', severity: 'error', source: 'broken-links/missing-file' },
        message: 'No file `<a href="x">` & \'y\'.',
      },
      { line: '3', column: '7', severity: 'warning', source: 'no-emdash/emdash', message: 'A dash.' },
      { line: '1', severity: 'error', source: 'not-checked', message: 'is not UTF-8' },
    ]);
  });
});

describe.each(['junit', 'checkstyle'])('%s', (format) => {
  it('is well-formed whatever a path, a rule or a message is made of', () => {
    const piece = fc.constantFrom(
      ']]>',
      '<!--',
      '&#0;',
      '&amp;',
      '"',
      "'",
      '<',
      '\ufffe',
      '\uffff',
      '\0',
      '##[x]',
      '\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.constant('\ud800'),
    );
    fc.assert(
      fc.property(text, (text) => {
        const odd = problem(span, {
          rule: text,
          path: text,
          message: text,
          related: [{ ...span, path: text, message: text }],
        });
        readXml(render(format, result([odd], { failures: [{ path: text, message: text }] }), context));
      }),
    );
  });

  it('shows a command of a runner as it is, once it is read', () => {
    const odd = problem(span, { message: '##[stop-commands]x' });
    expect(JSON.stringify(readXml(render(format, result([odd]), context)))).toContain('##[stop-commands]x');
  });
});
