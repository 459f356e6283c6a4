import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regions } from '../src/source/regions.js';
import { sourcePieces } from '../src/source/source-pieces.js';
import { holds } from './harness/holds.js';

/** Comments between `«»`, strings between `‹›`, regular expressions between `{{}}`. */
function marked(text: string, path: string): string | undefined {
  const marks = { comment: ['«', '»'], string: ['‹', '›'], pattern: ['{{', '}}'] } as const;
  return sourcePieces(text, path)?.reduceRight(
    (all, { kind, span: [start, end] }) =>
      all.slice(0, start) + marks[kind][0] + all.slice(start, end) + marks[kind][1] + all.slice(end),
    text,
  );
}

describe('comments and literals', () => {
  it.each([
    ['a.ts', `x = 'a\\'//' // b 'c'`, `x = ‹'a\\'//'› «// b 'c'»`],
    ['a.ts', 'x = `a §b ? `c \\` §"}"}` : \'`\'} d` // e', 'x = ‹`a §b ? `c \\` §"}"}` : \'`\'} d`› «// e»'],
    ['a.js', 'a = b / c; d = /[/"]\\//g.test(e) // f', 'a = b / c; d = {{/[/"]\\//}}g.test(e) «// f»'],
    ['a.js', 'return /"/ /* "\n */ + "b"', 'return {{/"/}} «/* "\n */» + ‹"b"›'],
    ['a.tsx', "<p>Don't</p> // a\nb", "<p>Don't</p> «// a»\nb"],
    ['a.go', 'a := \'"\' + `\n//` // "', 'a := ‹\'"\'› + ‹`\n//`› «// "»'],
    [
      'a.rs',
      `fn f<'a>(x: &'a str) -> char { '"' } /* a /* b */ c */ r#"a"b"#`,
      `fn f<'a>(x: &'a str) -> char { ‹'"'› } «/* a /* b */ c */» ‹r#"a"b"#›`,
    ],
    [
      'a.cc',
      `int a = 1'000'000; auto b = R"x(")y")x"; // c`,
      `int a = 1'000'000; auto b = ‹R"x(")y")x"›; «// c»`,
    ],
    ['a.py', `a = '''\n# b''' # c\nd = "#"`, `a = ‹'''\n# b'''› «# c»\nd = ‹"#"›`],
    ['a.cs', 'a = @"b\\" + "c\\"d"; /// e', 'a = ‹@"b\\"› + ‹"c\\"d"›; «/// e»'],
    ['a.sql', "SELECT 'it''s -- a' -- b", "SELECT ‹'it''s -- a'› «-- b»"],
    ['a.sh', 'echo §a#b} # c\necho "a\nb"', 'echo §a#b} «# c»\necho ‹"a\nb"›'],
    ['a.yaml', "a: it's # b\nc: d#e", "a: it's «# b»\nc: d#e"],
    ['a.html', `<a title="b"><!-- c\n-->it's`, `<a title="b">«<!-- c\n-->»it's`],
    ['a.json', '{ "a": "//b\\"" }', '{ ‹"a"›: ‹"//b\\""› }'],
    ['Dockerfile', 'RUN a # b', 'RUN a «# b»'],
    ['a.ts', '// a\r\nb', '«// a»\r\nb'],
    ['a.ts', "'open\n/* open", "'open\n«/* open»"],
    ['a.xyz', '// a', undefined],
  ])('of %s: %s', (path, text, expected) => {
    const written = (line: string): string => line.replaceAll('§', '${');
    expect(marked(written(text), path)).toBe(expected && written(expected));
  });

  it('are in order and within any text', () =>
    holds(
      fc.tuple(
        fc.constantFrom('ts', 'go', 'rs', 'cc', 'py', 'cs', 'sql', 'sh', 'html', 'kt'),
        fc.array(
          fc.constantFrom(
            '"',
            "'",
            '`',
            '/',
            '*',
            '\\',
            '\n',
            '#',
            '${',
            '}',
            '"""',
            'R"(',
            'r#"',
            '<!--',
            '--',
            'a',
            ' ',
          ),
        ),
      ),
      async ([extension, parts]) => {
        const text = parts.join('');
        let from = 0;
        for (const { span } of sourcePieces(text, `a.${extension}`) ?? []) {
          expect(span[0]).toBeGreaterThanOrEqual(from);
          expect(span[1]).toBeGreaterThan(span[0]);
          from = span[1];
        }
        expect(from).toBeLessThanOrEqual(text.length);
      },
      500,
    ));
});

describe('regions', () => {
  it.each([
    ['// #region a\nx\n// #endregion', 'a 1-3'],
    ['# region a\n# region b\n# endregion\n# endregion', 'a 1-4, b 2-3'],
    ['#region a\n#region b\n#endregion a\n#endregion b', 'a 1-3, b 2-4'],
    ['<!-- #region a-b -->\r\n<!-- #endregion a-b -->\r\n', 'a-b 1-2'],
    ['--8<-- [start:a]\n--8<-- [end:a]', 'a 1-2'],
    ['// ANCHOR: a\n// ANCHOR_END: a', 'a 1-2'],
    ['// #docregion a\n// #enddocregion a', 'a 1-2'],
    ['// tag::a[]\n// end::a[]', 'a 1-2'],
    ['# [START a]\n# [END a]', 'a 1-2'],
    ['// #region a\n// #endregion b', 'a 1-'],
    ['the region of a\nregions', ''],
  ])('%j', (text, expected) => {
    const shown = regions(text).map(({ name, start, end }) => `${name} ${start}-${end ?? ''}`);
    expect(shown.join(', ')).toBe(expected);
  });
});
