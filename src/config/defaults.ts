import type { Json } from '../model.js';
import { refer } from './refer.js';

type Members = Readonly<Record<string, Json | undefined>>;

/** A default inside a default inside …, by a schema that refers to itself, ends here. */
const deepest = 100;

/**
 * A copy of a value with the defaults of a JSON Schema filled in, as ajv's `useDefaults` does: for missing
 * properties and missing items of tuples, also inside objects, arrays, `allOf` and local references, and never
 * inside `anyOf`, `oneOf`, `not` or `if`. Without a value, that of an empty object.
 */
export function fillDefaults(schema: unknown, value: Json = {}): Json {
  return fill(schema, value, schema, 0);
}

function fill(schema: unknown, value: Json, root: unknown, depth: number): Json {
  if (!isObject(schema) || typeof value !== 'object' || value === null || depth > deepest) return value;
  let filled: Json = isList(value)
    ? fillItems(schema, value, root, depth)
    : fillMembers(schema, value, root, depth);
  if (typeof schema.$ref === 'string') filled = fill(refer(root, schema.$ref), filled, root, depth + 1);
  for (const part of isList(schema.allOf) ? schema.allOf : []) filled = fill(part, filled, root, depth + 1);
  return filled;
}

function fillItems(schema: Members, value: readonly Json[], root: unknown, depth: number): Json {
  const { items } = schema;
  if (!isList(items)) return value.map((item) => fill(items, item, root, depth + 1));
  const filled = [...value];
  items.forEach((item, index) => {
    const initial = isObject(item) ? item.default : undefined;
    if (index >= filled.length && index === filled.length && initial !== undefined)
      filled[index] = structuredClone(initial);
    const present = filled[index];
    if (present !== undefined) filled[index] = fill(item, present, root, depth + 1);
  });
  return filled;
}

function fillMembers(schema: Members, value: Members, root: unknown, depth: number): Json {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const patterns = Object.entries(isObject(schema.patternProperties) ? schema.patternProperties : {});
  const members = new Map(Object.entries(value));
  for (const [key, property] of Object.entries(properties)) {
    const initial = isObject(property) ? property.default : undefined;
    if (initial !== undefined && members.get(key) === undefined) members.set(key, structuredClone(initial));
  }
  for (const [key, member] of members) {
    if (member === undefined) continue;
    const matching = patterns.flatMap(([pattern, part]) =>
      new RegExp(pattern, 'u').test(key) ? [part] : [],
    );
    const own = Object.hasOwn(properties, key) ? [properties[key]] : [];
    const parts = own.length + matching.length > 0 ? [...own, ...matching] : [schema.additionalProperties];
    members.set(
      key,
      parts.reduce<Json>((filled, part) => fill(part, filled, root, depth + 1), member),
    );
  }
  return Object.fromEntries(members);
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
