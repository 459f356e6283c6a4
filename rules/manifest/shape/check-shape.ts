import type { ErrorObject } from 'ajv';
import type { Span } from '../../../src/rule.js';
import { type JsonNode, locate, memberOf, plainOf, stringOf } from '../json/json-tree.js';
import type { Mistake } from '../json/mistake.js';
import { quoted } from '../quoted.js';
import type { Validate } from './compile-schema.js';
import { pruneErrors } from './prune-errors.js';
import { sayShape } from './say-shape.js';

/** Holds a tree against a schema: one mistake for each thing to change, at its place. */
export function checkShape(root: JsonNode, validate: Validate): Mistake[] {
  const mistakes = new Map<string, Mistake>();
  for (const error of pruneErrors(errorsOf(root, validate))) {
    const span = placeOf(root, error);
    const message = sayShape(error, nameOf(root, error.instancePath));
    mistakes.set(`${span} ${message}`, { span, message });
  }
  return [...mistakes.values()];
}

/** A schema that leads back to itself without end, or that ajv cannot apply, is one error of the whole. */
function errorsOf(root: JsonNode, validate: Validate): readonly ErrorObject[] {
  try {
    return validate(plainOf(root));
  } catch (error) {
    const message = `cannot be held against the schema: ${error instanceof Error ? error.message : error}`;
    return [{ instancePath: '', schemaPath: '', keyword: 'schema', params: {}, message }];
  }
}

function placeOf(root: JsonNode, error: ErrorObject): Span {
  const { node, member } = locate(root, error.instancePath);
  const { params } = error;
  const key = error.propertyName ?? params.additionalProperty ?? params.unevaluatedProperty;
  if (key !== undefined) return memberOf(node, key)?.span ?? node.span;
  if (error.keyword === 'uniqueItems' && node.type === 'array') {
    return node.items[Math.max(params.i, params.j)]?.span ?? node.span;
  }
  if (node.type === 'scalar') return node.span;
  const title = memberOf(node, 'title')?.value;
  if (error.keyword === 'required' && title?.type === 'scalar') return title.span;
  return member?.span ?? [node.span[0], node.span[0] + 1];
}

/** What stands at a pointer, as a sentence begins with it. */
function nameOf(root: JsonNode, pointer: string): string {
  if (pointer === '') return 'The file';
  const { node, member } = locate(root, pointer);
  const title = stringOf(memberOf(node, 'title')?.value);
  if (title) return `The entry ${quoted(title)}`;
  if (member) return quoted(member.key);
  const list = locate(root, pointer.slice(0, pointer.lastIndexOf('/'))).member;
  const kind = node.type === 'object' ? 'An entry' : 'An item';
  return list ? `${kind} of ${quoted(list.key)}` : kind;
}
