import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../src/model.js';
import { columns } from '../src/report/columns.js';
import { renderFailure, renderIssue } from '../src/report/failure.js';
import type { ReportContext } from '../src/report/format.js';
import { formats } from '../src/report/formats.js';
import { safeLines, safeTerminal } from '../src/report/safe.js';
import { withoutOurEscapes } from './report-given.js';

const hostile = [
  '##[stop-commands]x',
  '::error::x',
  ' \u00a0::add-mask::x',
  ':::tip',
  '##vso[task.setvariable variable=PATH]x',
  '##teamcity[buildStop]',
  '#\u00ad#[add-path]x',
  ':\u05bd:error::x',
  '#\u0640#\u0301[debug]x',
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31mred',
  'a\rb\nc\td\u2028e\u2029f\u0085g\u007f',
  'a\u202eb\u2066c\u200ed\u061ce',
  'zero\u200bwidth\ufeff\u2060\u{e0041}',
  'half \ud83d and \udc4d',
];

/** Whether ICU, which both runners compare with, takes no notice of a character. */
const collator = new Intl.Collator('en', { sensitivity: 'variant' });
const isWeightless = (char: string) => collator.compare(char, '') === 0;

/** What GitHub's runner and Azure's agent see of a line when they look for commands. */
function seenByRunner(line: string): string {
  return Array.from(line)
    .filter((char) => !isWeightless(char))
    .join('');
}

function isCommand(line: string): boolean {
  const seen = seenByRunner(line);
  return /##(?:\w*)\[/.test(seen) || seen.trimStart().startsWith('::');
}

const steering =
  /[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}|[\u00ad\u200b\u2028\u2029\u2060\ufeff\u{e0000}-\u{e0fff}]/u;

/** The command that is all there is to a line of a report for a runner; what is around its parts is text. */
const ownCommands: Readonly<Record<string, RegExp>> = {
  github: /^::(?:error|warning) ((?:[a-zA-Z]+=[^:,\n]*,?)+)::/,
  azure: /^##vso\[task\.logissue ((?:[a-z]+=[^;\]\n]*;)+)\]/,
};

function expectHarmless(output: string, format = ''): void {
  expect(withoutOurEscapes(output)).not.toMatch(steering);
  const own = ownCommands[format];
  const parts = own
    ? output
        .trimEnd()
        .split('\n')
        .flatMap((line) => {
          expect(line).toMatch(own);
          return [own.exec(line)?.[1] ?? '', line.replace(own, '')];
        })
    : output.split('\n');
  for (const line of parts) {
    expect(isCommand(line), line).toBe(false);
    expect(isCommand(withoutOurEscapes(line)), line).toBe(false);
  }
}

/** A result with text in every place that text can get to. */
function resultWith(text: string): Result {
  const range = { line: 1, column: 1, endLine: 1, endColumn: 1 + text.length };
  const problem: Problem = {
    ...{ rule: text, code: text, severity: 'error', path: text, message: text, fingerprint: text, ...range },
    related: [
      { ...range, path: text, message: text },
      { ...range, path: `${text}?`, message: `\`${text}\`` },
    ],
    fix: { safe: true, description: text, edits: [{ path: text, start: 0, end: 1, text }] },
  };
  const failures = [{ path: text, line: 1, column: 2, message: text }];
  const summary = { files: 1, errors: 1, warnings: 0, fixable: 1 };
  return { problems: [problem], failures, notes: [text], summary };
}

function contexts(text: string): ReportContext[] {
  const tool = { name: text, version: text };
  const source = (path: string) => (path === text ? text : undefined);
  const shared = {
    tool,
    root: '/w',
    text: source,
    rulesUrl: (rule: string) => `https://example.com/${rule}`,
  };
  return [
    { ...shared, color: 0, hyperlinks: false, width: 20 },
    { ...shared, color: 0, hyperlinks: false, width: 80 },
    { ...shared, color: 3, hyperlinks: true, width: 40 },
    { ...shared, color: 1, hyperlinks: true, width: 200 },
  ];
}

function everyOutput(text: string): [output: string, format?: string][] {
  const result = resultWith(text);
  return contexts(text).flatMap((context) => [
    ...[...formats.values()].map((format): [string, string] => [
      [...format.render(result, context)].join(''),
      format.name,
    ]),
    ...result.failures.map((failure): [string] => [renderFailure(failure, context)]),
    [
      renderIssue(
        { message: text, place: { path: text, line: 1, column: 1 }, frame: ` 1 | ${text}` },
        context,
      ),
    ],
  ]);
}

describe('safe output', () => {
  it.each(hostile.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
    for (const output of everyOutput(text)) expectHarmless(...output);
  });

  it('any text made of hostile pieces, wherever it is cut, wrapped or put beside other text', () => {
    const pieces = [
      '#',
      '[',
      ':',
      '::',
      '##',
      ']',
      ' ',
      'vso',
      'word ',
      '`',
      '|',
      '\u05bd',
      '\u001b[1m',
      '\u00ad',
      '日',
      ...hostile,
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (text) => {
        for (const output of everyOutput(text)) expectHarmless(...output);
      }),
    );
  });

  it('shows what it replaces, and leaves the rest alone', () => {
    expect(safeTerminal('a\u001bb\tc\nd\u007f')).toBe('a␛b␉c␊d␡');
    expect(safeTerminal('\u202e \ufeff \ud800 \u009b \u{e0041}')).toBe(
      '<U+202E> <U+FEFF> <U+D800> <U+009B> <U+E0041>',
    );
    expect(safeTerminal('##[x] ##vso[y] ::z')).toBe('##\\[x] ##\\vso[y] ::z');
    expect(safeTerminal(' ::error::x')).toBe(' \\::error::x');
    for (const harmless of ['## Title [x](y)', 'a::b', '#[x]', '日本語 e\u0301 שָׁלוֹם', '👩‍💻 ❤️ 🇩🇪 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '']) {
      expect(safeTerminal(harmless)).toBe(harmless);
    }
  });

  it('disarms a command that only two parts make, colours between them or not', () => {
    expect(safeLines(['#', ':'].map((char) => char + char).concat(':\u001b[1m:x'))).toBe(
      '##\n\\::\n\\:\u001b[1m:x\n',
    );
    expect(safeLines(['\u001b[2m \u001b[22m::error::x'])).toBe('\u001b[2m \u001b[22m\\::error::x\n');
  });

  it('knows every character that a runner overlooks', () => {
    const missed: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      const char = String.fromCodePoint(code);
      if ((code >= 0xd800 && code <= 0xdfff) || !isWeightless(char)) continue;
      const seen = [`#${char}#[x]`, `${char}::x`, `:${char}:x`, `##${char}[x]`].map(safeTerminal);
      if (seen.some(isCommand)) missed.push(code.toString(16));
    }
    expect(missed).toEqual([]);
  });

  it('counts columns as a terminal does', () => {
    for (const [text, width] of [
      ['abc', 3],
      ['日本', 4],
      ['e\u0301', 1],
      ['👩‍💻❤️', 4],
      ['\u1112\u1161\u11ab', 2],
      ['ｶﾞ', 2],
      ['\u0301', 0],
    ] as const) {
      expect(columns(text), text).toBe(width);
    }
  });

  it('takes linear time on what backtracks easily', () => {
    const long = 20_000;
    for (const text of ['#', ':', '##a', '\u0301', '`', '` ', ' ', 'a', '日'].map((piece) =>
      piece.repeat(long),
    )) {
      for (const [output] of everyOutput(`##${text}`)) expect(output).toBeTruthy();
    }
  });
});
