import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, Range, Result } from '../src/model.js';
import { excerpt } from '../src/report/excerpt.js';
import { renderFailure, renderIssue } from '../src/report/failure.js';
import type { ReportContext } from '../src/report/format.js';
import { formats } from '../src/report/formats.js';
import { lineColumn, lineStarts } from '../src/text.js';

const guide = 'docs/guide.md';

function rangeIn(text: string, start: number, end: number): Range {
  const starts = lineStarts(text);
  const [from, to] = [lineColumn(starts, start), lineColumn(starts, end)];
  return { ...from, endLine: to.line, endColumn: to.column };
}

/** Where `marked` stands in `text`. */
function at(text: string, marked: string): Range {
  const start = text.indexOf(marked);
  expect(start).toBeGreaterThanOrEqual(0);
  return rangeIn(text, start, start + marked.length);
}

function problem(range: Range, more: Partial<Problem> = {}): Problem {
  return {
    rule: 'broken-links',
    code: 'missing-file',
    severity: 'error',
    path: guide,
    message: 'No file `docs/nope.md`.',
    fingerprint: '9f2c',
    related: [],
    ...range,
    ...more,
  };
}

function result(problems: readonly Problem[], more: Partial<Result> = {}): Result {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const summary = { files: 495, errors, warnings: problems.length - errors, fixable: 0 };
  return { problems, failures: [], notes: [], summary, ...more };
}

function contextOf(
  files: Readonly<Record<string, string>>,
  more: Partial<ReportContext> = {},
): ReportContext {
  const tool = { name: 'docs-lint', version: '0.1.0' };
  return { tool, color: 0, hyperlinks: false, width: 80, root: '/w', text: (path) => files[path], ...more };
}

function render(name: string, given: Result, context: ReportContext): string {
  const rendered = formats.get(name)?.render(given, context) ?? '';
  return typeof rendered === 'string' ? rendered : [...rendered].join('');
}

/** The rows of the one code frame of a problem. */
function frameOf(text: string, range: Range, width = 80): string {
  const lines = render('pretty', result([problem(range)]), contextOf({ [guide]: text }, { width })).split(
    '\n',
  );
  return `\n${lines.filter((line) => /^ +\d* [│⋮]/.test(line)).join('\n')}`;
}

describe('pretty', () => {
  it('groups by page, shows the span, the second place, the fix, and sums up', () => {
    const files = {
      [guide]: '# Guide\n\nSee [the set-up](install.md#set-up).\n\nAnd [more](nope.md).\n',
      'docs/install.md': '# Install\n\n## Setup\n',
      'docs/last.md': 'a — b\n',
    };
    const setup = { path: 'docs/install.md', message: '`## Setup` is here' };
    const given = result([
      problem(at(files[guide], 'install.md#set-up'), {
        rule: 'broken-anchors',
        code: 'missing-anchor',
        message: 'No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?',
        related: [{ ...at(files['docs/install.md'], '## Setup'), ...setup }],
        fix: { safe: false, description: 'Link to `#setup`', edits: [] },
      }),
      problem(at(files[guide], 'nope.md')),
      problem(at(files['docs/last.md'], '—'), {
        ...{ rule: 'no-emdash', code: 'emdash', severity: 'warning', path: 'docs/last.md' },
        message: 'No em dash: restructure the sentence.',
      }),
    ]);
    const text = render('pretty', { ...given, summary: { ...given.summary, fixable: 1 } }, contextOf(files));
    expect(`\n${text}`).toMatchInlineSnapshot(`
      "
      docs/guide.md ─────────────────────────────────────────────────────── 2 problems

        docs/guide.md:3:18  error  broken-anchors/missing-anchor
        No heading or anchor \`#set-up\` in docs/install.md. Did you mean \`#setup\`?

         3 │ See [the set-up](install.md#set-up).
           │                  ^^^^^^^^^^^^^^^^^
           │
           ├─ docs/install.md:3:1
         3 │ ## Setup
           │ -------- \`## Setup\` is here

        fix: Link to \`#setup\` (unsafe)

        docs/guide.md:5:12  error  broken-links/missing-file
        No file \`docs/nope.md\`.

         5 │ And [more](nope.md).
           │            ^^^^^^^

      docs/last.md ───────────────────────────────────────────────────────── 1 problem

        docs/last.md:1:3  warning  no-emdash/emdash
        No em dash: restructure the sentence.

         1 │ a — b
           │   ^

      ✖ 3 problems (2 errors, 1 warning) in 495 pages; 1 can be fixed
      "
    `);
  });

  it('is readable at 40 columns', () => {
    const text = 'Before you begin, read [the set-up](install.md#set-up), which explains all of it.\n';
    const related = [
      { ...at(text, 'Before'), path: guide, message: 'The sentence that holds it starts here' },
    ];
    const given = result([problem(at(text, 'install.md#set-up'), { related })]);
    expect(
      `\n${render('pretty', given, contextOf({ [guide]: text }, { width: 40 }))}`,
    ).toMatchInlineSnapshot(`
      "
      docs/guide.md ──────────────── 1 problem

        docs/guide.md:1:37
        error  broken-links/missing-file
        No file \`docs/nope.md\`.

         1 │ …et-up](install.md#set-up), whic…
           │         ^^^^^^^^^^^^^^^^^
           │
           ├─ docs/guide.md:1:1
         1 │ Before you begin, read [the set-…
           │ ------
           │ The sentence that holds it starts
           │ here

      ✖ 1 problem (1 error, 0 warnings) in 495 pages
      "
    `);
  });

  it('shows a related place without its text', () => {
    const related = [
      { line: 4, column: 2, endLine: 4, endColumn: 9, path: 'client.go', message: 'Declared here' },
    ];
    const given = result([problem({ line: 3, column: 1, endLine: 3, endColumn: 2 }, { related })]);
    expect(`\n${render('pretty', given, contextOf({}))}`).toMatchInlineSnapshot(`
      "
      docs/guide.md ──────────────────────────────────────────────────────── 1 problem

        docs/guide.md:3:1  error  broken-links/missing-file
        No file \`docs/nope.md\`.

           ╭─ client.go:4:2
           │ Declared here

      ✖ 1 problem (1 error, 0 warnings) in 495 pages
      "
    `);
  });

  it.each<[string, Partial<Result>]>([
    ['✔ No problems in 495 pages', {}],
    ['✔ No problems in 1 page', { summary: { files: 1, errors: 0, warnings: 0, fixable: 0 } }],
    ['✖ 1 file could not be checked', { failures: [{ path: 'a.md', message: 'x' }] }],
    [
      '✖ 1 problem (1 error, 0 warnings) in 2 pages',
      { summary: { files: 2, errors: 1, warnings: 0, fixable: 0 } },
    ],
    [
      '⚠ 1 problem (0 errors, 1 warning) in 2 pages',
      { summary: { files: 2, errors: 0, warnings: 1, fixable: 0 } },
    ],
    [
      '✖ 3 problems (2 errors, 1 warning) in 2 pages; 1 can be fixed; 2 files could not be checked',
      {
        summary: { files: 2, errors: 2, warnings: 1, fixable: 1 },
        failures: ['a.md', 'b.md', 'b.md'].map((path) => ({ path, message: 'x' })),
      },
    ],
  ])('sums up: %s', (expected, given) => {
    expect(render('pretty', result([], given), contextOf({}))).toBe(`${expected}\n`);
  });

  it('has hyperlinks only where they work, and the same text with and without colour', () => {
    const text = 'See [x](nope.md)\n';
    const given = result([problem(at(text, 'nope.md'), { path: 'docs/a b%.md' })]);
    const files = { 'docs/a b%.md': text };
    const plain = render('pretty', given, contextOf(files, { hyperlinks: true }));
    const rulesUrl = (rule: string) => `https://example.com/${rule}`;
    const rich = render('pretty', given, contextOf(files, { color: 3, hyperlinks: true, rulesUrl }));
    expect(plain).not.toContain('\u001b');
    expect(rich).toContain('\u001b]8;;file:///w/docs/a%20b%25.md\u001b\\docs/a b%.md');
    expect(rich).toContain('\u001b]8;;https://example.com/broken-links\u001b\\');
    expect(render('pretty', given, contextOf(files, { color: 1 }))).not.toContain('\u001b]');
    expect(withoutOurEscapes(rich)).toBe(plain);
  });

  it('renders ten thousand problems, in many pages and on one long line', () => {
    const text = `${'word [x](nope.md) '.repeat(10_000)}\n`;
    const spread = Array.from({ length: 10_000 }, (_, index) =>
      problem(
        { line: 1, column: index * 18 + 10, endLine: 1, endColumn: index * 18 + 17 },
        { path: `docs/${index % 100}.md` },
      ),
    );
    const context = { ...contextOf({}), text: () => text };
    const lines = render('pretty', result(spread), context).split('\n');
    expect(lines.filter((line) => line.includes('^^^^^^^'))).toHaveLength(10_000);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(JSON.parse(render('json', result(spread), context)).problems).toHaveLength(10_000);
  });
});

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
});

/** One entry a column; a character of two columns leaves its second one empty. */
function columnsOf(row: string): string[] {
  return Array.from(row.replaceAll('\u0301', '')).flatMap((char) =>
    /[日👍]/u.test(char) ? [char, ''] : [char],
  );
}

function withoutOurEscapes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/\u001b(?:\[[0-9;]*m|\]8;;[!-~]*\u001b\\)/g, '');
}

describe('json', () => {
  it('has the keys of version 1 in order, and none that are there for nothing', () => {
    const range = { line: 1, column: 2, endLine: 1, endColumn: 3 };
    const edits = [{ path: guide, start: 1, end: 2, text: 'x' }];
    const related = [{ ...range, path: 'a.md', message: 'here' }];
    const given = result([
      problem(range, { related, fix: { safe: true, description: 'Do it', edits }, target: 'a.md' }),
      problem(range),
    ]);
    const text = render('json', given, contextOf({}));
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "tool": {
          "name": "docs-lint",
          "version": "0.1.0"
        },
        "problems": [
          {
            "rule": "broken-links",
            "code": "missing-file",
            "severity": "error",
            "path": "docs/guide.md",
            "line": 1,
            "column": 2,
            "endLine": 1,
            "endColumn": 3,
            "message": "No file \`docs/nope.md\`.",
            "fingerprint": "9f2c",
            "related": [
              {
                "path": "a.md",
                "line": 1,
                "column": 2,
                "message": "here"
              }
            ],
            "fix": {
              "safe": true,
              "description": "Do it",
              "edits": [
                {
                  "path": "docs/guide.md",
                  "start": 1,
                  "end": 2,
                  "text": "x"
                }
              ]
            }
          },
          {
            "rule": "broken-links",
            "code": "missing-file",
            "severity": "error",
            "path": "docs/guide.md",
            "line": 1,
            "column": 2,
            "endLine": 1,
            "endColumn": 3,
            "message": "No file \`docs/nope.md\`.",
            "fingerprint": "9f2c"
          }
        ],
        "summary": {
          "files": 495,
          "errors": 2,
          "warnings": 0,
          "fixable": 0
        }
      }
      "
    `);
  });

  it('lists failures and notes when there are some', () => {
    const more = { failures: [{ path: 'a.md', message: 'Not UTF-8 at byte 3.' }], notes: ['Partial copy.'] };
    expect(JSON.parse(render('json', result([], more), contextOf({})))).toEqual({
      version: 1,
      tool: { name: 'docs-lint', version: '0.1.0' },
      problems: [],
      summary: { files: 495, errors: 0, warnings: 0, fixable: 0 },
      errors: more.failures,
      notes: more.notes,
    });
  });

  it('gives back every string, and is valid UTF-8 that holds no unseen character', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '##',
        '[',
        'vso',
        '::',
        '\n',
        '\\',
        '"',
        '\ud800',
        '👩‍💻',
        '\u202e',
        '\u009b',
        '\u00ad',
        '\u{e0041}',
        '日',
      ),
    });
    fc.assert(
      fc.property(hostile, fc.string({ unit: 'binary' }), (path, message) => {
        const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
        const text = render('json', result([problem(range, { path, message })]), contextOf({}));
        expect(JSON.parse(text).problems[0]).toMatchObject({ path, message });
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text).not.toMatch(/##\w*\[/);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\u00ad|[\u{e0000}-\u{e0fff}]/u);
      }),
    );
  });
});

describe('errors on stderr', () => {
  it('a file that could not be checked, with its line', () => {
    const failure = { path: guide, line: 2, column: 3, message: 'No YAML: a `:` is missing.' };
    expect(renderFailure(failure, contextOf({ [guide]: '---\n\tab\n---\n' }))).toBe(
      'error: docs/guide.md:2:3: No YAML: a `:` is missing.\n  2 │     ab\n    │      ^\n\n',
    );
    expect(renderFailure({ path: guide, message: 'Cannot be read.' }, contextOf({}))).toBe(
      'error: docs/guide.md: Cannot be read.\n',
    );
  });

  it('an issue of the configuration, with the frame that it brings', () => {
    const terminal = { color: 0, hyperlinks: false, width: 80 } as const;
    const place = { path: 'docs-lint.config.json', line: 3, column: 2 };
    const frame = ' 3 | \t"brokn": 1\u001b[2J\n   | \t^^^^^^^';
    expect(renderIssue({ message: 'Unknown rule.\nDid you mean x?', place, frame }, terminal)).toBe(
      'error: docs-lint.config.json:3:2: Unknown rule.\n  Did you mean x?\n 3 |     "brokn": 1␛[2J\n   |     ^^^^^^^\n\n',
    );
    expect(renderIssue({ message: 'Nothing matches.' }, terminal)).toBe('error: Nothing matches.\n');
  });
});
