import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../src/model.js';
import { byteColumns } from '../src/report/byte-columns.js';
import { lineHashes } from '../src/report/line-hashes.js';
import { lineStarts } from '../src/text.js';
import { at, contextOf, guide, problem, render, result } from './report-given.js';

const files = {
  [guide]: '# Guide\n\nSee — [the set-up](install.md#set-up).\n\nAnd [more](nope.md).\n',
  'docs/install.md': '# Install\n\n## Setup\n',
};
const anchor: Problem = problem(at(files[guide], 'install.md#set-up'), {
  rule: 'broken-anchors',
  code: 'missing-anchor',
  message: 'No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?',
  fingerprint: 'a1',
  related: [{ ...at(files['docs/install.md'], '## Setup'), path: 'docs/install.md', message: '`#setup`' }],
  fix: { safe: false, description: 'Link to `#setup`', edits: [] },
});
const dash = problem(at(files[guide], '—'), {
  ...{ rule: 'no-emdash', code: 'emdash', severity: 'warning', fingerprint: 'b2' },
  message: '100% wrong: no em dash.',
});
const failures = [{ path: 'docs/bytes.md', line: 3, column: 7, message: 'is not UTF-8' }];
const given: Result = result([dash, anchor], { failures });
const context = contextOf(files);
/** In a part of a repository. */
const inside = contextOf(files, { prefix: 'a b/site' });

describe('github', () => {
  it('is one workflow command for each problem and each failure', () => {
    expect(render('github', given, inside).split('\n')).toEqual([
      '::warning file=a b/site/docs/guide.md,line=3,endLine=3,col=5,endColumn=6,title=docs-lint%3A no-emdash/emdash::100%25 wrong: no em dash.',
      '::error file=a b/site/docs/guide.md,line=3,endLine=3,col=20,endColumn=37,title=docs-lint%3A broken-anchors/missing-anchor::No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?%0Adocs/install.md:3:1: `#setup`%0Afix: Link to `#setup` (unsafe)',
      '::error file=a b/site/docs/bytes.md,line=3,endLine=3,col=7,endColumn=7,title=docs-lint%3A not-checked::is not UTF-8',
      '',
    ]);
  });

  it('has no columns where the lines differ, and nothing to say about a clean tree', () => {
    const long = problem({ line: 2, column: 4, endLine: 5, endColumn: 1 });
    expect(render('github', result([long]), context)).toContain(',line=2,endLine=5,title=');
    expect(render('github', result([]), context)).toBe('');
  });

  it('keeps what a path or a message is made of out of the command', () => {
    const path = 'a,b:c%0A::x\n.md';
    const hostile = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { path, message: path });
    expect(render('github', result([hostile]), context)).toBe(
      '::error file=a%2Cb%3Ac%250A%3A%3Ax␊.md,line=1,endLine=1,col=1,endColumn=2,title=docs-lint%3A broken-links/missing-file::a,b:c%250A::x␊.md\n',
    );
  });
});

describe('sarif', () => {
  it('has rules, results with both places, and what could not be checked as a word about the run', () => {
    const about = () => ({ summary: 'Links lead somewhere.', advice: 'Name a heading.' });
    const log = JSON.parse(render('sarif', given, { ...inside, about }));
    expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
    expect(log).toMatchObject({ $schema: expect.stringMatching(/sarif-2\.1\.0\.json$/), version: '2.1.0' });
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'docs-lint', semanticVersion: '0.1.0' });
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'broken-anchors/missing-anchor',
      'no-emdash/emdash',
    ]);
    expect(run.tool.driver.rules[0]).toMatchObject({
      shortDescription: { text: 'Links lead somewhere.' },
      fullDescription: { text: 'Name a heading.' },
      help: { text: 'Name a heading.' },
    });
    expect(run.results[1]).toEqual({
      ruleId: 'broken-anchors/missing-anchor',
      ruleIndex: 0,
      level: 'error',
      message: { text: anchor.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/site/docs/guide.md' },
            region: { startLine: 3, startColumn: 20, endLine: 3, endColumn: 37 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{1,16}:1$/),
        'docs-lint/v1': 'a1',
      },
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/site/docs/install.md' },
            region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
          },
          message: { text: '`#setup`' },
        },
      ],
    });
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'is not UTF-8' } }],
      },
    ]);
  });

  it('has URIs that lead to the file whatever its name is, and no link that a message makes', () => {
    for (const path of ['a b/c#d?e%20.md', 'c:/x.md', '日本\n\u202e/##[x].md', 'half \ud800.md']) {
      const odd = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { path });
      const { uri } = JSON.parse(render('sarif', result([odd]), context)).runs[0].results[0].locations[0]
        .physicalLocation.artifactLocation;
      expect(uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
      expect(decodeURIComponent(uri)).toBe(path.toWellFormed());
    }
    const link = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { message: 'See [x](https://y)' });
    const { message } = JSON.parse(render('sarif', result([link]), context)).runs[0].results[0];
    expect(message.text).toBe('See \\[x\\](https://y)');
  });

  it('knows a line again by the hash that GitHub computes', () => {
    const hashesOf = (text: string) => [
      ...lineHashes(text, new Set(lineStarts(text).map((_, index) => index + 1))),
    ];
    const hello = ['e9496ae3ebfced30', 'fb7c023a8b9ccb3f', 'ce8ba1a563dcdaca', 'e20e36e16fcb0cc8'].concat(
      ...['b3edc88f2938467e', 'c8e28b0b4002a3a0', 'c129715d7a2bc9a3'],
    );
    const lorem = Array.from({ length: 6 }, (_, index) => `a7f2ff13bc495cf2:${index + 1}`);
    const tail = ['a7f2ff1481e87703', 'a9cf91f7bbf1862b', '55ec222b86bcae53', 'cc97dc7b1d7d8f7b'];
    for (const [text, hashes] of [
      ['', ['c129715d7a2bc9a3:1']],
      [
        ' a\nb\n  \t\tc\n d',
        ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
      ],
      [' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', hello.map((hash) => `${hash}:1`)],
      [' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', hello.map((hash) => `${hash}:1`)],
      [
        'Lorem ipsum dolor sit amet.\n'.repeat(10),
        [...lorem, ...[...tail, 'c129715d7a2bc9a3'].map((hash) => `${hash}:1`)],
      ],
    ] as const) {
      expect(hashesOf(text)).toEqual(hashes.map((hash, index) => [index + 1, hash]));
    }
  });
});

describe('gitlab', () => {
  it('is an array of issues with the keys that GitLab asks for', () => {
    const issues = JSON.parse(render('gitlab', given, inside));
    expect(issues[1]).toEqual({
      description:
        'broken-anchors/missing-anchor: No heading or anchor `#set-up` in docs/install.md. Did you mean `#setup`?',
      check_name: 'broken-anchors/missing-anchor',
      fingerprint: 'a1',
      severity: 'major',
      location: { path: 'a b/site/docs/guide.md', lines: { begin: 3 } },
    });
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
      'minor',
      'major',
      'blocker',
    ]);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
    expect(issues[2].fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.parse(render('gitlab', result([]), context))).toEqual([]);
  });
});

describe('rdjson', () => {
  it('counts bytes of UTF-8, and suggests what one edit of the page itself mends', () => {
    const start = files[guide].indexOf('#set-up');
    const edits = [{ path: guide, start, end: start + '#set-up'.length, text: '#setup' }];
    const fix = { safe: false, description: 'Link to `#setup`', edits };
    const report = JSON.parse(render('rdjson', result([dash, { ...anchor, fix }], { failures }), inside));
    expect(report.source).toEqual({ name: 'docs-lint' });
    expect(report.severity).toBe('ERROR');
    expect(report.diagnostics).toEqual([
      {
        message: '100% wrong: no em dash.',
        location: { path: guide, range: { start: { line: 3, column: 5 }, end: { line: 3, column: 8 } } },
        severity: 'WARNING',
        code: { value: 'no-emdash/emdash' },
      },
      {
        message: anchor.message,
        location: { path: guide, range: { start: { line: 3, column: 22 }, end: { line: 3, column: 39 } } },
        severity: 'ERROR',
        code: { value: 'broken-anchors/missing-anchor' },
        suggestions: [
          { range: { start: { line: 3, column: 32 }, end: { line: 3, column: 39 } }, text: '#setup' },
        ],
        related_locations: [
          {
            message: '`#setup`',
            location: {
              path: 'docs/install.md',
              range: { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } },
            },
          },
        ],
      },
      {
        message: 'is not UTF-8',
        location: { path: 'docs/bytes.md', range: { start: { line: 3 }, end: { line: 3 } } },
        severity: 'ERROR',
        code: { value: 'not-checked' },
      },
    ]);
  });

  it('counts as UTF-8 does on every line, whatever was asked for before', () => {
    const text = 'a—b😀c\r\n日本\rx';
    const bytesOf = byteColumns({ text, starts: lineStarts(text) });
    const places = [
      [1, 7],
      [1, 2],
      [1, 3],
      [2, 3],
      [1, 6],
      [3, 2],
      [2, 1],
      [9, 1],
    ] as const;
    expect(places.map(([line, column]) => bytesOf(line, column))).toEqual([11, 2, 5, 7, 10, 2, 1, 1]);
    const long = '—a'.repeat(5000);
    const inLong = byteColumns({ text: long, starts: [0] });
    expect([8001, 1, 2051].map((column) => inLong(1, column))).toEqual([16001, 1, 4101]);
    expect(byteColumns({ text, starts: lineStarts(text) }, true)(1, 2)).toBe(5);
  });
});

describe('unix', () => {
  it('is a line for each problem', () => {
    expect(render('unix', given, inside)).toBe(
      [
        'docs/guide.md:3:5: warning: 100% wrong: no em dash. [no-emdash/emdash]',
        `docs/guide.md:3:20: error: ${anchor.message} [broken-anchors/missing-anchor]`,
        'docs/bytes.md:3:7: error: is not UTF-8 [not-checked]',
        '',
      ].join('\n'),
    );
    const path = '::error::\nx.md';
    const odd = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { path, message: 'a\r\nb' });
    expect(render('unix', result([odd]), context)).toBe(
      '\\::error::␊x.md:1:1: error: a␍␊b [broken-links/missing-file]\n',
    );
  });
});

describe('jsonl', () => {
  it('has the entries of the JSON report, a line each, and the summary last', () => {
    const lines = render('jsonl', { ...given, notes: ['A note.'] }, context)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const json = JSON.parse(render('json', given, context));
    expect(lines).toEqual([
      ...json.problems.map((problem: object) => ({ type: 'problem', ...problem })),
      { type: 'error', ...failures[0] },
      { type: 'note', message: 'A note.' },
      { type: 'summary', version: 1, tool: json.tool, ...json.summary },
    ]);
  });
});

describe('azure', () => {
  it('is one logging command for each problem and each failure', () => {
    expect(render('azure', given, inside).split('\n')).toEqual([
      '##vso[task.logissue type=warning;sourcepath=a b/site/docs/guide.md;linenumber=3;columnnumber=5;code=no-emdash/emdash;]100%AZP25 wrong: no em dash.',
      `##vso[task.logissue type=error;sourcepath=a b/site/docs/guide.md;linenumber=3;columnnumber=20;code=broken-anchors/missing-anchor;]${anchor.message}%0Adocs/install.md:3:1: \`#setup\`%0Afix: Link to \`#setup\` (unsafe)`,
      '##vso[task.logissue type=error;sourcepath=a b/site/docs/bytes.md;linenumber=3;columnnumber=7;code=not-checked;]is not UTF-8',
      '',
    ]);
  });

  it('keeps what a path or a message is made of out of the command', () => {
    const path = 'a;b]c%3B##vso[task.x]\n.md';
    const odd = problem({ line: 1, column: 1, endLine: 1, endColumn: 2 }, { path, message: path });
    expect(render('azure', result([odd]), context)).toBe(
      '##vso[task.logissue type=error;sourcepath=a%3Bb%5Dc%AZP253B##\\vso[task.x%5D␊.md;linenumber=1;columnnumber=1;code=broken-links/missing-file;]a;b]c%AZP253B##\\vso[task.x]␊.md\n',
    );
  });
});
