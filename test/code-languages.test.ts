import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { c } from '../rules/code-values/languages/c.js';
import { graphql } from '../rules/code-values/languages/graphql.js';
import { languages } from '../rules/code-values/languages/index.js';
import { java } from '../rules/code-values/languages/java.js';
import { json } from '../rules/code-values/languages/json.js';
import { kotlin } from '../rules/code-values/languages/kotlin.js';
import type { Language } from '../rules/code-values/languages/language.js';
import { compilePattern } from '../rules/code-values/languages/pattern/compile.js';
import { PatternError, parsePattern } from '../rules/code-values/languages/pattern/parse.js';
import { search } from '../rules/code-values/languages/pattern/search.js';
import { patternLanguage } from '../rules/code-values/languages/pattern.js';
import { protobuf } from '../rules/code-values/languages/protobuf.js';
import { python } from '../rules/code-values/languages/python.js';
import { rust } from '../rules/code-values/languages/rust.js';
import { sql } from '../rules/code-values/languages/sql.js';
import { toml } from '../rules/code-values/languages/toml.js';
import { typescript } from '../rules/code-values/languages/typescript.js';
import { yaml } from '../rules/code-values/languages/yaml.js';
import type { Selector } from '../rules/code-values/options.js';
import { lineColumn, lineStarts } from '../src/text.js';

/** What a file declares by a name, or by options; or the message. */
function find(language: Language, wanted: Selector | string, text: string, path = 'f.ts') {
  const file = language.read(text, path);
  expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  const starts = lineStarts(text);
  const query = {
    wanted: typeof wanted === 'string' ? { word: wanted } : wanted,
    file: path,
    files: [path],
    at: (_path: string, [start]: readonly [number, number]) => `${path}:${lineColumn(starts, start).line}`,
  };
  const found = language.link([{ path, file, named: true }]).find(query);
  if ('missing' in found) return found.missing;
  for (const { span } of found.constants) {
    expect(span[0]).toBeLessThan(span[1]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
  return found.constants;
}

/** The values alone, a reason behind `?`; `§` stands for a dollar sign. */
function values(language: Language, wanted: Selector | string, text: string, path?: string): unknown {
  const found = find(language, wanted, text.replaceAll('§', '$'), path);
  return typeof found === 'string' ? found : found.map(({ value, unread }) => value ?? `?${unread}`);
}

describe('TypeScript', () => {
  it.each([
    ['an enum', "enum X { A = 'a', B = `b`, 'C-D' = \"c\", }", ['a', 'b', 'c']],
    ['a const enum', "export declare const enum X { A = 'a' }", ['a']],
    ['members of the same enum', "enum X { A = 'a', B = A + 'b', C = X.B + `c` }", ['a', 'ab', 'abc']],
    ['an enum in two pieces', "enum X { A = 'a' }\nenum X { B = 'b' }", ['a', 'b']],
    ['texts and numbers', "enum X { A = 'a', B = 1, C, D = 1 << 3 }", ['a', '1', '2', '8']],
    [
      'comments and strings',
      "enum X { // B = 'b'\n A = 'a', /* C = 'c', */ D = 'E = \"e\", // }' }",
      ['a', 'E = "e", // }'],
    ],
    ['a union', "type X = 'a' | \"b\" | `c`\ntype Y = 'd'", ['a', 'b', 'c']],
    ['a union over lines', "type X =\n  // first\n  | 'a'\n  | 'b' // 'c'\n;[1].map(f)", ['a', 'b']],
    ['a single literal', "export type X = 'a';", ['a']],
    ['numbers in a union', 'type X = 1 | -2 | true', ['1', '-2', 'true']],
    ['null and open ends', "type X = 'a' | null | undefined | (string & {})", ['a']],
    ['other types in a union', "type X = Y | 'c'; type Y = 'a' | 'b'", ['a', 'b', 'c']],
    ['Exclude', "type Y = 'a' | 'b' | 'c'; type X = Exclude<Y, 'b' | 'c'>", ['a']],
    ['Extract', "type Y = 'a' | 'b' | 'c'; type X = Extract<Y, 'b' | 'c'>", ['b', 'c']],
    ['an enum as a union', "enum E { A = 'a', B = 'b' } type X = `§{E}` | E.A", ['a', 'b', 'a']],
    ['an array', "export const X = ['a', 'b',] as const", ['a', 'b']],
    ['an array with holes and spread', "const Y = ['a']; const X = [...Y, , 'b'] as const;", ['a', 'b']],
    ['the elements of an array', "const A = ['a', 'b'] as const; type X = (typeof A)[number]", ['a', 'b']],
    ['without parentheses', "const A = ['a', 'b'] as const; type X = typeof A[number];", ['a', 'b']],
    [
      'an object',
      "const X = { A: 'a', 'b-c': `b`, [`d`]: 'd', 5: 'e' } as const satisfies Y",
      ['a', 'b', 'd', 'e'],
    ],
    ['values of an object', "const O = { A: 'a' } as const; type X = (typeof O)[keyof typeof O]", ['a']],
    [
      'names of an object',
      'const O = { a: 1, b() {}, async c() {} } as const; type X = keyof typeof O',
      ['a', 'b', 'c'],
    ],
    [
      'a type beside an object of its name',
      "const X = { A: 'a' } as const; type X = typeof X[keyof typeof X]",
      ['a'],
    ],
    [
      'a type beside an object without texts',
      'const X = { a: {}, b: f() }; type X = keyof typeof X',
      ['a', 'b'],
    ],
    ['freeze', "const X = Object.freeze(['a', 'b'] as const)", ['a', 'b']],
    ['a set', "const X: ReadonlySet<string> = new Set<string>(['a', 'b'])", ['a', 'b']],
    ['a set of an array', "const A = ['a']; const X = new Set([...A, 'b'])", ['a', 'b']],
    ['a map', "const X = new Map<string, number>([['a', 1], ['b', 2]])", ['a', 'b']],
    ['Object.values', "enum E { A = 'a' } const X = Object.values(E)", ['a']],
    ['Object.keys', 'const O = { a: 1 }; const X = Object.keys(O)', ['a']],
    ['a Zod enum', "const X = z.enum(['a', 'b']).optional().describe('c')", ['a', 'b']],
    ['a Zod enum of an array', "const A = ['a'] as const; export const X = z.enum(A)", ['a']],
    ['a native Zod enum', "enum E { A = 'a' } const X = z.nativeEnum(E)", ['a']],
    [
      'a Zod union',
      "const X = z.union([z.literal('a'), z.literal('b')]).or(z.literal('c'))",
      ['a', 'b', 'c'],
    ],
    ['a Zod type', "const S = z.enum(['a']); type X = z.infer<typeof S>", ['a']],
    ['less of a Zod enum', "const S = z.enum(['a', 'b']); const X = S.exclude(['a'])", ['b']],
    ['options of a Zod enum', "const S = z.enum(['a', 'b']); const X = S.options", ['a', 'b']],
    ['a text cut', "const X = 'a b'.split(' ')", ['a', 'b']],
    ['a declared constant', "export declare const X: readonly ['a', 'b'];", ['a', 'b']],
    [
      'escapes',
      "type X = 'it\\'s' | \"\\u0061\\x62\\u{63}\" | 'a\\\nb' | '\\ud83d\\ude00'",
      ["it's", 'abc', 'ab', '😀'],
    ],
    [
      'templates',
      "const P = 'p'; const X = [`§{P}-a`, `a§{'`'}b`, `$` + `{}`] as const",
      ['p-a', 'a`b', `$` + `{}`],
    ],
    ['CommonJS', "exports.X = ['a'];", ['a']],

    ['a namespace', "export namespace N.M { export enum X { A = 'a' } }", ['a']],
    ['a static field', "class C { static readonly X = ['a'] as const; m() { const X = ['b'] } }", ['a']],
    ['regular expressions', "const r = /['\"`{]/g, s = a / b / c;\nconst X = ['a']", ['a']],
    ['a regular expression behind a condition', "if (a) /['\"]/.test(b)\nconst X = ['a']", ['a']],
    ['a class in one', "const r = /[/'\"]/\nconst X = ['a']", ['a']],
    [
      'functions',
      "function f() { const X = ['b'] }\nconst g = () => { const X = ['c'] }\nconst X = ['a']",
      ['a'],
    ],
    ['no semicolons', "const a = f()\nconst X = ['a']\nconst b = 1", ['a']],
    [
      'generics',
      "const a: Map<string, Map<string, 'x'>> = new Map()\ntype X<T extends 'z' = 'y'> = 'a'",
      ['a'],
    ],
    ['a byte order and a hashbang', "#!/usr/bin/env node '\nconst X = ['a']", ['a']],
    [
      'names of other alphabets',
      "enum X { Größe = 'a', 名前 = 'b', $c = 'c', _d = 'd' }",
      ['a', 'b', 'c', 'd'],
    ],
    ['CRLF', "enum X {\r\n  A = 'a',\r\n  B = `b\r\nc`,\r\n}\r\n", ['a', 'b\nc']],
    ['decorators', "@D({ X: 'b' })\nclass C { @Input() a = 'b' }\nenum X { A = 'a' }", ['a']],
    ['a sum', "const B = 'b'; const X = ['a' + B + `c`]", ['abc']],
    [
      'a part of each',
      "const A = [{ id: 'a' }, { id: 'b', n: 1 }] as const; type X = (typeof A)[number]['id']",
      ['a', 'b'],
    ],
  ])('%s', (_title, text, expected) => {
    expect(values(typescript, 'X', text)).toEqual(expected);
  });
});

describe('Python', () => {
  it.each([
    ['an enum', 'class X(Enum):\n    """B = "b" """\n    A = "a"\n    B = \'b\'  # C = "c"\n', ['a', 'b']],
    ['a StrEnum', 'class X(enum.StrEnum):\n  A_B = auto()\n  C = enum.auto()\n  D = "D"', ['a_b', 'c', 'D']],
    ['numbers and texts', 'class X(Enum):\n  A = "a"\n  B = 5\n  C = auto()', ['a', '5', '6']],
    [
      'bit fields',
      'class X(Flag):\n  A = auto()\n  B = auto()\n  C = auto()\n  D = "d"',
      ['1', '2', '4', 'd'],
    ],
    [
      'names made by a method',
      'class Base(str, Enum):\n  def _generate_next_value_(name, *_):\n    "doc"\n    return name.lower().replace("_", "-")\nclass X(Base):\n  A_B = auto()',
      ['a-b'],
    ],
    [
      'methods, fields and private names',
      'class X(str, Enum):\n  _ignore_ = ["y"]\n  A: str = "a"\n  __p = "p"\n  b: int\n  def f(self):\n    C = "c"\n  @property\n  def g(self): return "g"\n  D = lambda: 1\n  E = nonmember("e")',
      ['a'],
    ],
    [
      'choices with labels',
      'class X(models.TextChoices):\n  A = "a", _("The a")\n  B = ("b", "The b")\n  C = "c"\n  D = auto()',
      ['a', 'b', 'c', 'D'],
    ],
    ['an inner class', 'class O:\n  class X(Enum):\n    A = "a"\n  Y = 1', ['a']],
    [
      'members of the same class',
      'class X(str, Enum):\n  A = "a"\n  B = A + "b"\n  C = f"{A}-c"',
      ['a', 'ab', 'a-c'],
    ],
    ['a line', 'class X(Enum): A = "a"; B = "b"', ['a', 'b']],
    ['Literal', 'X = Literal["a", \'b\',]', ['a', 'b']],
    ['Literal over lines', 'X: TypeAlias = t.Literal[\n    "a",  # "x"\n    "b"\n    "c",\n]', ['a', 'bc']],
    [
      'nested Literals',
      'Y = Literal["a"]\nX = Union[Y, Literal["b", None]] | Literal["c"] | None',
      ['a', 'b', 'c'],
    ],
    ['Optional', 'X = Optional[Literal["a"]]', ['a']],
    ['a type statement', 'type X = Literal["a"]', ['a']],
    ['members of an enum', 'class E(Enum):\n  A = "a"\nX = Literal[E.A, "b"]', ['a', 'b']],
    ['a tuple', 'X: Final = ("a", "b")', ['a', 'b']],
    ['a tuple without brackets', 'X = "a", "b"', ['a', 'b']],
    ['a tuple of one', 'X = ("a",)', ['a']],
    ['a text in brackets', 'X = ("a" "b")', ['ab']],
    ['a list that grows', 'X = ["a"]\nX += ["b"]\nX = X + ["c"]', ['a', 'b', 'c']],
    ['a list with spread', 'Y = ["a"]\nX = [*Y, "b"] + ["c"]', ['a', 'b', 'c']],
    ['a set', 'X = {"a", "b"} | {"c"}', ['a', 'b', 'c']],
    ['a frozenset', 'X: Final[frozenset[str]] = frozenset({"a", "b"})', ['a', 'b']],
    [
      'a dictionary',
      'Y = {"a": 1}\nX = {**Y, "b": f(x, y), "c": {"d": 1}}\nX["e"] = 2',
      ['a', 'b', 'c', 'e'],
    ],
    ['dict()', 'X = dict(a=1, b="x")', ['a', 'b']],
    ['an enum by a call', 'X = StrEnum("X", ["A", "B"])', ['a', 'b']],
    ['get_args', 'L = Literal["a", "b"]\nX = frozenset(get_args(L))', ['a', 'b']],
    [
      'comprehensions',
      'class E(Enum):\n  A = "a"\nX = [e.value for e in E] + list(k[1] for k in [("x", "y")])',
      ['a', 'y'],
    ],
    ['choices of pairs', 'C = [("a", "A"), ("b", "B")]\nX = [k for k, _ in C]', ['a', 'b']],
    ['a text cut', 'X = "a  b\\n c".split()', ['a', 'b', 'c']],
    [
      'escapes',
      'X = ["it\\\'s", "\\u0061\\x62\\143", r"\\n", "\\d", "a\\\nb", """c\n"d\\"""", "\\U0001F600"]',
      ["it's", 'abc', '\\n', '\\d', 'ab', 'c\n"d"', '😀'],
    ],
    [
      'formatted texts',
      'P = "p"\nX = [f"{P}-a", f"{{}}", f"a" "b", f"{P!r}"]',
      ['p-a', '{}', 'ab', '?it is formatted from more than names'],
    ],
    ['quotes in formatted texts', 'a = f"{b["c"]} {d:{e}}"; X = ["a"]', ['a']],
    ['functions', 'def f():\n  X = ["b"]\nasync def g(\n  a="x",\n):\n  X = ["c"]\nX = ["a"]', ['a']],
    ['conditions', 'if a:\n  X = ["a"]\nelse:\n  X = ["b"]\nif False:\n  X = ["c"]', ['a', 'b']],
    ['lines that go on', 'X = \\\n  ["a",\n"b"] \\\n  + ["c"]', ['a', 'b', 'c']],
    ['several targets', 'Y = X = ("a",)\nA, B = 1, 2', ['a']],
    ['CRLF', 'class X(Enum):\r\n    A = "a"\r\n    B = """b\r\nc"""\r\n', ['a', 'b\nc']],
    ['names of other alphabets', 'class X(Enum):\n\tGröße = "a"\n\t名前 = "b"', ['a', 'b']],
    ['comments between', 'class X(Enum):\n  A = "a"\n# not indented\n\n  B = "b"', ['a', 'b']],
    ['a call that changes it', 'X = ["a"]\nX.append(f())', ['a', '?a call changes the set']],
  ])('%s', (_title, text, expected) => {
    expect(values(python, 'X', text, 'f.py')).toEqual(expected);
  });
});

describe('Rust', () => {
  it.each<[string, Selector | string, string, unknown]>([
    ['an enum', 'X', 'pub enum X { A, B(String), C { a: &str, b: u8 }, }', ['A', 'B', 'C']],
    [
      'serde names',
      'X',
      '#[derive(Debug, Serialize)]\n#[serde(rename_all = "kebab-case")]\nenum X { AbC, #[serde(rename = "d e")] D, HTTPServer }',
      ['ab-c', 'd e', 'h-t-t-p-server'],
    ],
    [
      'skipped variants',
      'X',
      '#[derive(serde::Deserialize)] enum X { A, #[serde(skip)] B, #[serde(untagged)] C(String), #[serde(other)] D }',
      ['A', 'D'],
    ],
    [
      'strum names',
      'X',
      '#[derive(strum::Display)]\n#[strum(serialize_all = "snake_case")]\nenum X { HTTPServer, V2Api, #[strum(serialize = "a", serialize = "abc")] B, #[strum(to_string = "c", serialize = "see")] C, #[strum(disabled)] D }',
      ['http_server', 'v2_api', 'abc', 'c'],
    ],
    [
      'clap names',
      'X',
      '#[derive(Clone, clap::ValueEnum)] enum X { AlwaysOn, #[value(name = "x")] B, #[value(skip)] C }',
      ['always-on', 'x'],
    ],
    [
      'libraries that agree',
      'X',
      '#[derive(Serialize, strum::EnumString)] #[serde(rename_all = "lowercase")] #[strum(serialize_all = "lowercase")] enum X { Ab }',
      ['ab'],
    ],
    [
      'libraries that do not',
      { name: 'X', value: 'strum' },
      '#[derive(Serialize, EnumString)] #[strum(serialize_all = "lowercase")] enum X { Ab }',
      ['ab'],
    ],
    [
      'conditional attributes',
      'X',
      '#[cfg_attr(feature = "serde", derive(Serialize), serde(rename_all = "UPPERCASE"))] enum X { Ab, #[cfg(windows)] Cd }',
      ['AB', 'CD'],
    ],
    [
      'names in code',
      { name: 'X', value: 'name' },
      '#[serde(rename_all = "lowercase")] enum X { Ab, r#Type }',
      ['Ab', 'Type'],
    ],
    [
      'numbers',
      { name: 'X', value: 'value' },
      'enum X { A = 1, B, C = 0x10, D = 1 << 5 }',
      ['1', '2', '16', '32'],
    ],
    [
      'comments and strings',
      'X',
      'enum X { /// A doc, B\n A, /* B, /* C, */ D, */ #[doc = "E, }"] F }',
      ['A', 'F'],
    ],
    [
      'an array',
      'X',
      'pub const X: &[&\'static str] = &["a", r#"b"c"#, concat!("d", "e"), P];\nconst P: &str = "p";',
      ['a', 'b"c', 'de', 'p'],
    ],
    ['an array of a length', 'X', 'static X: [&str; 2] = ["a", "b"];', ['a', 'b']],
    [
      'constants by prefix',
      { prefix: 'K_' },
      'const K_A: &str = "a"; pub(crate) const K_B: &str = "b"; const fn K_C() {} const L: &str = "l";',
      ['a', 'b'],
    ],
    [
      'an impl',
      'X.ALL',
      'enum X { A, B } impl X { pub const ALL: &[X] = &[Self::A, X::B]; fn f() { const C: &str = "c"; } }',
      ['A', 'B'],
    ],
    [
      'an impl of a trait',
      'X::NAME',
      'impl<\'a, T: Into<String>> fmt::Display for super::X<\'a> { const NAME: &str = "x"; }',
      ['x'],
    ],
    ['a module', 'm::X', 'mod m { pub enum X { A } } mod n { enum X { B } }', ['A']],
    ['tests', 'X', '#[cfg(test)] mod tests { enum X { B } } enum X { A }', ['A']],
    [
      'escapes',
      'X',
      'const X: &[&str] = &["\\x41\\u{1F600}\\n", "a\\\n   b", "\\\\", b"c"];',
      ['A😀\n', 'ab', '\\', '?it is a text of bytes'],
    ],
    [
      'lifetimes and characters',
      'X',
      "fn f<'a>(c: char) { if c == '\"' || c == '\\'' || c == '{' {} } enum X { A }",
      ['A'],
    ],
    ['CRLF', 'X', 'enum X {\r\n  A,\r\n  B,\r\n}\r\n', ['A', 'B']],
    ['names of other alphabets', 'X', 'enum X { Größe, 名前 }', ['Größe', '名前']],
    ['a macro', 'X', 'const X: &[&str] = &[env!("A"), "b"];', ['?the macro `env!` makes it', 'b']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(rust, wanted, text, 'f.rs')).toEqual(expected);
  });

  it('asks where libraries call members by different names', () => {
    const text = '#[derive(Serialize, EnumString)] #[strum(serialize_all = "lowercase")]\nenum X { Ab }';
    expect(find(rust, 'X', text, 'f.rs')).toBe(
      '`X` has several readings, as `Ab` at f.rs:2: serde calls it `Ab`, strum calls it `ab`. Say by the option `value` which is meant: `serde`, `strum`, or `name`.',
    );
  });
});

describe('Java', () => {
  it.each<[string, Selector | string, string, unknown]>([
    ['an enum', 'X', 'package p;\npublic enum X { A, B; }', ['A', 'B']],
    [
      'constructors',
      { name: 'X', value: 'argument' },
      'enum X { A("a", 1), B("b" + "c", 2) { @Override String f() { return "z"; } }, C(Y.D, 3); final String id; X(String id, int n) {} static class Y { static final String D = "d"; } }',
      ['a', 'bc', 'd'],
    ],
    [
      'a parameter by its name',
      { name: 'X', value: 'argument', field: 'n' },
      'enum X { A("a", 1); X(String id, final int n) {} }',
      ['1'],
    ],
    [
      'annotations',
      'X',
      'enum X { @JsonProperty("a-b") A_B, @Deprecated(since = "1, 2") @SerializedName(value = "c") C, D }',
      ['a-b', 'c', 'D'],
    ],
    ['names in code', { name: 'X', value: 'name' }, 'enum X { @JsonProperty("a") A }', ['A']],
    [
      'an inner enum',
      'O.X',
      'class O<T extends Enum<T>> { enum X implements Y { A } } class P { enum X { B } }',
      ['A'],
    ],
    [
      'comments and strings',
      'X',
      'enum X { A, // B,\n /* C, */ D, /** E, */ F; String s = "G, }"; char c = \'"\'; }',
      ['A', 'D', 'F'],
    ],
    [
      'constants of a class',
      { prefix: 'K_' },
      'final class X { public static final String K_A = "a", K_B = "b"; private String K_C = "c"; void f() { final String K_D = "d"; } }',
      ['a', 'b'],
    ],
    ['a class of constants', 'X', 'interface X { String A = "a"; String B = A + "b"; }', ['a', 'ab']],
    [
      'arrays and sets',
      'X',
      'class O { static final Set<String> X = Set.of("a", B); static final String B = "b"; }',
      ['a', 'b'],
    ],
    [
      'a set of a list',
      'X',
      'class O { static final Set<String> X = Collections.unmodifiableSet(new HashSet<>(Arrays.asList("a", "b"))); }',
      ['a', 'b'],
    ],
    ['an array', 'X', 'class O { static final String[] X = { "a", "b", }; }', ['a', 'b']],
    [
      'text blocks',
      'X',
      'class O { static final String[] X = { """\n    a\n      "b"\\\n    c\n    """, "\\u0041\\101\\s" }; }',
      ['a\n  "b"c\n', 'AA '],
    ],
    ['no semicolon', 'X', 'enum X {\n  A,\n  B,\n}', ['A', 'B']],
    ['an empty list', 'X', 'enum X { ; static final int Y = 1; }', '`X` holds no values.'],
    ['CRLF', 'X', 'enum X {\r\n  A,\r\n  B\r\n}\r\n', ['A', 'B']],
    ['names of other alphabets', 'X', 'enum X { GRÖSSE, 名前, $A }', ['GRÖSSE', '名前', '$A']],
    ['an annotation type', 'X', '@interface Y { String value() default "X"; } enum X { A }', ['A']],
    [
      'generic methods',
      'X',
      'class O { <T> Map<String, List<T>> f(T t) throws E { enum X { B } return null; } enum X { A } }',
      ['A'],
    ],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(java, wanted, text, 'F.java')).toEqual(expected);
  });
});

describe('Kotlin', () => {
  it.each<[string, Selector | string, string, unknown]>([
    ['an enum', 'X', 'enum class X { A, B }', ['A', 'B']],
    [
      'constructors',
      { name: 'X', value: 'argument' },
      'enum class X(val id: String, val n: Int = 0) : Y { A("a"), B(n = 2, id = "b§{C}") { override fun f() = "z" }; companion object { const val C = "c" } }',
      ['a', 'bc'],
    ],
    [
      'annotations',
      'X',
      '@Serializable enum class X { @SerialName("a-b") A_B, @field:Json(name = "c") C, D; fun f() = "e" }',
      ['a-b', 'c', 'D'],
    ],
    ['an inner enum', 'O.X', 'class O(val a: String = "x") : P() {\n  enum class X { A }\n}', ['A']],
    [
      'comments and strings',
      'X',
      'enum class X { A, // B\n /* C, /* D, */ E, */ F; val s = "G, } §{ h("}") }" }',
      ['A', 'F'],
    ],
    [
      'constants of an object',
      'X',
      'object X { const val A = "a"\n const val B: String = "$A-b"\n fun f() { val C = "c" } }',
      ['a', 'a-b'],
    ],
    ['a companion', 'X.ALL', 'class X { companion object { val ALL = setOf("a", "b") } }', ['a', 'b']],
    ['a list', 'X', 'val X: List<String> = listOf<String>("a", "b",)\nval Y = 1', ['a', 'b']],
    ['a map', 'X', 'val X = mapOf("a" to 1, "b" to f(2, 3))', ['a', 'b']],
    [
      'the entries of an enum',
      'X',
      'enum class E { A, B }\nval X = setOf(*E.values()) + E.entries',
      ['A', 'B', 'A', 'B'],
    ],
    ['raw strings', 'X', 'val X = listOf("""a\\n"b"""", "\\$c", "\\u0041")', ['a\\n"b"', '$c', 'A']],
    ['names in backticks', 'X', 'enum class X { `A B`, C }', ['A B', 'C']],
    [
      'calls',
      'X',
      'val X = listOf("a".lowercase(), "b", if (c) "d" else "e")',
      ['?it is made by a call of `….lowercase`', 'b', '?its expression is more than texts, names and `+`'],
    ],
    [
      'functions',
      'X',
      'fun f(): List<String> {\n  val X = listOf("b")\n  return X\n}\nval X = listOf("a")',
      ['a'],
    ],
    ['CRLF', 'X', 'enum class X {\r\n  A,\r\n  B;\r\n}\r\n', ['A', 'B']],
    ['names of other alphabets', 'X', 'enum class X { GRÖSSE, 名前 }', ['GRÖSSE', '名前']],
    ['a class without a body', 'X', 'data class A(val s: String)\nenum class X { A }', ['A']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(kotlin, wanted, text, 'F.kt')).toEqual(expected);
  });
});

describe('C', () => {
  it.each<[string, Selector | string, string, unknown]>([
    ['an enum', 'X', 'enum X { A, B = 2, C = A | B, };', ['A', 'B', 'C']],
    [
      'numbers',
      { name: 'X', value: 'value' },
      "enum X { A, B = 0x10, C, D = A | C, E = 1'000, F = 010, G = 'a' };",
      ['0', '16', '17', '17', '1000', '8', '97'],
    ],
    ['a typedef', 'X', 'typedef enum tag { A, B } X;', ['A', 'B']],
    ['a typedef without a tag', 'X', 'typedef enum { A, B } X, *PX;', ['A', 'B']],
    [
      'a scoped enum',
      'n::X',
      'namespace n { enum class [[nodiscard]] EXPORT X : std::uint8_t { A [[deprecated("B, C")]], D UMETA(Display = "E") = 3 }; }',
      ['A', 'D'],
    ],
    [
      'an enum of a class',
      'O::X',
      'class EXPORT O final : public Base<int> { public: enum X { A }; X x = A; }; enum X { B };',
      ['A'],
    ],
    ['an enum without a name', 'K_A', 'enum { K_A, K_B };', ['K_A', 'K_B']],
    [
      'constants by prefix',
      { prefix: 'K_' },
      '#define K_A "a"\n#define K_B K_A "b" // c\n#define K_F(x) "f"\nconst char* K_C = "c", *K_D = "d";\nstatic constexpr std::string_view K_E{"e"};\nenum { K_G };',
      ['a', 'ab', 'c', 'd', 'e', 'K_G'],
    ],
    [
      'macros over lines',
      { prefix: 'K_' },
      '#define K_A \\\n  "a" \\\n  "b"\n#  define K_B /* c */ L"d"\n#undef K_A',
      ['ab', 'd'],
    ],
    ['an array', 'X', 'static const char *const X[] = { "a", "b" "c", [2] = "d", NULL };', ['a', 'bc', 'd']],
    ['an array that a zero ends', 'X', 'const char *X[] = { "a", "b", 0 };', ['a', 'b']],
    [
      'a container',
      'X',
      'const std::vector<std::pair<int, int>> Y = {{1, 2}};\ninline constexpr std::array<std::string_view, 2> X{"a", "b"sv};',
      ['a', 'b'],
    ],
    [
      'comments and strings',
      'X',
      'enum X { A, // B, \\\n C,\n /* D, */ E };\nconst char* s = "enum X { F };";',
      ['A', 'E'],
    ],
    [
      'conditions',
      'X',
      'enum X {\n  A,\n#ifdef _WIN32\n  B,\n#else\n  C = 1\n#endif\n};\n#if 0\nenum X { D };\n#if 1\n#endif\n#endif',
      ['A', 'B', 'C'],
    ],
    ['an included list', 'X', 'enum X {\n#include "x.def"\n  A\n};', ['?an included file makes it', 'A']],
    ['a list by a macro', 'X', 'enum X { LIST(ITEM), A };', ['?the macro `LIST` makes it', 'A']],
    [
      'raw strings',
      'X',
      'const char* X[] = { R"x(a)"b)x", u8"\\xc3\\xa9", "\\303\\251\\\\x41", L"\\u0041" };',
      ['a)"b', 'é', 'é\\x41', 'A'],
    ],
    [
      'characters and digits',
      'X',
      "int f() { char c = '\"', d = '\\''; int n = 1'0'0; return c; }\nenum X { A };",
      ['A'],
    ],
    [
      'functions',
      'X',
      'static enum X f(enum X x) { enum X { B }; return x; }\nvoid g() const override { auto X = {1}; }\nenum X { A };',
      ['A'],
    ],
    [
      'templates',
      'X',
      'template <class T = int, typename U = std::vector<T>> struct S { enum X { A }; };',
      ['A'],
    ],
    ['Objective-C', 'X', 'typedef NS_ENUM(NSInteger, X) { A, B = 3 };', ['A', 'B']],
    [
      'casts',
      { prefix: 'K' },
      'const int K = (int)5; static const X K2 = static_cast<X>(3); const char* K3 = _T("a");',
      ['5', '3', 'a'],
    ],
    ['CRLF', 'X', 'enum X {\r\n  A,\r\n  B\r\n};\r\n#define Y "a" \\\r\n "b"\r\n', ['A', 'B']],
    ['names of other alphabets', 'X', 'enum X { GRÖSSE, 名前 };', ['GRÖSSE', '名前']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(c, wanted, text, 'f.cpp')).toEqual(expected);
  });
});

describe('Protocol Buffers', () => {
  it.each<[string, Selector | string, string, unknown]>([
    [
      'an enum',
      'X',
      'syntax = "proto3";\nenum X { option allow_alias = true; A = 0; B = 1 [deprecated = true, (my.opt) = { a: "C = 2;" }]; reserved 2, 5 to 7; reserved "D"; E = -1; }',
      ['A', 'B', 'E'],
    ],
    [
      'without a prefix',
      { name: 'X', stripPrefix: 'X_' },
      'enum X { X_A = 0; X_B = 1; Y = 2; }',
      ['A', 'B', 'Y'],
    ],
    ['numbers', { name: 'X', value: 'value' }, 'enum X { A = 0; B = 0x10; C = -3; }', ['0', '16', '-3']],
    [
      'in a message',
      'M.X',
      'message M { message N { enum X { B = 0; } } enum X { A = 0; } X enum = 1; map<string, X> m = 2; }',
      ['A'],
    ],
    [
      'comments and strings',
      'X',
      "enum X { // B = 1;\n A = 0; /* C = 2; */ }\noption go_package = 'enum X { D = 0; }';",
      ['A'],
    ],
    ['CRLF', 'X', 'enum X {\r\n  A = 0;\r\n  B = 1;\r\n}\r\n', ['A', 'B']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(protobuf, wanted, text, 'f.proto')).toEqual(expected);
  });
});

describe('GraphQL', () => {
  it.each<[string, Selector | string, string, unknown]>([
    [
      'an enum',
      'X',
      '"An enum X { C }"\nenum X @a(b: "{") {\n  "A, B"\n  A, B @deprecated(reason: "C { D }")\n  """\n  E\n  """\n  F # G\n}',
      ['A', 'B', 'F'],
    ],
    ['an extension', 'X', 'enum X { A } extend enum X { B }', ['A', 'B']],
    ['a field of the name', 'X', 'type T { enum: X, a(enum: X = B): X } enum X { A }', ['A']],
    ['block strings', 'X', '""" \\""" enum X { B } """ enum X { A }', ['A']],
    ['CRLF', 'X', 'enum X {\r\n  A\r\n  B\r\n}\r\n', ['A', 'B']],
    ['keywords', 'X', 'enum X { enum type input on }', ['enum', 'type', 'input', 'on']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(graphql, wanted, text, 'f.graphql')).toEqual(expected);
  });
});

describe('SQL', () => {
  it.each<[string, Selector | string, string, unknown]>([
    [
      'a type',
      'x',
      "CREATE TYPE public.x AS ENUM ('a', 'it''s', E'b\\n', 'c\\d');",
      ['a', "it's", 'b\n', 'c\\d'],
    ],
    ['letter case', 'X', "create type X as enum ('A', 'b');", ['A', 'b']],
    ['quoted names', 'My X', 'CREATE TYPE "My X" AS ENUM (\'a\');', ['a']],
    [
      'values that are added',
      'x',
      "CREATE TYPE x AS ENUM ('b');\nALTER TYPE x ADD VALUE IF NOT EXISTS 'a' BEFORE 'b';\nALTER TYPE public.x ADD VALUE 'c';",
      ['a', 'b', 'c'],
    ],
    [
      'values that are renamed',
      'x',
      "CREATE TYPE x AS ENUM ('a', 'b'); ALTER TYPE x RENAME VALUE 'a' TO 'c';",
      ['c', 'b'],
    ],
    [
      'a type that is replaced',
      'x',
      "CREATE TYPE x AS ENUM ('a', 'b'); ALTER TYPE x RENAME TO x_old; CREATE TYPE x AS ENUM ('a'); ALTER TABLE t ALTER COLUMN c TYPE x; DROP TYPE x_old;",
      ['a'],
    ],
    [
      'a condition',
      't.c',
      "CREATE TABLE IF NOT EXISTS s.t (id int, c text NOT NULL DEFAULT 'a' CHECK (c IN ('a', 'b')), d text);",
      ['a', 'b'],
    ],
    [
      'a condition as dumped',
      'c',
      "CREATE TABLE t (c character varying(10), CONSTRAINT t_c_check CHECK (((c)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))));",
      ['a', 'b'],
    ],
    [
      'a constraint',
      'my_check',
      "ALTER TABLE ONLY t ADD CONSTRAINT my_check CHECK (c IS NULL OR lower(c) IN ('a', 'b'));",
      ['a', 'b'],
    ],
    [
      'a constraint that is replaced',
      't.c',
      "CREATE TABLE t (c text CHECK (c IN ('a'))); ALTER TABLE t DROP CONSTRAINT t_c_check, ADD CONSTRAINT t_c_check CHECK (c IN ('a', 'b'));",
      ['a', 'b'],
    ],
    ['alternatives', 'c', "CREATE TABLE t ([c] varchar(9), CHECK (([c]='a' OR [c]='b')));", ['a', 'b']],
    [
      'several columns',
      'd',
      "CREATE TABLE t (c text, d text, CHECK (c IN ('a') AND d IN ('b') AND c NOT IN ('z')));",
      ['b'],
    ],
    ['a domain', 'x', "CREATE DOMAIN x AS text CHECK (VALUE IN ('a', 'b'));", ['a', 'b']],
    [
      'MySQL',
      't.c',
      "CREATE TABLE `t` (\n  `id` int, # it's\n  `c` enum('a','it\\'s','b''c') NOT NULL COMMENT 'd, e',\n  KEY `k` (`c`)\n) ENGINE=InnoDB;",
      ['a', "it's", "b'c"],
    ],
    [
      'a column that is modified',
      'c',
      "CREATE TABLE `t` (`c` enum('a')); ALTER TABLE `t` MODIFY COLUMN `c` enum('a','b') NOT NULL, ADD COLUMN `e` enum('z');",
      ['a', 'b'],
    ],
    [
      'a block',
      'x',
      "DO $$ BEGIN\n CREATE TYPE x AS ENUM ('a');\nEXCEPTION WHEN duplicate_object THEN null;\nEND $$;",
      ['a'],
    ],
    [
      'bodies of functions',
      'x',
      "CREATE FUNCTION f() RETURNS text AS $body$ it's; CREATE TYPE x AS ENUM ('b'); $body$ LANGUAGE sql; CREATE TYPE x AS ENUM ('a');",
      ['a'],
    ],
    [
      'comments and strings',
      'x',
      "-- CREATE TYPE x AS ENUM ('b');\n/* ' /* */ CREATE TYPE x AS ENUM ('c'); */\nCREATE TYPE x AS ENUM ('a', -- 'd'\n 'CREATE TYPE x;');",
      ['a', 'CREATE TYPE x;'],
    ],
    [
      'what undoes a migration',
      'x',
      "-- +goose Up\nCREATE TYPE x AS ENUM ('a');\n-- +goose Down\nDROP TYPE x;",
      ['a'],
    ],
    ['CRLF', 'x', "CREATE TYPE x AS ENUM (\r\n  'a',\r\n  'b'\r\n);\r\n", ['a', 'b']],
    ['names of other alphabets', 'größe', "CREATE TYPE größe AS ENUM ('klein', '大');", ['klein', '大']],
  ])('%s', (_title, wanted, text, expected) => {
    expect(values(sql, wanted, text, 'f.sql')).toEqual(expected);
  });
});

describe('data', () => {
  const schema = JSON.stringify({
    components: {
      schemas: {
        X: { type: 'string', enum: ['a', 'b', null] },
        Y: { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] },
        Z: { type: 'array', items: { $ref: '#/components/schemas/X' } },
        Loop: { $ref: '#/components/schemas/Loop' },
      },
    },
    paths: {
      '/s/{id}': {
        get: { parameters: [{ name: 'q' }, { name: 'x', schema: { $ref: '#/components/schemas/X' } }] },
      },
    },
    clients: [
      { id: 'a', n: 1 },
      { id: 'b', n: 2.5 },
    ],
    map: { a: 'A', b: 'B', 'c.d': { e: 'E' } },
    list: ['a', 1, true],
  });
  it.each<[string, Selector | string, unknown]>([
    ['a schema', 'components.schemas.X', ['a', 'b']],
    ['its list', 'components.schemas.X.enum', ['a', 'b']],
    ['alternatives', 'components.schemas.Y', ['a', 'b']],
    ['a list of a reference', 'components.schemas.Z', ['a', 'b']],
    [
      'a reference to itself',
      'components.schemas.Loop',
      'No value of `components.schemas.Loop` can be read, as `components.schemas.Loop` at f.json:1: it refers to itself.',
    ],
    ['a pointer', '#/components/schemas/X/enum', ['a', 'b']],
    ['a pointer with escapes', '/paths/~1s~1{id}/get/parameters/1/schema', ['a', 'b']],
    ['an element by its name', 'paths["/s/{id}"].get.parameters[name=x].schema', ['a', 'b']],
    ['a field of each', 'clients.*.id', ['a', 'b']],
    ['a field as an option', { path: 'clients', field: 'id' }, ['a', 'b']],
    ['keys', 'map', ['a', 'b', 'c.d']],
    ['values', { path: 'map', value: 'value' }, ['A', 'B', '?it is a set of its own']],
    ['a key with a dot', 'map["c.d"].e', ['E']],
    ['a key with an escape', 'map.c\\.d.e', ['E']],
    ['keys by their beginning', { path: 'components.schemas', prefix: 'Lo' }, undefined],
    ['other scalars', 'list', ['a', '1', 'true']],
    ['an index', 'list[0]', ['a']],
    [
      'one that is not there',
      'components.schema.X',
      '`components` in f.json has no `schema`. Did you mean `schemas`?',
    ],
  ])('JSON: %s', (_title, wanted, expected) => {
    if (expected !== undefined) expect(values(json, wanted, schema, 'f.json')).toEqual(expected);
  });

  it.each<[string, string, string, unknown]>([
    ['comments and commas', 'x', '{ // "x": ["b"]\n "x": ["a", /* "c", */ "d",], }', ['a', 'd']],
    ['escapes', 'x', '{"x": ["\\u00e9\\n", "a\\/b"]}', ['é\n', 'a/b']],
    ['CRLF', 'x', '{\r\n  "x": [\r\n    "a"\r\n  ]\r\n}', ['a']],
    ['no end', 'x', '{"x": ["a", "b', ['a', 'b']],
    ['the same key twice', 'x', '{"x": ["a"], "x": ["b"]}', ['b']],
  ])('JSON text: %s', (_title, wanted, text, expected) => {
    expect(values(json, wanted, text, 'f.json')).toEqual(expected);
  });

  it.each<[string, Selector | string, string, unknown]>([
    ['lists', 'x', 'x:\n  - a # b\n  - "c: d"\n  - it\'s\n', ['a', 'c: d', "it's"]],
    [
      'numbers as written',
      'x',
      'x: [1.10, 0x1F, yes, true, null, ~, 1_0]',
      ['1.10', '0x1F', 'yes', 'true', '1_0'],
    ],
    ['keys', 'x', 'x:\n  a: 1\n  "b c": {d: e}\n  5: f\n', ['a', 'b c', '5']],
    ['anchors', 'x', 'base: &b [a, b]\nx: *b', ['a', 'b']],
    ['merged keys', 'x', 'base: &b {a: 1, c: 2}\nx:\n  <<: [*b]\n  c: 3\n  d: 4', ['c', 'd', 'a']],
    ['documents', '*.id', '- id: a\n---\n- id: b\n', ['a', 'b']],
    ['block texts', 'x.*', 'x:\n  - |\n    a\n    b\n  - >-\n    c\n    d\n', ['a\nb\n', 'c d']],
    ['tags', 'x', 'x: !custom\n  - !ref a\n  - b', ['a', 'b']],
    ['a reference', 'X', 'X: {$ref: "#/Y"}\nY: {enum: [a, b]}', ['a', 'b']],
    [
      'another file',
      'X',
      'X: {$ref: "other.yaml#/Y"}',
      'No value of `X` can be read, as `X` at f.yaml:1: it refers to other.yaml#/Y.',
    ],
    ['an alias of itself', 'x', 'x: &x [*x, a]', ['?it is a set of its own', 'a']],
    ['CRLF', 'x', 'x:\r\n  - a\r\n  - b\r\n', ['a', 'b']],
    ['a broken end', 'x', 'x: [a, b]\ny: "c\n', ['a', 'b']],
  ])('YAML: %s', (_title, wanted, text, expected) => {
    expect(values(yaml, wanted, text, 'f.yaml')).toEqual(expected);
  });

  it.each<[string, Selector | string, string, unknown]>([
    [
      'lists',
      'a.x',
      '[a]\nx = [ # b\n  "a",\n  \'b\\n\', # "c"\n  """\nd""", \'\'\'e\'\'\',\n]',
      ['a', 'b\\n', 'd', 'e'],
    ],
    ['tables', 'x', '[x.a]\n[x."b.c"]\n[x.d.e]\n[y]', ['a', 'b.c', 'd']],
    ['dotted keys', 'x', 'x.a = 1\nx.b.c = 2\n"x".d = 3', ['a', 'b', 'd']],
    ['arrays of tables', 'x.*.id', '[[x]]\nid = "a"\n[x.y]\nid = "z"\n[[x]]\nid = "b"', ['a', 'b']],
    ['inline tables', 'x.*.id', 'x = [{id = "a"}, {id = "b", n = [1, 2]}]', ['a', 'b']],
    [
      'numbers and dates as written',
      'x',
      'x = [1_000, 1.10, true, 1979-05-27T07:32:00Z, 1979-05-27 07:32:00, inf]',
      ['1_000', '1.10', 'true', '1979-05-27T07:32:00Z', '1979-05-27 07:32:00', 'inf'],
    ],
    ['escapes', 'x', 'x = ["\\u00e9\\U0001F600", """a \\\n   b"""]', ['é😀', 'a b']],
    ['what looks like tables', 'x', 's = """\n[x]\na = 1\n"""\n# [x]\nx = ["a"]', ['a']],
    ['CRLF', 'x', 'x = [\r\n  "a",\r\n  """\r\nb\r\nc"""\r\n]\r\n', ['a', 'b\nc']],
    ['broken lines', 't.x', 'y = [1, \n=\n[z\n[t]\nx = ["a"]', ['a']],
    ['features', 'features', '[features]\ndefault = ["a"]\nfull = []\n', ['default', 'full']],
  ])('TOML: %s', (_title, wanted, text, expected) => {
    expect(values(toml, wanted, text, 'f.toml')).toEqual(expected);
  });
});

describe('patterns', () => {
  const read = (pattern: string, text: string, options: Selector = {}) =>
    values(patternLanguage(pattern, options), { pattern, ...options }, text, 'f.sh');

  it.each<[string, string, Selector, string, unknown]>([
    ['the first group', '^\\s*case "([^"]+)":', {}, 'case "a":\n  case "b": return "c"\n', ['a', 'b']],
    ['no group', '\\bK_\\w+', {}, 'K_A + K_B xK_C', ['K_A', 'K_B']],
    ['a group by its name', '(\\w+)=(?<v>\\w+)', { group: 'v' }, 'a=b c=d', ['b', 'd']],
    ['a group by its number', '(\\w+)=(\\w+)', { group: 2 }, 'a=b', ['b']],
    [
      'lines between',
      '"(\\w+)"',
      { after: 'begin', until: 'end' },
      '"a"\nbegin "b"\n"c"\nend "d"\n"e"',
      ['c'],
    ],
    ['alternatives', '^(?:a|(b)|c(d)?)$', { group: 1 }, 'a\nb\ncd', ['b']],
    ['lazy repetitions', '<(.+?)>', {}, '<a> <b>', ['a', 'b']],
    ['counted repetitions', '\\b\\d{2,3}\\b', {}, '1 22 333 4444', ['22', '333']],
    ['unicode', '(\\p{Lu}.)x', {}, 'É😀x', ['É😀']],
    ['CRLF', '^(\\w+)$', {}, 'a\r\nb\r\n', ['a', 'b']],
    [
      'a reference',
      '(a)\\1',
      {},
      'aa',
      'The pattern cannot be used: there is a reference to a group at character 4.',
    ],
    [
      'lookaround',
      'a(?=b)',
      {},
      'ab',
      'The pattern cannot be used: there is lookaround or a flag at character 2.',
    ],
    ['an open group', '(a', {}, 'a', 'The pattern cannot be used: a `(` is not closed at character 1.'],
    ['no such group', '(a)', { group: 'b' }, 'a', 'The pattern cannot be used: it has no group `b`.'],
    ['no match', 'z', {}, 'a', 'The pattern matches nothing in f.sh.'],
    ['no such line', 'a', { after: 'b' }, 'a', 'f.sh has no line that holds `b`.'],
  ])('%s', (_title, pattern, options, text, expected) => {
    expect(read(pattern, text, options)).toEqual(expected);
  });
});

describe('a pattern and the same one in JavaScript', () => {
  const atom = fc.constantFrom(...String.raw`a b c . [ab] [^a] \w \b ^ $ \d (?:a|bc) \u0061 é`.split(' '));
  const mark = fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?', '+?', '??');
  const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([first, second]) => `${first}|${second}`),
    ),
    piece: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(atom, mark).map(([one, repetition]) => one + repetition),
      tie('pattern').map((inner) => `(${inner})`),
      fc.tuple(tie('pattern'), mark).map(([inner, repetition]) => `(?:${inner})${repetition}`),
    ),
  }));

  it('find the same', () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abcé1 ]{0,12}$/), (source, line) => {
        const own = parsed(source);
        if (!own) return;
        const found = [...search(compilePattern(own), own.count, [...line])];
        const texts = found.map((groups) =>
          groups.map((group) => (group ? line.slice(...group) : undefined)),
        );
        expect(texts).toEqual([...line.matchAll(new RegExp(source, 'gu'))].map((match) => [...match]));
      }),
      { numRuns: 3000 },
    );
  });

  function parsed(source: string) {
    try {
      return parsePattern(source);
    } catch (error) {
      if (error instanceof PatternError) return undefined;
      throw error;
    }
  }

  it('never throw anything else, and take time in proportion to the line', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const own = parsed(source);
        if (own)
          expect([...search(compilePattern(own), own.count, [...'ab 1'])].length).toBeGreaterThanOrEqual(0);
      }),
    );
    const start = performance.now();
    const text = `${'a'.repeat(9000)}!`;
    for (const source of ['(?:a|a)+$', 'a+a+a+a+a+b', '(?:.+.)+x', '(?:a|aa)+b', '[a]{100}[a]{100}b']) {
      patternLanguage(source, {}).read(text, 'f.sh');
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('hostile input', () => {
  const marks = String.raw`( ) { } [ ] < > " ' \ / // /* */ # -- """ ''' r#" $ $$ = == => -> : :: , ; . ... | & + - * @ ! ? 'a' "b" 0x1 1.5`;
  const words = `enum class const static final type export interface struct union namespace typedef impl mod fn pub def if else
    import from Literal auto match CREATE TYPE AS ENUM ALTER TABLE CHECK IN DO object companion val listOf message extend define
    include X Y A B K_A z new Set Map typeof keyof extends`;
  const others = ['`', '$' + '{', '\n', '\r\n', '\n  ', '\n    '];
  const known = fc.constantFrom(...marks.split(' '), ...words.split(/\s+/), ...others);
  const piece = fc.oneof({ weight: 1, arbitrary: fc.string() }, { weight: 9, arbitrary: known });
  const all = languages.map((language) => [language.id, language] as const);

  it.each(all)('%s reads any text without a crash, and places lie inside of it', (_id, language) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 100, size: 'max' }), (pieces) => {
        const text = pieces.join(' ');
        const file = language.read(text, `f${language.extensions[0]}`);
        expect(JSON.parse(JSON.stringify(file))).toEqual(file);
        for (const name of ['X', 'Y.A', '*', '/X/Y', 'A']) {
          for (const value of [undefined, 'name', 'value', 'argument'] as const) {
            const wanted = { name, ...(value ? { value } : {}) };
            const found = language
              .link([{ path: 'f', file, named: true }])
              .find({ wanted, file: 'f', files: ['f'], at: () => 'f:1' });
            for (const { span } of 'constants' in found ? found.constants : []) {
              expect(span[0]).toBeGreaterThanOrEqual(0);
              expect(span[1]).toBeLessThanOrEqual(text.length);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  const length = 60_000;
  const texts =
    String.raw`( [ { ({[ ) } " ' \ /* // # - -- < <a> """ ''' r#" $$ $a$ f"{ x·=· x·=·[¶ x·=·{¶ x:· x:¶· -· &a· *a· ?· |· a. a:: a·=>· =>·
    a·+· a·-·b·+· type·X·=· type·X·=·'a'·|· enum·X·{ enum·X·{·A, enum·X·{·A·=· class·X·{ class·X:¶· if·a:· const·X·=·[ const·A·=·B·+·C,·
    namespace·a·{· mod·a·{· impl·X·{· message·M·{· #[serde( #if·0¶ #define·A·B¶ @A( Literal[ CREATE·TYPE·x·AS·ENUM·( CREATE·TYPE·x·AS·ENUM·('a');¶
    ALTER·TYPE·x·ADD·VALUE·'a';¶ ALTER·TABLE·x·DROP·COLUMN·a;¶ CHECK·(a·IN·( [[a]]¶ [a.b]¶ a.b.c·=·1¶ {"a": {"$ref":"#/a" new·Map([[ z.union([
    <div·a={ <a·b=" case· def·f( lambda:· x·for·x·in· function·f()·{ typedef·enum·{ template·<class·T· 0' #if·1¶ #include·"a"¶ a,·b· DO·$$·`
      .split(/\s+/)
      .map((text) => text.replaceAll('·', ' ').replaceAll('¶', '\n'))
      .concat(['`', '$' + '{', `\`$${'{'}`, 'enum class X(val a: String = "$' + '{']);

  it.each(all)('%s takes time in proportion to the text', (_id, language) => {
    for (const text of texts) {
      const source = text.repeat(Math.ceil(length / text.length));
      const start = performance.now();
      const file = language.read(source, `f${language.extensions[0]}`);
      expect(JSON.stringify(file).length).toBeGreaterThan(0);
      const query = { wanted: { name: 'X' }, file: 'f', files: ['f'], at: () => 'f:1' };
      language.link([{ path: 'f', file, named: true }]).find(query);
      const took = performance.now() - start;
      expect([text, took < 2000]).toEqual([text, true]);
    }
  });

  const ordinary: Readonly<Record<string, string>> = {
    go: 'const A T = "a" // "b"\n',
    typescript: "export enum X { A = 'a', B = `b` }\nfunction f() { return /x/.test('y') }\n",
    python: 'X = ("a", "b")  # c\ndef f():\n    return f"{x} {y}"\n',
    rust: '#[serde(rename_all = "lowercase")]\npub enum X { A, B }\nfn f<\'a>() -> char { \'"\' }\n',
    java: 'enum X { A("a"), B("b"); }\nclass C { int f() { return 1; } }\n',
    kotlin: 'enum class X(val id: String) { A("a"), B("$b") }\nval y = listOf("c")\n',
    c: '#define A "a"\nenum X { B, C = 2 };\nint f(void) { return 1; }\n',
    protobuf: 'message M { enum X { A = 0; } string b = 1; }\n',
    sql: "CREATE TYPE x AS ENUM ('a', 'b');\nINSERT INTO t VALUES (1, 'c');\n",
    graphql: 'enum X { A B }\ntype T { a: X }\n',
    json: '{"x": ["a", {"b": 1}], "y": "c"}\n',
    yaml: '- x: [a, {b: 1}]\n  y: "c"\n',
    toml: '[[x]]\na = ["b", 1] # c\n',
  };

  it.each(all)('%s reads a megabyte at once', (id, language) => {
    const line = ordinary[id] as string;
    const source = line.repeat(1_000_000 / line.length);
    const start = performance.now();
    const file = language.read(source, `f${language.extensions[0]}`);
    const query = { wanted: { name: 'X' }, file: 'f', files: ['f'], at: () => 'f:1' };
    language.link([{ path: 'f', file, named: true }]).find(query);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
