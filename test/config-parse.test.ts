import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config/parse.js';
import { complaints, issuesOf } from './config-rules.js';

const mistakes = (text: string, path = 'c.json'): Promise<string[]> => complaints(parseConfig(text, path));

describe('JSON', () => {
  test.each<[name: string, text: string, expected: string[]]>([
    ['a comma missing between lines', '{\n  "a": 1\n  "b": 2,\n}', ['2:9 A `,` is missing here.']],
    [
      'keys without quotes',
      '{ rules: { a: 1 } }',
      ['1:3 Keys stand in double quotes. Write `"rules"`.', '1:12 Keys stand in double quotes. Write `"a"`.'],
    ],
    [
      'single quotes around what looks like a comment',
      "{ 'include': ['docs/**/*.md', 'https://x'] }",
      ['1:3', '1:15', '1:31'].map((place) => `${place} Strings stand in double quotes, not in single ones.`),
    ],
    [
      'an array that is never closed',
      '{ "docs": ["a", "b"\n  "rules": {} }',
      ['1:11 This `[` is never closed. Add the missing `]`.'],
    ],
    [
      'the same behind a trailing comma',
      '{ "docs": ["a",\n  "rules": {} }',
      ['1:11 This `[` is never closed. Add the missing `]`.'],
    ],
    ['the wrong bracket', '{ "a": [1, 2}, "b": 1 }', ['1:8 This `[` is never closed. Add the missing `]`.']],
    [
      'an object that ends too late',
      '{\n  "a": { "b": 1 }\n',
      ['2:18 `}` is missing at the end, for the `{` of line 1.'],
    ],
    [
      'a bracket too many',
      '{ "a": 1 } }',
      ['1:12 The config has ended before this. Remove what follows its end.'],
    ],
    [
      'keys without colon or value',
      '{ "a" 1, "b": , "c" }',
      [
        '1:6 A `:` is missing behind this key.',
        '1:10 The key `"b"` has no value.',
        '1:17 The key `"c"` has no value.',
      ],
    ],
    [
      'another language',
      '{ "a" = 1, "b": undefined }',
      [
        '1:7 `=` cannot stand behind a key. Write `:`.',
        '1:17 `undefined` is no JSON value. Strings stand in double quotes.',
      ],
    ],
    [
      'commas in excess',
      '{ "a": [1,, 2], , "b": 1,, }',
      [
        '1:11 One `,` too many. Remove it.',
        '1:17 One `,` too many. Remove it.',
        '1:26 One `,` too many. Remove it.',
      ],
    ],
    [
      'an address without quotes',
      '{ "url": https://example.com/x, "b": 1 }',
      ['1:10 `https://example.com/x` is no JSON value. Strings stand in double quotes.'],
    ],
    [
      'a string that is not closed',
      '{ "a": "x\n, "b": 1 }',
      ['1:8 This string is never closed. Close it with `"` on the same line.'],
    ],
    [
      'a wrong escape',
      '{ "a": "C:\\docs" }',
      ['1:8 A `\\` in this string escapes nothing. Write `\\\\` for a backslash.'],
    ],
    [
      'a comment that is not closed',
      '{ "a": 1 } /* x',
      ['1:12 This comment is never closed. Close it with `*/`.'],
    ],
    [
      'a key twice',
      '{\n "a": 1,\n "b": { "c": 1, "c": 2 },\n "a": 2 }',
      [
        '3:17 The key `c` stands twice, first in line 3. Keep one of them.',
        '4:2 The key `a` stands twice, first in line 2. Keep one of them.',
      ],
    ],
    ['nothing', '', ['1:1 The file is empty. Write `{}` for a config without settings.']],
    [
      'nothing but a comment',
      ' // later\n',
      ['1:1 The file is empty. Write `{}` for a config without settings.'],
    ],
    ['no object', 'rules: off', ['1:1 A config is an object. Start it with `{`.']],
  ])('%s', async (_, text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });

  test('several mistakes in one file are all reported, each with its frame', async () => {
    const issues = await issuesOf(parseConfig('{\n  "a": tru,\n  b: 1\n  "c": 2\n', '/x/c.jsonc', 'c.jsonc'));
    expect(issues.map(({ place, frame }) => [place?.path, frame])).toEqual([
      ['c.jsonc', ' 2 |   "a": tru,\n   |        ^^^'],
      ['c.jsonc', ' 3 |   b: 1\n   |   ^'],
      ['c.jsonc', ' 3 |   b: 1\n   |       ^'],
      ['c.jsonc', ' 4 |   "c": 2\n   |         ^'],
    ]);
  });

  test('a byte order mark, CRLF, comments and trailing commas', async () => {
    const { value, text, locate } = await parseConfig(
      '\uFEFF{\r\n  // one\r\n  "a": [1, 2,], /* two */\r\n}\r\n',
      'c.json',
    );
    expect(value).toEqual({ a: [1, 2] });
    expect(text.slice(...(locate('/a/1', 'value') ?? []))).toBe('2');
    expect(await mistakes('\uFEFF{\r\n\r\n  "a" }')).toEqual(['3:3 The key `"a"` has no value.']);
  });

  test('a pointer leads to its key or value, or to what is nearest', async () => {
    const text = '{ "a/b": { "~": [10, { "x": null }] }, "": 1 }';
    const { locate } = await parseConfig(text, 'c.json');
    const at = (pointer: string, what: 'key' | 'value'): string =>
      text.slice(...(locate(pointer, what) ?? []));
    expect(at('/a~1b', 'key')).toBe('"a/b"');
    expect(at('/a~1b/~0/1/x', 'value')).toBe('null');
    expect(at('/a~1b/~0/1/x', 'key')).toBe('"x"');
    expect(at('/a~1b/~0/0', 'key')).toBe('10');
    expect(at('/a~1b/~0/9/y', 'value')).toBe('[10, { "x": null }]');
    expect(at('/', 'value')).toBe('1');
    expect(at('', 'value')).toBe(text);
  });

  test('depth is bounded', async () => {
    expect(await mistakes('['.repeat(100_000))).toEqual(['1:101 This is nested more than 100 levels deep.']);
    expect(await mistakes(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`)).toHaveLength(1);
  });

  test('what JSON.stringify writes is read as it was; places lie inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), async (data) => {
        const text = JSON.stringify(data, undefined, 1);
        const { value, locate } = await parseConfig(text, 'c.json');
        expect(value).toEqual(JSON.parse(text));
        for (const key of Object.keys(data)) {
          const [start, end] = locate(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'key') ?? [];
          expect(JSON.parse(text.slice(start, end))).toBe(key);
        }
      }),
    );
  });

  test('no text crashes it, and every mistake lies inside the text', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      '"a"',
      'x',
      '1',
      '//',
      '/*',
      '*/',
      '\n',
      '\\',
      ' ',
      '=',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = pieces.join('');
        const found = await parseConfig(text, 'c.json').then(
          () => [],
          () => issuesOf(parseConfig(text, 'c.json')),
        );
        for (const { place } of found) expect(place?.line).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

describe('YAML', () => {
  const yaml = (text: string): Promise<string[]> => mistakes(text, 'c.yaml');

  test('`off` is a string, anchors and merge keys work, and places are found through them', async () => {
    const text =
      'base: &base\n  links: off\n  dashes: [warn, {endash: true}]\nrules:\n  <<: *base\n  links: error\n';
    const { value, locate } = await parseConfig(text, 'c.yml');
    expect(value).toMatchObject({ rules: { links: 'error', dashes: ['warn', { endash: true }] } });
    const at = (pointer: string, what: 'key' | 'value'): string =>
      text.slice(...(locate(pointer, what) ?? []));
    expect(at('/rules/links', 'value')).toBe('error');
    expect(at('/rules/dashes/1/endash', 'key')).toBe('endash');
    expect(at('/rules/dashes/0', 'value')).toBe('warn');
    expect(at('/rules/dashes/7', 'value')).toBe('[warn, {endash: true}]');
    expect(at('/base', 'key')).toBe('base');
  });

  test('`off` and dates stay strings under a directive for an older YAML', async () => {
    expect((await parseConfig('%YAML 1.1\n---\na: off\nb: 2001-01-01\n', 'c.yaml')).value).toEqual({
      a: 'off',
      b: '2001-01-01',
    });
  });

  test('a byte order mark and CRLF', async () => {
    const { value, text, locate } = await parseConfig('\uFEFFa:\r\n  - b\r\n', 'c.yaml');
    expect(value).toEqual({ a: ['b'] });
    expect(text.slice(...(locate('/a/0', 'value') ?? []))).toBe('b');
  });

  test.each<[name: string, text: string, expected: (string | RegExp)[]]>([
    [
      'a key twice, and a quote left open',
      'a: 1\na: 2\nb: "x',
      ['2:1 This key stands twice. Keep one of them.', /^3:/],
    ],
    ['a tab', 'a:\n\tb: 1', [/^2:1 YAML is indented by spaces\. Replace the tab\.$/]],
    ['two colons', 'a: b: c', ['1:4 A second `:` in one line. Put quotes around the text that holds it.']],
    ['two documents', 'a: 1\n---\nb: 1\n', [/^2:1 A second document starts here\./]],
    ['nothing', '', ['1:1 The file is empty. Write `{}` for a config without settings.']],
    [
      'nothing but a comment',
      '# later\n',
      ['1:1 The file is empty. Write `{}` for a config without settings.'],
    ],
    ['an unknown alias', 'a: *b', [/Unresolved alias/]],
    ['an alias to itself', 'a: &a [*a]', [/contains itself/]],
    ['a merge of itself', 'a: &a {<<: *a}', [/contain themselves/]],
    ['what is no data', 'a: !!binary aGk=', ['1:13 `a` cannot be an instance of `Buffer`. Use plain data.']],
    ['not a number', 'a: .nan', ['1:4 `a` cannot be `NaN`. Use plain data.']],
  ])('%s', async (_, text, expected) => {
    const found = await yaml(text);
    expect(found).toHaveLength(expected.length);
    for (const [index, one] of expected.entries()) {
      if (typeof one === 'string') expect(found[index]).toBe(one);
      else expect(found[index]).toMatch(one);
    }
  });

  test('aliases that multiply are refused', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 12; at++) lines.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(10)}]`);
    expect(await yaml(lines.join('\n'))).toEqual([
      expect.stringContaining('Its aliases expand to more than 100 nodes'),
    ]);
  });

  test.each(['[ ', '- ', '? ', '{a: ', '- - [{a: '])('depth is bounded: %j', async (piece) => {
    expect(await yaml(piece.repeat(50_000))).toEqual([
      expect.stringMatching(/^1:\d{2,3} This is nested more than 100/),
    ]);
    const shallow = await parseConfig(piece.repeat(20), 'c.yaml').catch(String);
    expect(String(shallow)).not.toContain('levels deep');
  });

  test('a text that is wrong all over gets as many errors as a person reads', async () => {
    expect(await yaml('a: 1\n'.repeat(500))).toHaveLength(101);
    expect((await mistakes('{ 1, '.repeat(80) + ', '.repeat(20_000))).at(-1)).toMatch(
      /more errors are not shown\.$/,
    );
  });

  test('`__proto__` is a key like any other', async () => {
    const { value } = await parseConfig('__proto__: {off: 1}\nb: {__proto__: 2}\n', 'c.yaml');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'b']);
    expect((value as { off?: unknown }).off).toBeUndefined();
  });
});
