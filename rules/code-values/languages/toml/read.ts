import { once, type Span } from '../../../../src/rule.js';
import { type DataFile, type DataNode, deepestNode } from '../data/node.js';
import { endOfString, textOf } from './strings.js';

interface Table {
  span: Span;
  readonly names: Map<string, { readonly span: Span; value: Built }>;
}
/** An array of tables grows while the file is read. */
type Built = DataNode | Table | { readonly tables: Table[] };
type Key = { readonly name: string; readonly span: Span };
type Read = readonly [DataNode | Table | undefined, number];

const bareKey = once(() => /[\p{L}\p{N}_-]+/uy);
const blanks = /(?:[ \t\r\n]|#[^\n]*)*/y;
const spaces = /[ \t]*/y;
const word = once(() => /[\p{L}\p{N}_+.:-]+(?: \d\d:\d\d[\d:.+Z-]*)?/uy);

/** Reads TOML. A line that is none is left out; numbers and dates are kept as they are written. */
export function readToml(text: string): DataFile {
  const root = tableAt([0, text.length]);
  let table: Table | undefined = root;
  for (
    let at = skip(blanks, text.startsWith('\ufeff') ? 1 : 0);
    at < text.length;
    at = skip(blanks, endOfLine(at))
  ) {
    const open = /^\[{1,2}/.exec(text.slice(at, at + 2))?.[0] ?? '';
    const [keys, next] = readKeys(at + open.length);
    at = next;
    if (keys.length === 0) continue;
    if (open !== '') {
      const isHeader = text.startsWith(open === '[' ? ']' : ']]', next);
      table = isHeader ? reach(root, keys, open === '[[') : undefined;
      continue;
    }
    if (text[next] !== '=') continue;
    const [value, end] = readValue(skip(spaces, next + 1), 0);
    if (table && value) put(table, keys, value);
    if (value) at = end;
  }
  return { roots: [finished(root)], anchors: [] };

  function skip(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  }

  function endOfLine(at: number): number {
    const found = text.indexOf('\n', at);
    return found < 0 ? text.length : found;
  }

  /** `a."b".c`, and the offset behind it. */
  function readKeys(from: number): readonly [readonly Key[], number] {
    const keys: Key[] = [];
    for (let at = skip(spaces, from); ; at = skip(spaces, at + 1)) {
      const isQuoted = text[at] === '"' || text[at] === "'";
      const end = isQuoted ? endOfString(text, at) : skip(bareKey(), at);
      if (end === at) return [[], at];
      keys.push({ name: isQuoted ? textOf(text.slice(at, end)) : text.slice(at, end), span: [at, end] });
      at = skip(spaces, end);
      if (text[at] !== '.') return [keys, at];
    }
  }

  function readValue(at: number, depth: number): Read {
    const first = text[at];
    if (first === '"' || first === "'") {
      const end = endOfString(text, at);
      return [{ span: [at, end], text: textOf(text.slice(at, end)) }, end];
    }
    if (depth > deepestNode) return [undefined, text.length];
    if (first === '[') return readArray(at, depth);
    if (first === '{') return readInline(at, depth);
    const end = skip(word(), at);
    return [end === at ? undefined : { span: [at, end], text: text.slice(at, end) }, end];
  }

  function readArray(start: number, depth: number): Read {
    const items: DataNode[] = [];
    let at = skip(blanks, start + 1);
    while (at < text.length && text[at] !== ']') {
      const [value, end] = readValue(at, depth + 1);
      if (!value) return [undefined, end];
      items.push(finished(value));
      at = skip(blanks, end);
      if (text[at] === ',') at = skip(blanks, at + 1);
    }
    return [{ span: [start, at + 1], items }, at + 1];
  }

  function readInline(start: number, depth: number): Read {
    const table = tableAt([start, start]);
    let at = skip(blanks, start + 1);
    while (at < text.length && text[at] !== '}') {
      const [keys, next] = readKeys(at);
      if (keys.length === 0 || text[next] !== '=') return [undefined, Math.max(at, next)];
      const [value, end] = readValue(skip(blanks, next + 1), depth + 1);
      if (!value) return [undefined, end];
      put(table, keys, value);
      at = skip(blanks, end);
      if (text[at] === ',') at = skip(blanks, at + 1);
    }
    table.span = [start, at + 1];
    return [table, at + 1];
  }
}

function tableAt(span: Span): Table {
  return { span, names: new Map() };
}

function put(table: Table, keys: readonly Key[], value: DataNode | Table): void {
  const last = keys.at(-1) as Key;
  const holder = keys.length > 1 ? reach(table, keys.slice(0, -1), false) : table;
  if (holder && !holder.names.has(last.name)) holder.names.set(last.name, { span: last.span, value });
}

/** The table that keys lead to, made where it is missing; of an array of tables its last one, or a new one. */
function reach(root: Table, keys: readonly Key[], isNew: boolean): Table | undefined {
  let table = root;
  if (keys.length > deepestNode) return undefined;
  for (const [index, { name, span }] of keys.entries()) {
    const known = table.names.get(name);
    const starts = isNew && index === keys.length - 1;
    if (!known) {
      const next = tableAt(span);
      table.names.set(name, { span, value: starts ? { tables: [next] } : next });
      table = next;
    } else if ('tables' in known.value) {
      if (starts) known.value.tables.push(tableAt(span));
      table = known.value.tables.at(-1) as Table;
    } else if ('names' in known.value && !starts) table = known.value;
    else return undefined;
  }
  return table;
}

function finished(built: Built): DataNode {
  if ('tables' in built) {
    const items = built.tables.map(finished);
    return { span: items[0]?.span ?? [0, 0], items };
  }
  if (!('names' in built)) return built;
  const entries = [...built.names].map(([key, { span, value }]) => ({ key, span, value: finished(value) }));
  return { span: built.span, entries };
}
