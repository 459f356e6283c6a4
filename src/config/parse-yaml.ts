import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { UserError } from '../errors.js';
import type { Span } from '../model.js';
import { issueAt } from './issue.js';
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

/** Reads YAML 1.2, in which `off` and `yes` are strings. Throws a UserError with every mistake. */
export function parseYaml(file: Pick<ParsedConfig, 'path' | 'name' | 'text'>): ParsedConfig {
  const fail = (message: string, span?: Span): UserError => UserError.of([issueAt(file, span, message)]);
  let document: Document.Parsed;
  try {
    document = parseDocument(file.text, { version: '1.2', schema: 'core', merge: true, prettyErrors: false });
  } catch (error) {
    if (error instanceof RangeError) throw fail('It is nested too deeply.');
    throw error;
  }
  if (document.errors.length > 0) {
    throw UserError.of(
      document.errors.map(({ code, message, pos }) => issueAt(file, pos, advice[code] ?? `${message}.`)),
    );
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

function aliasMessage(error: unknown): string {
  if (error instanceof RangeError) return 'It is nested too deeply.';
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

function keyName(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function resolve(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
