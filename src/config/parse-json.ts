import { type Node, parseTree } from 'jsonc-parser';
import { UserError } from '../errors.js';
import type { Json, Span } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';
import { issueAt, issuesAt } from './issue.js';
import { jsonMistakes } from './json-mistakes.js';
import type { Mistake } from './json-tokens.js';
import { segments } from './pointer.js';
import type { ParsedConfig } from './types.js';

type File = Pick<ParsedConfig, 'path' | 'name' | 'text'>;

/**
 * Reads JSON with comments and trailing commas; with `key`, the value of that key of the root alone. Throws a
 * UserError with every mistake. A key that stands twice is one too: one of the two would be lost in silence.
 */
export function parseJson(file: File, key?: string): ParsedConfig {
  const mistakes = jsonMistakes(file.text);
  const root = mistakes.length === 0 ? parseTree(file.text, [], { allowTrailingComma: true }) : undefined;
  if (root) collectRepeated(root, file.text, mistakes);
  if (mistakes.length > 0) throw UserError.of(issuesAt(file, mistakes));
  const base = key === undefined ? root : memberOf(root, key)?.value;
  if (base === undefined) {
    const missing =
      key === undefined
        ? 'The file is empty. Write `{}` for a config without settings.'
        : `It has no key \`${key}\`.`;
    throw UserError.of([issueAt(file, key === undefined ? [0, 0] : undefined, missing)]);
  }
  return { ...file, value: jsonOf(base), locate: (pointer, what) => locate(base, pointer, what) };
}

function locate(root: Node, pointer: string, what: 'key' | 'value'): Span {
  let node = root;
  let keyNode: Node | undefined;
  for (const segment of segments(pointer)) {
    const member = node.type === 'object' ? memberOf(node, segment) : undefined;
    const next = member?.value ?? (node.type === 'array' ? node.children?.[Number(segment)] : undefined);
    if (next === undefined) break;
    node = next;
    keyNode = member?.key;
  }
  return spanOf(what === 'key' ? (keyNode ?? node) : node);
}

function memberOf(
  node: Node | undefined,
  name: string,
): { readonly key: Node; readonly value: Node } | undefined {
  for (const { children: [key, value] = [] } of node?.type === 'object' ? (node.children ?? []) : []) {
    if (key?.value === name && value) return { key, value };
  }
  return undefined;
}

/** From entries, so that `__proto__` is a key like any other. */
function jsonOf(node: Node): Json {
  if (node.type === 'array') return (node.children ?? []).map(jsonOf);
  if (node.type !== 'object') return node.value;
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[key.value, jsonOf(value)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function collectRepeated(node: Node, text: string, mistakes: Mistake[]): void {
  const seen = new Map<string, Node>();
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    const first = key && seen.get(key.value);
    if (first) {
      const { line } = lineColumn(lineStarts(text), first.offset);
      mistakes.push({
        span: spanOf(key),
        message: `The key \`${key.value}\` stands twice, first in line ${line}. Keep one of them.`,
      });
    } else if (key) seen.set(key.value, key);
    if (value) collectRepeated(value, text, mistakes);
  }
}

function spanOf({ offset, length }: Node): Span {
  return [offset, offset + length];
}
