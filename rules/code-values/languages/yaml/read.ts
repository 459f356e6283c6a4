import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Span } from '../../../../src/rule.js';
import { type DataFile, type DataNode, deepestNode, type Entry } from '../data/node.js';

const load = createRequire(import.meta.url);
const none: Span = [0, 0];
/** Levels at which the parser could still come to the end of its own stack. */
const deepest = 300;
const options = { logLevel: 'silent', uniqueKeys: false, strict: false, prettyErrors: false } as const;

/** Reads every document of a YAML file. Tags are left out; a scalar that is no text is kept as it is written. */
export function readYaml(text: string): DataFile {
  const { Composer, isAlias, isMap, isScalar, isSeq, Parser } = load('yaml') as typeof Yaml;
  const roots: DataNode[] = [];
  const anchors: DataNode[] = [];
  const tokens = [...new Parser().parse(text)];
  if (isDeep(tokens)) return { roots: [{ span: none, unread: 'it is nested too deeply' }], anchors };
  for (const { contents } of new Composer(options).compose(tokens)) {
    if (contents) roots.push(node(contents, new Map(), 0));
  }
  return { roots, anchors };

  function node(of: unknown, names: Map<string, number>, depth: number): DataNode {
    if (isAlias(of)) {
      const alias = names.get(of.source);
      return alias === undefined
        ? { span: spanOf(of), unread: `nothing is called \`&${of.source}\`` }
        : { span: spanOf(of), alias };
    }
    const anchor = isScalar(of) || isMap(of) || isSeq(of) ? of.anchor : undefined;
    if (anchor === undefined) return plain(of, names, depth);
    const alias = anchors.length;
    anchors.push({ span: none, unread: 'it refers to itself' });
    names.set(anchor, alias);
    anchors[alias] = plain(of, names, depth);
    return { span: anchors[alias].span, alias };
  }

  function plain(of: unknown, names: Map<string, number>, depth: number): DataNode {
    if (depth > deepestNode) return { span: none, unread: 'it is nested too deeply' };
    if (isScalar(of)) {
      const span = spanOf(of);
      if (typeof of.value === 'string') return { span, text: of.value };
      return of.value === null || of.value === undefined
        ? { span, none: true }
        : { span, text: of.source ?? String(of.value) };
    }
    if (isSeq(of)) return { span: spanOf(of), items: of.items.map((item) => node(item, names, depth + 1)) };
    if (!isMap(of)) return { span: none, none: true };
    const entries = of.items.flatMap(({ key, value }): Entry[] => {
      if (!isScalar(key)) return [];
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      const isMerge = name === '<<' && key.type === 'PLAIN';
      return [
        {
          key: name,
          span: spanOf(key),
          value: node(value, names, depth + 1),
          ...(isMerge ? { merges: true } : {}),
        },
      ];
    });
    return { span: spanOf(of), entries };
  }
}

function spanOf({ range }: { readonly range?: Yaml.Range | null | undefined }): Span {
  return range ? [range[0], range[1]] : none;
}

/** Whether tokens stand in each other so often that a recursive reader is in danger. */
function isDeep(tokens: readonly Yaml.CST.Token[]): boolean {
  const waiting = tokens.map((token): [Yaml.CST.Token | null | undefined, number] => [token, 0]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, level] = next;
    if (level > deepest) return true;
    if (token && 'value' in token) waiting.push([token.value, level + 1]);
    for (const item of token && 'items' in token ? token.items : []) {
      waiting.push([item.key, level + 1], [item.value, level + 1]);
    }
  }
  return false;
}
