import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Json } from './model.js';

const load = createRequire(import.meta.url);
const deepest = 60;
const most = 200_000;

/**
 * YAML as JSON; tags that would call code are read as plain values, and what is no YAML at all is null. What is
 * nested too deeply, or too much by aliases, is left out.
 */
export function readYaml(text: string): Json {
  const yaml = load('yaml') as typeof Yaml;
  let budget = most;
  let document: Yaml.Document;
  try {
    document = yaml.parseDocument(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      strict: false,
      prettyErrors: false,
    });
  } catch {
    return null;
  }
  return jsonOf(document.contents, 0);

  function jsonOf(node: unknown, depth: number): Json {
    if (depth > deepest || budget-- < 0) return null;
    if (yaml.isAlias(node)) return jsonOf(node.resolve(document), depth + 1);
    if (yaml.isSeq(node)) return node.items.map((item) => jsonOf(item, depth + 1));
    if (yaml.isScalar(node)) return scalarOf(node.value);
    if (!yaml.isMap(node)) return null;
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        yaml.isScalar(key) ? String(key.value) : '',
        jsonOf(value, depth + 1),
      ]),
    );
  }
}

function scalarOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : null;
}
