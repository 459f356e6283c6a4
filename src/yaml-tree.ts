import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Span } from './model.js';

const load = createRequire(import.meta.url);
const deepest = 60;

/** A value of YAML and its place. `other` is whatever is no text: a number, an alias, what a tag makes something else of. */
export type YamlNode = { readonly span: Span } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly members: readonly YamlMember[] }
  | { readonly kind: 'other' }
);
export type YamlMember = { readonly key: string; readonly value: YamlNode };

/** The first document of a text; undefined for what is no YAML. */
export function readYamlTree(text: string): YamlNode | undefined {
  const yaml = load('yaml') as typeof Yaml;
  try {
    const { contents, errors } = yaml.parseDocument(text, {
      logLevel: 'silent',
      uniqueKeys: false,
      strict: false,
      prettyErrors: false,
    });
    return errors.length > 0 ? undefined : treeOf(contents, 0);
  } catch {
    return undefined;
  }

  function treeOf(node: unknown, depth: number): YamlNode {
    if (!yaml.isNode(node)) return { kind: 'other', span: [0, 0] };
    const [start = 0, end = start] = node.range ?? [];
    const span: Span = [start, end];
    const tag = yaml.isAlias(node) ? undefined : node.tag;
    if (depth > deepest || (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')))
      return { kind: 'other', span };
    if (yaml.isSeq(node))
      return { kind: 'list', span, items: node.items.map((item) => treeOf(item, depth + 1)) };
    if (yaml.isMap(node)) {
      const members = node.items.map(({ key, value }) => ({
        key: yaml.isScalar(key) ? String(key.value) : '',
        value: treeOf(value, depth + 1),
      }));
      return { kind: 'map', span, members };
    }
    if (!yaml.isScalar(node) || typeof node.value !== 'string') return { kind: 'other', span };
    return { kind: 'text', span, text: node.value };
  }
}
