import type { Heading as HeadingNode, PhrasingContent, Root } from 'mdast';
import { UserError } from '../errors.js';
import { takeAttributes, takeCommentId } from '../markdown/slug/index.js';
import type { Anchor, Edit, Heading, Path, Span } from '../model.js';
import { walk } from '../walk.js';

export interface HeadingSource {
  readonly path: Path;
  readonly text: string;
  readonly tree: Root;
  readonly heading: Heading;
  /** Those of the page. */
  readonly anchors: readonly Anchor[];
}

/**
 * The edit that gives a heading other words: what stands between its marks, save its anchors and the mark of its id.
 * Throws UserError where it is not known what is to be kept.
 */
export function rewordHeading(source: HeadingSource, words: string): Edit {
  const { path, text, heading } = source;
  const node = nodeAt(source.tree, heading.span[0]);
  const [start, end] = node ? contentOf(node, source) : htmlContent(source);
  if (start > end || anchorsIn(source, [start, end]).length > 0) {
    throw new UserError('has an anchor between the words of this heading. Reword it by hand.', { path });
  }
  const written = text.slice(start, end);
  const kept = markOf(words) === '' ? markOf(written) : '';
  return { path, start, end, text: words + kept };
}

/** The mark of an id or of other attributes behind a heading's words, with the space before it. */
function markOf(written: string): string {
  const taken = takeAttributes(written, { colon: true }) ?? takeCommentId(written);
  return taken ? written.slice(taken.text.length) : '';
}

function nodeAt(tree: Root, start: number): HeadingNode | undefined {
  let found: HeadingNode | undefined;
  walk(tree, (node) => {
    if (node.type === 'heading' && node.position?.start.offset === start) found = node;
  });
  return found;
}

/** Anchors that stand at its edges are left out. */
function contentOf({ children }: HeadingNode, source: HeadingSource): Span {
  const first = edge(children, source);
  const last = edge(children.slice(first).reverse(), source);
  const inner = children.slice(first, children.length - last);
  const start = inner[0]?.position?.start.offset;
  const end = inner.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined)
    throw new UserError('has no words in this heading. Write it by hand.', { path: source.path });
  const lead = /^\s*/.exec(source.text.slice(start, end))?.[0].length ?? 0;
  return [start + (first > 0 ? lead : 0), last > 0 ? trimmedEnd(source.text, start, end) : end];
}

/** How many of the nodes from one end on are tags that hold anchors, and white space between them. */
function edge(children: readonly PhrasingContent[], source: HeadingSource): number {
  let count = 0;
  const isTag = (node: PhrasingContent): boolean => node.type === 'html' || node.type === 'mdxJsxTextElement';
  while (count < children.length && isTag(children[count] as PhrasingContent)) count++;
  const spans = children.slice(0, count).map(spanOf);
  return spans.some((span) => anchorsIn(source, span).length > 0) ? count : 0;
}

function spanOf({ position }: PhrasingContent): Span {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function anchorsIn({ anchors }: HeadingSource, [start, end]: Span): readonly Anchor[] {
  return anchors.filter(({ span }) => span[0] >= start && span[1] <= end);
}

/** What stands between the tags of a raw one. */
function htmlContent({ path, text, heading }: HeadingSource): Span {
  const [start, end] = heading.span;
  const match = /^(<h[1-6]\b[^<>]*>\s*)([^<>]*?)\s*<\/h[1-6]\s*>$/i.exec(text.slice(start, end));
  if (!match) throw new UserError('has tags in this heading. Reword it by hand.', { path });
  const from = start + (match[1] as string).length;
  return [from, from + (match[2] as string).length];
}
