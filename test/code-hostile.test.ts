import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../rules/code-values/languages/index.js';
import { processorSeconds } from './harness/processor-seconds.js';

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
      const spent = processorSeconds(() => {
        const file = language.read(source, `f${language.extensions[0]}`);
        expect(JSON.stringify(file).length).toBeGreaterThan(0);
        const query = { wanted: { name: 'X' }, file: 'f', files: ['f'], at: () => 'f:1' };
        language.link([{ path: 'f', file, named: true }]).find(query);
      });
      expect([text, spent < 2]).toEqual([text, true]);
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
    const spent = processorSeconds(() => {
      const file = language.read(source, `f${language.extensions[0]}`);
      const query = { wanted: { name: 'X' }, file: 'f', files: ['f'], at: () => 'f:1' };
      language.link([{ path: 'f', file, named: true }]).find(query);
    });
    expect(spent).toBeLessThan(8);
  });
});
