import { describe, expect, it } from 'vitest';
import { json } from '../rules/code-values/languages/json.js';
import { toml } from '../rules/code-values/languages/toml.js';
import { yaml } from '../rules/code-values/languages/yaml.js';
import type { Selector } from '../rules/code-values/options.js';
import { values } from './harness/read-values.js';

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
