import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/model.js';
import { renderFailure, renderIssue } from '../src/report/failure.js';
import { at, contextOf, guide, problem, render, result, withoutOurEscapes } from './report-given.js';

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

      ✖ 3 problems (2 errors, 1 warning) in 495 pages; 1 can be fixed with --fix, 1 more with --fix-unsafe
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
      '✖ 3 problems (2 errors, 1 warning) in 2 pages; 1 can be fixed with --fix; 2 files could not be checked',
      {
        summary: { files: 2, errors: 2, warnings: 1, fixable: 1 },
        failures: ['a.md', 'b.md', 'b.md'].map((path) => ({ path, message: 'x' })),
      },
    ],
    ['✔ No problems in 495 pages', { fixes: { fixed: 0, unsafe: false } }],
    ['✔ No problems in 495 pages; 2 fixed', { fixes: { fixed: 2, unsafe: false } }],
    [
      '✖ 3 problems (2 errors, 1 warning) in 2 pages; 4 fixed',
      {
        summary: { files: 2, errors: 2, warnings: 1, fixable: 1 },
        fixes: { fixed: 4, unsafe: false },
      },
    ],
    [
      '✖ 4 fixed; 1 file could not be checked or fixed',
      { failures: [{ path: 'a.md', message: 'x' }], fixes: { fixed: 4, unsafe: false } },
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
