import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  parseDocument,
} from 'yaml';
import { UserError } from '../errors.js';
import type { Span } from '../model.js';
import { issueAt, issuesAt } from './issue.js';
import { plainJson } from './plain-json.js';
import { segments } from './pointer.js';
import type { ParsedConfig } from './types.js';

/** In place of the parser's own words, where those do not say what to do. */
const advice: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A second `:` in one line. Put quotes around the text that holds it.',
  DUPLICATE_KEY: 'This key stands twice. Keep one of them.',
  MULTIPLE_DOCS: 'A second document starts here. A config is one document: remove the `---`.',
  TAB_AS_INDENT: 'YAML is indented by spaces. Replace the tab.',
};

/** Expanding more aliases than this is an attack, or a mistake. */
const mostAliases = 100;
const deepest = 100;

/** Reads YAML 1.2, in which `off` and `yes` are strings. Throws a UserError with every mistake. */
export function parseYaml(file: Pick<ParsedConfig, 'path' | 'name' | 'text'>): ParsedConfig {
  const fail = (message: string, span?: Span): UserError => UserError.of([issueAt(file, span, message)]);
  const deep = tooDeepAt(file.text);
  if (deep !== undefined) throw fail(`This is nested more than ${deepest} levels deep.`, [deep, deep + 1]);
  const settings = {
    version: '1.2',
    schema: 'core',
    merge: true,
    prettyErrors: false,
    logLevel: 'error',
  } as const;
  const document = parseDocument(file.text, settings);
  if (document.errors.length > 0) {
    const found = document.errors.map(({ code, message, pos }) => ({
      span: pos,
      message: advice[code] ?? `${message}.`,
    }));
    throw UserError.of(issuesAt(file, found));
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    throw fail('The file is empty. Write `{}` for a config without settings.', [0, 0]);
  }
  const where = (pointer: string, what: 'key' | 'value'): Span => locate(document, pointer, what);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    throw fail(aliasMessage(error));
  }
  return {
    ...file,
    value: plainJson(value, (pointer, message) => fail(message, where(pointer, 'value'))),
    locate: where,
  };
}

/**
 * Where the text first nests too deeply. The tokens tell it without recursion; the parser that follows them
 * would exhaust the stack.
 */
function tooDeepAt(text: string): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > 2 * deepest) return Math.min(at, text.length);
  }
  return undefined;
}

function aliasMessage(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  return error.message.startsWith('Excessive alias count')
    ? `Its aliases expand to more than ${mostAliases} nodes, or contain themselves. Write the values out.`
    : `${error.message}.`;
}

function locate(document: Document.Parsed, pointer: string, what: 'key' | 'value'): Span {
  let node: unknown = document.contents;
  let key: unknown;
  for (const segment of segments(pointer)) {
    const inside = resolve(document, node);
    const pair = findPair(document, inside, segment, 0);
    const next = pair ? pair.value : isSeq(inside) ? inside.items[Number(segment)] : undefined;
    if (!pair && next === undefined) break;
    // A key without a value has no node: its key is the nearest thing that the text has.
    node = next ?? pair?.key;
    key = pair?.key;
  }
  return spanOf(what === 'key' ? (key ?? node) : node);
}

/** The pair of a map, or of the maps that `<<` merges into it. */
function findPair(
  document: Document.Parsed,
  node: unknown,
  name: string,
  depth: number,
): { readonly key: unknown; readonly value: unknown } | undefined {
  if (!isMap(node) || depth > 10) return undefined;
  const own = node.items.find(({ key }) => keyName(key) === name);
  if (own) return own;
  for (const { key, value } of node.items) {
    if (keyName(key) !== '<<') continue;
    const source = resolve(document, value);
    for (const one of isSeq(source) ? source.items : [source]) {
      const found = findPair(document, resolve(document, one), name, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** As the key is called in the value; `<<` is parsed to a symbol. */
function keyName(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  if (value === null) return '';
  return typeof value === 'symbol' ? (value.description ?? '') : String(value);
}

function resolve(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
