import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexer } from '../rules/code-values/languages/go/lexer.js';
import { stringValue } from '../rules/code-values/languages/go/string-value.js';
import { go } from '../rules/code-values/languages/go.js';
import { processorSeconds } from './harness/processor-seconds.js';

interface Read {
  readonly value?: string;
  readonly unread?: string;
  readonly type?: string;
}

/** What the constants of a package are, by name. */
function read(...texts: readonly string[]): Record<string, Read> {
  const files = texts.map((text, index) => ({ path: `f${index}.go`, file: go.read(text), named: false }));
  return Object.fromEntries(
    go.link(files).constants.map(({ name, value, unread, type }) => [
      name,
      {
        ...(value === undefined ? {} : { value }),
        ...(unread === undefined ? {} : { unread }),
        ...(type === undefined ? {} : { type }),
      },
    ]),
  );
}

function values(...texts: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(read(...texts)).map(([name, { value }]) => [name, value]));
}

describe('declarations', () => {
  it('gives names, types, values and places', () => {
    const text = 'package p\ntype T string\nconst A T = "a"\n';
    const { types, constants, package: name } = go.read(text);
    expect(name).toBe('p');
    expect(types).toEqual([{ name: 'T', span: [15, 16], of: 'string' }]);
    expect(constants).toEqual([{ name: 'A', span: [30, 31], group: 24, type: 'T', expression: 'a' }]);
  });

  it.each([
    ['several names', 'const A, B T = "a", "b"', { A: 'a', B: 'b' }],
    ['repetition', 'const (\nA T = "a"\nB\n)', { A: 'a', B: 'a' }],
    ['repetition of several', 'const (\nA, B = "a", "b"\nC, D\n)', { A: 'a', B: 'b', C: 'a', D: 'b' }],
    ['the blank name', 'const (\n_ T = "x"\nA\n_, B = "y", "z"\n)', { A: 'x', B: 'z' }],
    ['semicolons', 'const (A = "a"; B = "b";); const C = "c"', { A: 'a', B: 'b', C: 'c' }],
    ['an empty block', 'const ()\nconst A = "a"', { A: 'a' }],
    ['a bracket on the next line', 'const\n(\nA = "a"\n)', { A: 'a' }],
    ['a value on the next line', 'const A =\n\t"a" +\n\t"b"\nconst B = "b"', { A: 'ab', B: 'b' }],
    ['comments everywhere', 'const /* x */ A /* " */ T = /* ` */ "a" // "z"\n', { A: 'a' }],
    ['a comment that ends a line', 'const A = "a" /*\n*/ const B = "b"', { A: 'a', B: 'b' }],
    ['a comment within a line', 'const A = "a" /* */ + "b"', { A: 'ab' }],
    ['parentheses', 'const A T = (("a") + ("b"))', { A: 'ab' }],
    ['conversions', 'const A, B, C = T("a"), (T)("b"), p.T("c")', { A: 'a', B: 'b', C: 'c' }],
    ['a conversion over lines', 'const A = T(\n"a",\n)', { A: 'a' }],
    ['nested conversions', 'const A = T(string("a" + T("b")))', { A: 'ab' }],
    ['runes as strings', "const A, B = string('é'), T('\\n')", { A: 'é', B: '\n' }],
    ['names of other alphabets', 'const 名前, Ä_1 T = "n", "a"', { 名前: 'n', Ä_1: 'a' }],
    ['one line ends with \\r\\n', 'const (\r\nA = "a"\r\nB = "b"\r\n)\r\n', { A: 'a', B: 'b' }],
    ['no line end at the end', 'const A = "a"', { A: 'a' }],
  ])('%s', (_title, text, expected) => {
    expect(values(`package p\ntype T string\n${text}`)).toEqual(expected);
  });

  it.each([
    ['functions', 'func f() {\nconst A = "a"\n}'],
    ['methods', 'func (t T) f() string { const A = "a"; return A }'],
    ['closures', 'var f = func() { const A = "a" }'],
    ['generic functions', 'func f[K ~string, V any](k K, v []V) (r map[K]V) { const A = "a"; return }'],
    ['line comments', '// const A = "a"'],
    ['block comments', '/*\nconst A = "a"\n*/'],
    ['raw strings', 'var s = `\nconst A = "a"\n`'],
    ['strings', 'var s = "const A = `a`"'],
    ['runes', "var r, s, t = '\"', '`', '\\''\nfunc f() { const A = \"a\" }"],
    ['struct tags', 'type S struct {\n\tConst string `json:"const A"`\n}'],
    ['labels and branches', 'func f() {\nconst_:\nfor {\ncontinue const_\n}\n}'],
    ['interfaces', 'type I interface {\n~string | ~int\nString() string\n}'],
    ['composite literals', 'var m = map[string]struct{ a string }{"const": {a: "A"}}'],
  ])('reads none from %s', (_title, text) => {
    expect(values(`package p\n${text}\nconst End = "end"`)).toEqual({ End: 'end' });
  });

  it('takes no number, boolean or rune for a string', () => {
    const text = `package p
type Level int
const (
	A Level = iota
	B
	C = 1 << (10 * iota)
	D = 'd'
	E = 'a' + 1
	F = len("text")
	G = "a" == "b"
	H = !true
	I = -1.5e+3
	J time.Duration = 5
	K = 5 * time.Second
	L = Level(3)
	M = unsafe.Sizeof("x")
	N Level = other.Level
	O = 0x1p-2 + 1_000i
)`;
    const all = read(text);
    expect(Object.values(all).flatMap(({ value, unread }) => [value, unread].filter(Boolean))).toEqual([]);
    expect(Object.keys(all)).toHaveLength(15);
    expect([all.A?.type, all.B?.type, all.L?.type]).toEqual(['Level', 'Level', 'Level']);
  });
});

describe('string literals', () => {
  it.each([
    [String.raw`"a\tb\n\\\"\a\b\f\r\v"`, 'a\tb\n\\"\x07\b\f\r\v'],
    [String.raw`"\u00e9\U0001F600"`, 'é😀'],
    [String.raw`"\xc3\xa9\303\251"`, 'éé'],
    [String.raw`"x\xffy"`, 'x\ufffdy'],
    [String.raw`"\ud800\U00110000"`, '\ufffd\ufffd'],
    [String.raw`"\x41\u0042\103D"`, 'ABCD'],
    ['`a\r\n\\n"b"`', 'a\n\\n"b"'],
    ['""', ''],
    ['``', ''],
    ['"\ufeffa"', '\ufeffa'],
    [String.raw`"\ufeff\x61"`, '\ufeffa'],
    ['"', ''],
    ['"open', 'open'],
  ])('%s', (literal, value) => {
    expect(stringValue(literal)).toBe(value);
  });

  it('reads back whatever Go can quote', () => {
    const quoted = (text: string): string =>
      `"${[...text].map((point) => (/[a-z ]/.test(point) ? point : escaped(point))).join('')}"`;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(stringValue(quoted(text))).toBe(text);
        const bytes = [...new TextEncoder().encode(text)].map((byte) => `\\x${hex(byte, 2)}`).join('');
        expect(stringValue(`"${bytes}"`)).toBe(text);
      }),
    );
  });

  function escaped(point: string): string {
    const code = point.codePointAt(0) as number;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  }

  function hex(code: number, length: number): string {
    return code.toString(16).padStart(length, '0');
  }
});

describe('packages', () => {
  it('looks up names in every file, in any order', () => {
    const first = 'package p\nconst A T = b + "!"\nconst Z = A';
    const second = 'package p\ntype T string\nconst b = c\nconst c = "c"';
    expect(read(first, second)).toEqual({
      A: { value: 'c!', type: 'T' },
      Z: { value: 'c!', type: 'T' },
      b: { value: 'c' },
      c: { value: 'c' },
    });
    expect(go.needsSiblings(go.read(first))).toBe(true);
    expect(go.needsSiblings(go.read(second))).toBe(false);
  });

  it('keeps packages of one directory apart', () => {
    const files = ['package p\nconst A = b', 'package p_test\nconst b = "b"'];
    expect(read(...files).A?.unread).toBe('`b` is not declared in its package');
  });

  it('leaves out files that no ordinary build holds, unless they are named', () => {
    const constraints = ['//go:build ignore', '// +build ignore', '//go:build linux && ignore'];
    for (const line of constraints) {
      const file = go.read(`// About this file.\n\n${line}\n\npackage p\nconst A = "a"`);
      expect(go.link([{ path: 'a.go', file, named: false }]).constants).toEqual([]);
      expect(go.link([{ path: 'a.go', file, named: true }]).constants).toHaveLength(1);
    }
    for (const line of [
      '//go:build !ignore',
      '//go:build linux || ignore',
      '// ignore',
      '//go:build ignored',
    ]) {
      expect(values(`${line}\n\npackage p\nconst A = "a"`)).toEqual({ A: 'a' });
    }
    expect(values('package p\n//go:build ignore\nconst A = "a"')).toEqual({ A: 'a' });
  });

  it('follows aliases, and stops at cycles', () => {
    const text = `package p
type A = B
type B = C
type C string
type D = string
type X = Y
type Y = X
const (
	One A = "1"
	Two B = "2"
	Three D = "3"
	Four X = "4"
	Five = C("5")
)`;
    const types = Object.values(read(text)).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['C', 'C', 'D']);
    expect(types[4]).toBe('C');
  });

  it('says what it cannot read', () => {
    const text = `package p
type T string
const (
	A T = other.A
	B T = T(fmt.Sprint(1))
	C T = C + "!"
	D T = E
	E T = D
	F T = "f"[0:1]
	G T
	H, I T = "h"
)`;
    const all = read(text);
    expect(all.A).toEqual({ type: 'T', unread: '`other.A` is not declared in its package' });
    expect(all.C?.unread).toBe('`C` refers to itself');
    for (const name of ['B', 'D', 'E', 'F', 'G', 'I'])
      expect([name, all[name]?.unread]).not.toContain(undefined);
    expect(all.H?.value).toBe('h');
  });

  it('takes the files of a package that are no tests', () => {
    const names = ['a.go', 'a_windows.go', 'a_test.go', '_a.go', '.a.go', 'a.txt', 'test.go'];
    expect(names.filter((name) => go.inPackage(name))).toEqual(['a.go', 'a_windows.go', 'test.go']);
  });
});

describe('hostile input', () => {
  it('gives plain JSON', () => {
    const text = 'package p\ntype T = q.U\nconst A, B, C T = T(x + "y"), \'r\', 1';
    const file = go.read(text);
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  });

  it.each([
    ['a string without end', 'const A = "a\nconst B = "b"', { A: 'a', B: 'b' }],
    [
      'a raw string without end',
      'const A = "a"\nconst B = `b\nconst C = "c"\n',
      { A: 'a', B: 'b\nconst C = "c"\n' },
    ],
    ['a comment without end', 'const A = "a"\n/* const B = "b"', { A: 'a' }],
    ['a rune without end', 'const A = \'a\nconst B = "b"', { A: undefined, B: 'b' }],
    ['a block without end', 'const (\nA = "a"\nB = "b"', { A: 'a', B: 'b' }],
    ['brackets too many', '}})]\nconst A = "a"', { A: 'a' }],
    ['a backslash at the end', 'const A = "a\\', { A: 'a\\' }],
    ['declarations cut short', 'const\ntype\nconst A', {}],
    ['nothing', '', {}],
    [
      'a merge conflict',
      'const (\n<<<<<<< ours\nA = "a"\n=======\nA = "b"\n>>>>>>> theirs\nC = "c"\n)',
      { A: 'a', C: 'c' },
    ],
  ])('%s', (_title, text, expected) => {
    expect(values(`package p\n${text}`)).toEqual(expected);
  });

  it('reads any text without a crash, and places lie inside of it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...'( ) { } [ ] " \' ` \\ // /* */ = , ; . + ++ const type package iota func T A "a" \n'.split(' '),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `package p ${pieces.join(' ')}`;
        const file = go.read(text);
        for (const { name, span } of [...file.constants, ...file.types]) {
          expect(text.slice(span[0], span[1])).toBe(name);
        }
        go.link([{ path: 'a.go', file, named: false }]);
      }),
      { numRuns: 500 },
    );
  });

  it('moves on with each token and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lexer = createLexer(text);
        let from = 0;
        for (let count = 0; lexer.next() !== 'end'; count++) {
          expect(lexer.start).toBeGreaterThanOrEqual(from);
          expect(count).toBeLessThanOrEqual(2 * text.length + 1);
          from = lexer.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('follows long chains, forwards and backwards', () => {
    const length = 20_000;
    const lines = Array.from({ length }, (_, index) => `const c${index} = c${index + 1}`);
    lines.push(`const c${length} T = "end"`);
    expect(read(`package p\n${lines.join('\n')}`).c0).toEqual({ value: 'end', type: 'T' });
    expect(read(`package p\n${lines.reverse().join('\n')}`).c0).toEqual({ value: 'end', type: 'T' });
  });

  it('does not build values without bounds', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `const c${index + 1} = c${index} + c${index}`);
    const all = read(`package p\nconst c0 = "0123456789"\n${lines.join('\n')}`);
    expect(all.c5?.value).toHaveLength(320);
    expect(all.c60?.unread).toMatch(/longer than/);
  });

  it.each([
    ['parentheses', (n: number) => `const A = ${'('.repeat(n)}"a"${')'.repeat(n)}`],
    ['parentheses around a type', (n: number) => `const A ${'('.repeat(n)}T${')'.repeat(n)} = "a"`],
    ['open parentheses', (n: number) => `const A = ${'(T'.repeat(n)}`],
    ['sums', (n: number) => `const A = ${'"a" + '.repeat(n)}"b"`],
    ['names', (n: number) => `const ${'A, '.repeat(n)}B = "a"`],
    ['empty comments in one line', (n: number) => `var a ${'/**/ a '.repeat(n)}`],
    ['quotes', (n: number) => `const A = ${'"'.repeat(n)}`],
    ['backslashes', (n: number) => `const A = "${'\\'.repeat(n)}`],
    ['blocks', (n: number) => 'const (\n'.repeat(n)],
    ['build constraints', (n: number) => '//go:build a && b || ignore\n'.repeat(n / 10)],
    ['functions', (n: number) => 'func f() { x := "s" }\n'.repeat(n / 10)],
  ])('takes time in proportion to many %s', (_title, text) => {
    const source = `package p\n${text(100_000)}`;
    const spent = processorSeconds(() => go.link([{ path: 'a.go', file: go.read(source), named: false }]));
    expect(spent).toBeLessThan(3);
  });

  it('reads 10 MB', () => {
    const one = `
// F is a function.
func F(a int) (string, error) {
	if s, ok := m["key"]; ok && a > 1<<4 {
		return fmt.Sprintf("%s: %d\\n", s, a), nil
	}
	return \`raw\`, errors.New("no")
}

const (
	KindA Kind = "a"
	KindB Kind = "b"
)
`;
    const text = `package p\n\ntype Kind string\n${one.repeat(Math.ceil(10_000_000 / one.length))}`;
    const spent = processorSeconds(() => {
      const { constants } = go.read(text);
      expect(constants).toHaveLength(2 * Math.ceil(10_000_000 / one.length));
    });
    expect(spent).toBeLessThan(5);
  });
});
