import type { Link, PageNodes } from '../model.js';

/** `Title <page>` or `page`, and no option of the directive, comment, url or pattern. */
const entry = /^(?:[^\n<>]*<([^\s<>*?:]+)>|[ \t]*([^\s<>*?:#[\]`~]+))[ \t\r]*$/gm;
/** What Sphinx makes itself. */
const made = new Set(['self', 'genindex', 'modindex', 'search']);

/** Pages that the `toctree` of Sphinx lists, with or without their endings. */
export function* toctrees(nodes: PageNodes, text: string): Iterable<Link> {
  if (!text.includes('{toctree}')) return;
  for (const node of nodes.of(['code'])) {
    if (nodes.text(node, 'lang') !== '{toctree}') continue;
    const start = text.indexOf('\n', nodes.start(node)) + 1;
    for (const match of text.slice(start, Math.max(start, nodes.end(node))).matchAll(entry)) {
      const url = (match[1] ?? match[2]) as string;
      if (made.has(url)) continue;
      const at = start + match.index + match[0].lastIndexOf(url);
      yield { kind: 'ref', url, span: [at, at + url.length], urlSpan: [at, at + url.length], by: 'sphinx' };
    }
  }
}
