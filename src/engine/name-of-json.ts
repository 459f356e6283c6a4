import { createHash } from 'node:crypto';

const names = new WeakMap<object, string>();

/** A short name for plain JSON: the same for the same, and for nothing else. */
export function nameOfJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const known = names.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  const name = text.length <= 20 ? text : createHash('sha256').update(text).digest('base64').slice(0, 24);
  names.set(value, name);
  return name;
}
