import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { DataKey } from './data-key.js';

const load = createRequire(import.meta.url);
const deepest = 40;
const most = 50_000;
const longest = 2_000_000;
// Pretty errors take time by the square of how many there are.
const settings = { logLevel: 'silent', uniqueKeys: false, prettyErrors: false } as const;

/** The keys of YAML, in order; none where it is broken. */
export function yamlKeys(text: string): DataKey[] {
  const yaml = load('yaml') as typeof Yaml;
  const keys: DataKey[] = [];
  if (text.length > longest) return keys;
  try {
    for (const document of yaml.parseAllDocuments(text, settings)) {
      if (document.errors.length > 0) return [];
      visit(document.contents, '', 0);
    }
  } catch {
    return [];
  }
  return keys;

  function visit(node: unknown, above: string, depth: number): void {
    if (depth > deepest || keys.length > most) return;
    if (yaml.isSeq(node)) for (const item of node.items) visit(item, above, depth + 1);
    if (!yaml.isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!yaml.isScalar(key) || typeof key.value !== 'string' || !key.range) continue;
      const path = above === '' ? key.value : `${above}.${key.value}`;
      const quotes = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE' ? 1 : 0;
      keys.push({ path, above, span: [key.range[0] + quotes, key.range[1] - quotes], holds: held(value) });
      visit(value, path, depth + 1);
    }
  }

  function held(value: unknown): DataKey['holds'] {
    if (yaml.isMap(value)) {
      // `<<` brings keys from elsewhere.
      const isMerged = value.items.some(({ key }) => yaml.isScalar(key) && key.value === '<<');
      return value.items.length > 0 && !isMerged ? 'keys' : 'anything';
    }
    if (yaml.isAlias(value)) return 'anything';
    if (yaml.isSeq(value)) return value.items.some((item) => yaml.isMap(item)) ? 'keys' : 'anything';
    return yaml.isScalar(value) && value.value !== null ? 'value' : 'anything';
  }
}
