import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../src/model.js';
import { excerpt } from '../src/report/excerpt.js';
import { at, contextOf, guide, problem, rangeIn, render, result } from './report-given.js';

/** The rows of the one code frame of a problem. */
function frameOf(text: string, range: Range, width = 80): string {
  const lines = render('pretty', result([problem(range)]), contextOf({ [guide]: text }, { width })).split(
    '\n',
  );
  return `\n${lines.filter((line) => /^ +\d* [│⋮]/.test(line)).join('\n')}`;
}

describe('code frames', () => {
  it('end of a file without a line end', () => {
    expect(frameOf('a\nlast', rangeIn('a\nlast', 6, 6))).toBe('\n   2 │ last\n     │     ^');
  });

  it('an empty file', () => {
    expect(frameOf('', { line: 1, column: 1, endLine: 1, endColumn: 1 })).toBe('\n   1 │\n     │ ^');
  });

  it('a line that the file does not have', () => {
    expect(frameOf('a\n', { line: 9, column: 1, endLine: 9, endColumn: 2 })).toBe('\n');
  });

  it('columns beyond the line', () => {
    expect(frameOf('ab\n', { line: 1, column: 90, endLine: 1, endColumn: 99 })).toBe(
      '\n   1 │ ab\n     │   ^',
    );
  });

  it('line ends of Windows and of old Macs', () => {
    const text = 'one\r\ntwo nope.md\rthree\r\n';
    expect(frameOf(text, at(text, 'nope.md'))).toBe('\n   2 │ two nope.md\n     │     ^^^^^^^');
  });

  it('a span that ends with its line end', () => {
    expect(frameOf('one\r\ntwo\n', rangeIn('one\r\ntwo\n', 0, 5))).toBe('\n   1 │ one\n     │ ^^^');
  });

  it('a byte order mark before the first line', () => {
    const range = { line: 1, column: 1, endLine: 1, endColumn: 4 };
    expect(frameOf('\ufeffone', range)).toBe('\n   1 │ one\n     │ ^^^');
  });

  it('tabs', () => {
    const text = '\ta\tnope.md';
    expect(frameOf(text, at(text, 'nope.md'))).toBe('\n   1 │     a   nope.md\n     │         ^^^^^^^');
  });

  it('characters of two columns and of none', () => {
    const text = '日本 e\u0301 👩‍💻 nope.md';
    expect(frameOf(text, at(text, 'nope.md'))).toBe(
      '\n   1 │ 日本 e\u0301 👩‍💻 nope.md\n     │           ^^^^^^^',
    );
    expect(frameOf(text, at(text, '本'))).toBe('\n   1 │ 日本 e\u0301 👩‍💻 nope.md\n     │   ^^');
  });

  it('the backslash that disarms a command, and marks without width', () => {
    const text = '[t](##[stop-commands]tok.md) nope.md';
    expect(frameOf(text, at(text, 'nope.md'))).toBe(
      '\n   1 │ [t](##\\[stop-commands]tok.md) nope.md\n     │                               ^^^^^^^',
    );
    const marked = 'e\u0301\u0302\u0303';
    const marks = marked.repeat(200);
    expect(frameOf(marks, rangeIn(marks, 400, 404), 60)).toContain(`…${marked.repeat(51)}…`);
  });

  it('three lines whole, more of them by their ends', () => {
    const text = '<a>\n\n  <b>\n</a> x\n';
    expect(frameOf(text, at(text, '<a>\n\n  <b>'))).toMatchInlineSnapshot(`
      "
         1 │ <a>
           │ ^^^
         2 │
         3 │   <b>
           │   ^^^"
    `);
    expect(frameOf(text, at(text, '<a>\n\n  <b>\n</a>'))).toMatchInlineSnapshot(`
      "
         1 │ <a>
           │ ^^^
           ⋮
         4 │ </a> x
           │ ^^^^"
    `);
  });

  it('long lines, cut around the span', () => {
    const text = `${'before '.repeat(30)}nope.md${' after'.repeat(30)}`;
    expect(frameOf(text, at(text, 'nope.md'), 60)).toMatchInlineSnapshot(`
      "
         1 │ … before before before nope.md after after after aft…
           │                        ^^^^^^^"
    `);
    expect(frameOf(text, rangeIn(text, 0, 3), 60)).toMatchInlineSnapshot(`
      "
         1 │ before before before before before before before bef…
           │ ^^^"
    `);
    expect(frameOf(text, rangeIn(text, text.length, text.length), 60)).toMatchInlineSnapshot(`
      "
         1 │ …fter after after after after after after after after
           │                                                     ^"
    `);
    expect(frameOf(text, rangeIn(text, 100, 300), 60)).toMatchInlineSnapshot(`
      "
         1 │ …re before before before before before before before…
           │       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
  });

  it('an excerpt fits, and its underline lies below its span', () => {
    const line = fc.string({ unit: fc.constantFrom(...'abc 日👍\t—\u0301'), maxLength: 300 });
    fc.assert(
      fc.property(
        line,
        fc.nat(300),
        fc.nat(40),
        fc.integer({ min: 20, max: 120 }),
        (line, from, length, width) => {
          const start = Math.min(from, line.length);
          const shown = excerpt(line, start, Math.min(start + length, line.length), width);
          expect(columnsOf(shown.row).length).toBeLessThanOrEqual(width);
          expect(shown.length).toBeGreaterThanOrEqual(1);
          expect(shown.column).toBeGreaterThanOrEqual(0);
          expect(shown.column + shown.length).toBeLessThanOrEqual(width);
          const first = line.slice(start, start + 1);
          if (length > 0 && /[abc—]/.test(first)) expect(columnsOf(shown.row)[shown.column]).toBe(first);
        },
      ),
    );
  });

  it('a line of ASCII is shown as one with a letter beyond, which takes its column too', () => {
    const line = fc.string({ unit: fc.constantFrom(...'e#ab ]:—’'), minLength: 1, maxLength: 300 });
    const numbers = [fc.nat(299), fc.nat(299), fc.nat(80), fc.integer({ min: 1, max: 320 })] as const;
    fc.assert(
      fc.property(line, ...numbers, (line, beyond, from, length, width) => {
        const at = beyond % line.length;
        const other = `${line.slice(0, at)}é${line.slice(at + 1)}`;
        const same = `${line.slice(0, at)}e${line.slice(at + 1)}`;
        const start = Math.min(from, line.length);
        const end = Math.min(start + length, line.length);
        const { row, ...place } = excerpt(other, start, end, width);
        expect(excerpt(same, start, end, width)).toEqual({ row: row.replace('é', 'e'), ...place });
      }),
      { numRuns: 2000 },
    );
  });
});

/** One entry a column; a character of two columns leaves its second one empty. */
function columnsOf(row: string): string[] {
  return Array.from(row.replaceAll('\u0301', '')).flatMap((char) =>
    /[日👍]/u.test(char) ? [char, ''] : [char],
  );
}
