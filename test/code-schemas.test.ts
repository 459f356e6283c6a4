import { describe, expect, it } from 'vitest';
import { graphql } from '../rules/code-values/languages/graphql.js';
import { protobuf } from '../rules/code-values/languages/protobuf.js';
import { sql } from '../rules/code-values/languages/sql.js';
import type { Selector } from '../rules/code-values/options.js';
import { values } from './harness/read-values.js';

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
