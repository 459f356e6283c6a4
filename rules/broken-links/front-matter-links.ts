import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Link, MarkdownDocument, Span } from '../../src/rule.js';

const load = createRequire(import.meta.url);

/** The values of the named keys of YAML front matter, as links; a key may lead into objects: `hero.image.src`. */
export function frontMatterLinks(document: MarkdownDocument, keys: readonly string[]): Link[] {
  const { nodes, text } = document;
  const first = 1;
  if (keys.length === 0 || nodes.count === first || nodes.type(first) !== 'yaml') return [];
  const start = text.indexOf('\n', nodes.start(first)) + 1;
  const { parseDocument, isScalar, isSeq, isMap } = load('yaml') as typeof Yaml;
  const parsed = parseDocument(nodes.text(first, 'value'), {
    logLevel: 'silent',
    uniqueKeys: false,
    strict: false,
  });

  function* below(node: unknown, path: readonly string[]): Iterable<Link> {
    if (isSeq(node)) for (const item of node.items) yield* below(item, path);
    else if (path.length > 0) {
      if (isMap(node)) yield* below(node.get(path[0], true), path.slice(1));
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const span: Span = [start + node.range[0], start + node.range[1]];
      const isQuoted = /^["']/.test(text.slice(...span));
      const urlSpan: Span = isQuoted ? [span[0] + 1, span[1] - 1] : span;
      const isVerbatim = text.slice(...urlSpan) === node.value;
      const link: Link = { kind: 'front-matter', url: node.value, span, urlSpan };
      yield isVerbatim ? link : { ...link, verbatim: false };
    }
  }
  return keys.flatMap((key) => [...below(parsed.contents, key.split('.'))]);
}
