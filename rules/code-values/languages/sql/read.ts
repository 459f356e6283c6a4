import { type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { readCondition } from './conditions.js';
import { createLexis } from './lexis.js';
import { nameOf, textOf } from './literals.js';
import type { Operation, SqlFile, SqlValue } from './operations.js';
import { valuesOf } from './value-list.js';
import { isWord } from './words.js';

/** Where a migration begins to undo itself. */
const undo =
  /^--[ \t]*(?:\+(?:goose|migrate)[ \t]+down\b|migrate:down\b|down migration\b|\/\/[ \t]*@undo\b)/im;
const noColumn = [
  'constraint',
  'check',
  'primary',
  'unique',
  'foreign',
  'key',
  'index',
  'exclude',
  'like',
  'fulltext',
];
const fillers = ['if', 'not', 'exists', 'only'];

/** Reads what the statements of a file of SQL do to types, domains and columns with a set of values. */
export function readSql(whole: string): SqlFile {
  const end = undo.exec(whole)?.index;
  const text = end === undefined ? whole : whole.slice(0, end);
  const isMysql = text.includes('`');
  const tokens = scan(text, createLexis(text));
  const operations: Operation[] = [];
  for (const part of statements()) readStatement(part);
  return { operations };

  /** A statement ends with `;`; the body of a `DO` has its own, behind `BEGIN` and `THEN` too. */
  function* statements(): Generator<Part> {
    let start = 0;
    for (let at = 0; at <= tokens.size; at++) {
      const isEnd =
        at === tokens.size ||
        tokens.is(at, ';') ||
        tokens.kind(at) === 'own' ||
        isWord(tokens, at, 'begin', 'then', 'go');
      if (!isEnd) {
        at = Math.min(tokens.size - 1, tokens.close(at));
        continue;
      }
      if (start < at) yield [start, at];
      start = at + 1;
    }
  }

  function readStatement([at, to]: Part): void {
    let next = at + 1;
    while (isWord(tokens, next, 'temporary', 'temp', 'unlogged', 'global', 'local', 'or', 'replace')) next++;
    const what = tokens.word(next).toLowerCase();
    const [name, behind] = readName(next + 1);
    if (isWord(tokens, at, 'create')) {
      if (what === 'type') readType(name, next, [behind, to]);
      else if (what === 'domain') readDomain(name, next, [behind, to]);
      else if (what === 'table' && tokens.is(behind, '('))
        readTable(name, [behind + 1, tokens.close(behind)]);
    } else if (isWord(tokens, at, 'alter')) {
      if (what === 'type') alterType(name, [behind, to]);
      else if (what === 'table') for (const part of partsOf(tokens, behind, to)) alterTable(name, part);
    } else if (isWord(tokens, at, 'drop') && ['type', 'domain', 'table'].includes(what)) {
      for (const [start] of partsOf(tokens, next + 1, to)) operations.push({ drop: readName(start)[0] });
    }
  }

  /** `a.b`, and the index behind it. */
  function readName(from: number): readonly [string, number] {
    let at = from;
    while (isWord(tokens, at, ...fillers)) at++;
    let name = nameOf(tokens.word(at));
    for (; tokens.is(at + 1, '.'); at += 2) name += `.${nameOf(tokens.word(at + 2))}`;
    return [name, at + 1];
  }

  function readType(name: string, at: number, [from]: Part): void {
    if (!isWord(tokens, from, 'as') || !isWord(tokens, from + 1, 'enum') || !tokens.is(from + 2, '(')) return;
    operations.push({
      create: name,
      span: tokens.span(at + 1),
      values: valuesOf(tokens, [from + 3, tokens.close(from + 2)], isMysql),
    });
  }

  function readDomain(name: string, at: number, part: Part): void {
    for (const { values } of checks(part))
      operations.push({ create: name, span: tokens.span(at + 1), values });
  }

  function readTable(table: string, inner: Part): void {
    for (const [start, end] of partsOf(tokens, ...inner)) {
      if (isWord(tokens, start, ...noColumn)) readChecks(table, undefined, [start, end]);
      else readColumn(table, start, [start + 1, end]);
    }
  }

  function readColumn(table: string, at: number, part: Part): void {
    const column = nameOf(tokens.word(at));
    const list = findWord(part, 'enum', 'set');
    if (list < part[1] && tokens.is(list + 1, '(')) {
      const values = valuesOf(tokens, [list + 2, tokens.close(list + 1)], isMysql);
      operations.push({ create: `${table}.${column}`, span: tokens.span(at), values });
    }
    readChecks(table, column, part);
  }

  function readChecks(table: string, column: string | undefined, part: Part): void {
    for (const { constraint, values, at, ...found } of checks(part)) {
      const own = found.column === '' ? (column ?? '') : found.column;
      const by = `${table}.${constraint ?? `${table.slice(table.lastIndexOf('.') + 1)}_${own}_check`}`;
      if (own !== '') operations.push({ create: `${table}.${own}`, span: tokens.span(at), values, by });
      if (constraint !== undefined) operations.push({ create: by, span: tokens.span(at), values, by });
    }
  }

  /** Every `[CONSTRAINT name] CHECK (…)`. */
  function* checks([from, to]: Part): Generator<{
    column: string;
    values: readonly SqlValue[];
    constraint?: string;
    at: number;
  }> {
    for (let at = findWord([from, to], 'check'); at < to; at = findWord([at + 1, to], 'check')) {
      if (!tokens.is(at + 1, '(')) continue;
      const isNamed = isWord(tokens, at - 2, 'constraint');
      const constraint = isNamed ? { constraint: nameOf(tokens.word(at - 1)) } : {};
      const found = readCondition(tokens, [at + 2, tokens.close(at + 1)], isMysql);
      for (const one of found)
        yield { ...one, ...(found.length === 1 ? constraint : {}), at: isNamed ? at - 1 : at };
    }
  }

  function findWord([from, to]: Part, ...words: readonly string[]): number {
    for (let at = from; at < to; at = tokens.close(at) + 1) if (isWord(tokens, at, ...words)) return at;
    return to;
  }

  function alterType(name: string, [at]: Part): void {
    const is = (index: number, ...words: readonly string[]) => isWord(tokens, at + index, ...words);
    if (is(0, 'rename') && is(1, 'to')) operations.push({ rename: name, to: readName(at + 2)[0] });
    else if (is(0, 'rename') && is(1, 'value') && is(3, 'to'))
      operations.push({ alter: name, from: textAt(at + 2), value: valueAt(at + 4) });
    else if (is(0, 'add') && is(1, 'value')) {
      let next = at + 2;
      while (isWord(tokens, next, ...fillers)) next++;
      const side = isWord(tokens, next + 1, 'before')
        ? 'before'
        : isWord(tokens, next + 1, 'after')
          ? 'after'
          : undefined;
      operations.push({
        add: name,
        value: valueAt(next),
        ...(side ? { beside: [side, textAt(next + 2)] as const } : {}),
      });
    }
  }

  function textAt(at: number): string {
    return textOf(tokens.word(at), isMysql);
  }

  function valueAt(at: number): SqlValue {
    return { span: tokens.span(at), value: textAt(at) };
  }

  function alterTable(table: string, [from, to]: Part): void {
    const isColumn = isWord(tokens, from + 1, 'column');
    const [name, behind] = readName(from + (isColumn ? 2 : 1));
    if (isWord(tokens, from, 'drop')) {
      const isConstraint = isWord(tokens, from + 1, 'constraint', 'check');
      operations.push({ drop: `${table}.${isConstraint ? readName(from + 2)[0] : name}` });
    } else if (isWord(tokens, from, 'modify')) readColumn(table, behind - 1, [behind, to]);
    else if (isWord(tokens, from, 'change')) {
      operations.push({ drop: `${table}.${name}` });
      readColumn(table, behind, [behind + 1, to]);
    } else if (isWord(tokens, from, 'rename') && isWord(tokens, from + 1, 'to', 'as')) {
      operations.push({ move: table, to: readName(from + 2)[0] });
    } else if (isWord(tokens, from, 'rename') && isWord(tokens, behind, 'to')) {
      operations.push({ rename: `${table}.${name}`, to: `${table}.${readName(behind + 1)[0]}` });
    } else if (isWord(tokens, from, 'add')) {
      if (!isColumn && isWord(tokens, from + 1, ...noColumn)) readChecks(table, undefined, [from + 1, to]);
      else readColumn(table, behind - 1, [behind, to]);
    }
  }
}
