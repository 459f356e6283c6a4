import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { type Data, deepest } from './data.js';

const load = createRequire(import.meta.url);
const other: Data = { kind: 'other' };

/** YAML, whatever its tags; undefined when it is broken. */
export function readYaml(text: string): Data | undefined {
  const yaml = load('yaml') as typeof Yaml;
  try {
    const { contents, errors } = yaml.parseDocument(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      prettyErrors: false,
    });
    if (errors.length > 0) return undefined;
    return contents ? dataOf(contents, yaml, 0) : other;
  } catch {
    return undefined;
  }
}

function dataOf(node: unknown, yaml: typeof Yaml, depth: number): Data {
  if (depth > deepest) return other;
  if (yaml.isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => dataOf(item, yaml, depth + 1)) };
  }
  if (yaml.isMap(node)) {
    return {
      kind: 'record',
      members: node.items.flatMap(({ key, value }) =>
        yaml.isScalar(key) && key.value !== null
          ? { key: String(key.value), span: spanOf(key), value: dataOf(value, yaml, depth + 1) }
          : [],
      ),
    };
  }
  if (!yaml.isScalar(node)) return other;
  const { value, source } = node;
  if (typeof value === 'string') return { kind: 'text', text: value, span: spanOf(node) };
  // A title such as `2024` or `on` is a text to whoever shows it.
  return value === null || source === undefined ? other : { kind: 'text', text: source, span: spanOf(node) };
}

function spanOf({ range }: Yaml.Scalar): readonly [number, number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}
