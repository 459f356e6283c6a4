import { segments } from './pointer.js';

/** What a local reference, as `#/definitions/x`, means in a JSON Schema; undefined when it leads nowhere. */
export function refer(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  let at = root;
  for (const key of segments(decodeURIComponent(reference.slice(1)))) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}
