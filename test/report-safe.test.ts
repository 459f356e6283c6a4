import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../src/report/columns.js';
import { renderFailure, renderIssue } from '../src/report/failure.js';
import { formats } from '../src/report/formats.js';
import { safeLines, safeTerminal } from '../src/report/safe.js';
import { contextsWith, reportsOf, resultWith } from './harness/every-report.js';
import { hostileTexts } from './harness/hostile-texts.js';
import {
  azureCommand,
  githubCommand,
  isWeightless,
  teamcityCommand,
  terminalCommand,
} from './harness/runners.js';
import { withoutOurEscapes } from './report-given.js';

const hostile = hostileTexts.map(([, text]) => text);

function isCommand(line: string): boolean {
  return [githubCommand, azureCommand, teamcityCommand].some((read) => read(line) !== undefined);
}

/** The command that is all there is to a line of a report for a runner; what is around its parts is text. */
const ownCommands: Readonly<Record<string, RegExp>> = {
  github: /^::(?:error|warning) ((?:[a-zA-Z]+=[^:,\n]*,?)+)::/,
  azure: /^##vso\[task\.logissue ((?:[a-z]+=[^;\]\n]*;)+)\]/,
};

function expectHarmless(output: string, format = ''): void {
  expect(terminalCommand(withoutOurEscapes(output))).toBeUndefined();
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

function everyOutput(text: string): [output: string, format?: string][] {
  const { failures } = resultWith(text);
  const place = { path: text, line: 1, column: 1 };
  return [
    ...[...formats.keys()].flatMap((format) =>
      reportsOf(format, text).map((output): [string, string] => [output, format]),
    ),
    ...contextsWith(text).flatMap((context): [string][] => [
      ...failures.map((failure): [string] => [renderFailure(failure, context)]),
      [renderIssue({ message: text, place, frame: ` 1 | ${text}` }, context)],
    ]),
  ];
}

describe('safe output', () => {
  it.each(hostileTexts)('of a page that %s', (_, text) => {
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
