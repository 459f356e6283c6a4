import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Json } from './model.js';

const load = createRequire(import.meta.url);

/** YAML as JSON; tags that would call code are read as plain values, and what is no YAML at all is null. */
export function readYaml(text: string): Json {
  const { parseDocument } = load('yaml') as typeof Yaml;
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, strict: false });
    return document.toJS({ maxAliasCount: 100 }) as Json;
  } catch {
    return null;
  }
}
