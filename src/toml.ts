import type { Json } from './model.js';

type Table = { [key: string]: Json };
interface Read {
  readonly value: Json | undefined;
  readonly end: number;
}

const keyPart = /[ \t]*(?:([\w-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*/y;
const blank = /(?:\s|#[^\n]*)*/y;
const plain = /[^\s,\]}#]+/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const deepest = 32;

/** The tables of a TOML text. It never throws: a line that is no TOML is left out, a date is a string. */
export function readToml(text: string): { readonly [key: string]: Json } {
  const root: Table = {};
  let table: Table | undefined = root;
  let at = skip(blank, text, 0);
  while (at < text.length) {
    const header = /\[\[?/y;
    header.lastIndex = at;
    const open = header.exec(text)?.[0];
    const keys = keysAt(text, at + (open?.length ?? 0));
    if (keys && open !== undefined && text.startsWith(open === '[' ? ']' : ']]', keys.end)) {
      table = tableAt(root, keys.names, open === '[[');
      at = keys.end + open.length;
    } else if (keys && open === undefined && text[keys.end] === '=') {
      const { value, end } = valueAt(text, skip(/[ \t]*/y, text, keys.end + 1), 0);
      const holder = table && tableAt(table, keys.names.slice(0, -1), false);
      if (value !== undefined && holder) set(holder, keys.names.at(-1) as string, value);
      at = end;
    }
    const line = text.indexOf('\n', at);
    at = line < 0 ? text.length : skip(blank, text, line);
  }
  return root;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Dotted names; undefined when there is none. */
function keysAt(text: string, start: number): { names: string[]; end: number } | undefined {
  const names: string[] = [];
  for (let at = start; ; at++) {
    keyPart.lastIndex = at;
    const match = keyPart.exec(text);
    if (!match) return undefined;
    names.push(match[1] ?? (match[2] === undefined ? (match[3] as string) : unescaped(match[2])));
    at = keyPart.lastIndex;
    if (text[at] !== '.') return { names, end: at };
  }
}

function set(table: Table, key: string, value: Json): void {
  Object.defineProperty(table, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The table that names lead to, made where it is missing; of an array of tables, its last, or a new one. */
function tableAt(root: Table, names: readonly string[], isNew: boolean): Table | undefined {
  let table = root;
  for (const [index, name] of names.entries()) {
    const known: Json | undefined = Object.hasOwn(table, name) ? table[name] : undefined;
    const starts = isNew && index === names.length - 1;
    const next: Json | undefined = starts
      ? {}
      : Array.isArray(known)
        ? (known as Json[]).at(-1)
        : (known ?? {});
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return undefined;
    if (starts) set(table, name, [...(Array.isArray(known) ? (known as Json[]) : []), next]);
    else if (known === undefined) set(table, name, next);
    table = next as Table;
  }
  return table;
}

function valueAt(text: string, at: number, depth: number): Read {
  const first = text[at];
  if (first === '"' || first === "'") return stringAt(text, at, first);
  if ((first === '[' || first === '{') && depth > deepest) return { value: undefined, end: text.length };
  if (first === '[') return arrayAt(text, at, depth);
  if (first === '{') return inlineAt(text, at, depth);
  plain.lastIndex = at;
  const word = plain.exec(text)?.[0];
  if (word === undefined) return { value: undefined, end: at };
  const end = at + word.length;
  if (word === 'true' || word === 'false') return { value: word === 'true', end };
  const number = Number(word.replaceAll('_', ''));
  return { value: Number.isFinite(number) ? number : word, end };
}

function stringAt(text: string, at: number, quote: string): Read {
  const long = quote.repeat(3);
  const mark = text.startsWith(long, at) ? long : quote;
  let end = at + mark.length;
  while (end < text.length && !text.startsWith(mark, end)) {
    if (mark === quote && text[end] === '\n') return { value: undefined, end };
    end += quote === '"' && text[end] === '\\' ? 2 : 1;
  }
  const inner = text.slice(at + mark.length, end).replace(mark === long ? /^\r?\n/ : /^(?!)/, '');
  return { value: quote === '"' ? unescaped(inner) : inner, end: Math.min(text.length, end + mark.length) };
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r?\n\s*)|(.))/g,
    (_match, short: string | undefined, long: string | undefined, fold: string | undefined, one: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      return fold === undefined ? (escapes[one] ?? one) : '';
    },
  );
}

function arrayAt(text: string, start: number, depth: number): Read {
  const items: Json[] = [];
  let at = skip(blank, text, start + 1);
  while (at < text.length && text[at] !== ']') {
    const { value, end } = valueAt(text, at, depth + 1);
    if (value === undefined || end === at) return { value: undefined, end };
    items.push(value);
    at = skip(blank, text, end);
    if (text[at] === ',') at = skip(blank, text, at + 1);
  }
  return { value: items, end: at + 1 };
}

function inlineAt(text: string, start: number, depth: number): Read {
  const table: Table = {};
  let at = skip(blank, text, start + 1);
  while (at < text.length && text[at] !== '}') {
    const keys = keysAt(text, at);
    if (!keys || text[keys.end] !== '=') return { value: undefined, end: at };
    const { value, end } = valueAt(text, skip(blank, text, keys.end + 1), depth + 1);
    const holder = tableAt(table, keys.names.slice(0, -1), false);
    if (value === undefined || !holder) return { value: undefined, end };
    set(holder, keys.names.at(-1) as string, value);
    at = skip(blank, text, end);
    if (text[at] === ',') at = skip(blank, text, at + 1);
  }
  return { value: table, end: at + 1 };
}
