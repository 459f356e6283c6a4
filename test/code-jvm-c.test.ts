import { describe, expect, it } from 'vitest';
import { c } from '../rules/code-values/languages/c.js';
import { java } from '../rules/code-values/languages/java.js';
import { kotlin } from '../rules/code-values/languages/kotlin.js';
import type { Selector } from '../rules/code-values/options.js';
import { values } from './harness/read-values.js';

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
