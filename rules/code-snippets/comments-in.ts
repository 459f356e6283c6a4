import type { Span } from '../../src/rule.js';

interface Comment {
  readonly content: string;
  /** Where the content begins. */
  readonly offset: number;
  readonly span: Span;
}

/** The comments in a raw HTML node or an MDX expression, by what the node is written as. */
export function commentsIn(text: string, [start, end]: Span): readonly Comment[] {
  const raw = text.slice(start, end);
  // On a page that is no valid MDX, a comment of MDX is an `html` node too.
  const opening = raw[0] === '{' ? /^\{\s*\/\*/.exec(raw)?.[0].length : undefined;
  if (opening !== undefined) {
    const close = raw.lastIndexOf('*/');
    if (close < opening) return [];
    return [
      { content: raw.slice(opening, close), offset: start + opening, span: [start, start + raw.length] },
    ];
  }
  const comments: Comment[] = [];
  for (let open = raw.indexOf('<!--'); open >= 0; ) {
    const close = raw.indexOf('-->', open + 4);
    if (close < 0) break;
    comments.push({
      content: raw.slice(open + 4, close),
      offset: start + open + 4,
      span: [start + open, start + close + 3],
    });
    open = raw.indexOf('<!--', close + 3);
  }
  return comments;
}
