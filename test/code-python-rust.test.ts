import { describe, expect, it } from 'vitest';
import { python } from '../rules/code-values/languages/python.js';
import { rust } from '../rules/code-values/languages/rust.js';
import type { Selector } from '../rules/code-values/options.js';
import { find, values } from './harness/read-values.js';

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
