import { describe, expect, it } from 'vitest';
import { typescript } from '../rules/code-values/languages/typescript.js';
import { values } from './harness/read-values.js';

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
