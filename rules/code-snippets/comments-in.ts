import type { Nodes } from 'mdast';
import type { Span } from '../../src/rule.js';

interface Comment {
  readonly content: string;
  /** Where the content begins. */
  readonly offset: number;
  readonly span: Span;
}

/** The comments of a raw HTML node or an MDX expression. */
export function* commentsIn(node: Nodes, text: string): Iterable<Comment> {
  if (node.type !== 'html' && node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return;
  const start = node.position?.start.offset ?? 0;
  const raw = text.slice(start, node.position?.end.offset ?? start);
  // On a page that is no valid MDX, a comment of MDX is an `html` node too.
  const opening = /^\{\s*\/\*/.exec(raw)?.[0].length;
  if (opening !== undefined) {
    const close = raw.lastIndexOf('*/');
    if (close >= opening) {
      yield {
        content: raw.slice(opening, close),
        offset: start + opening,
        span: [start, start + raw.length],
      };
    }
    return;
  }
  for (let open = raw.indexOf('<!--'); open >= 0; ) {
    const close = raw.indexOf('-->', open + 4);
    if (close < 0) return;
    yield {
      content: raw.slice(open + 4, close),
      offset: start + open + 4,
      span: [start + open, start + close + 3],
    };
    open = raw.indexOf('<!--', close + 3);
  }
}
