import type { Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { lineColumn, lineStarts } from '../text.js';
import { walkBounded } from './parse-bounded.js';
import { tidy } from './parse-tidy.js';

/**
 * Makes a tree of mdast-util-from-markdown's what satteri makes of the page: a task's paragraph starts behind its
 * `[ ]`, JSX alone on its lines is no paragraph, and `findUrls`, which replaces text by text and links
 * without positions, is applied here for the sake of theirs.
 */
export function repairMdast(root: Root, text: string, findUrls: (root: Root) => void): Root {
  let starts: readonly number[] | undefined;
  const position = (start: number, end: number): Position => {
    starts ??= lineStarts(text);
    return {
      start: { ...lineColumn(starts, start), offset: start },
      end: { ...lineColumn(starts, end), offset: end },
    };
  };
  let linkEnd = 0;
  walkBounded(root, text, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') linkEnd = endOf(node);
    tidy(node);
    if (!('children' in node)) return;
    const children: readonly Nodes[] = node.children;
    const isInLink = startOf(node) < linkEnd;
    const next = children.flatMap((child) => {
      if (child.type === 'text' && !isInLink) return withUrls(child, text, position, findUrls);
      return child.type === 'paragraph' ? unravel(child) : [child];
    });
    (node as { children: Nodes[] }).children = next;
    const [first] = next;
    if (node.type === 'listItem' && typeof node.checked === 'boolean' && first?.type === 'paragraph')
      startTask(first, text, position);
  });
  return root;
}

/** Lets a task's paragraph start with its own text, on the next line if need be. */
function startTask(
  paragraph: Paragraph,
  text: string,
  position: (start: number, end: number) => Position,
): void {
  const [first] = paragraph.children;
  if (!first?.position || !paragraph.position) return;
  if (first.type === 'text' && /[\r\n]/.test(text.slice(startOf(first) - 1, startOf(first) + 1))) {
    const blank = /^\s*/.exec(text.slice(startOf(first), endOf(first))) as RegExpExecArray;
    first.position = position(startOf(first) + blank[0].length, endOf(first));
    first.value = first.value.trimStart();
  }
  paragraph.position.start = { ...first.position.start };
}

const mayHoldUrl = /www\.|:\/\/|@/i;

function withUrls(
  node: Text,
  text: string,
  position: (start: number, end: number) => Position,
  findUrls: (root: Root) => void,
): Nodes[] {
  if (!mayHoldUrl.test(node.value)) return [node];
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: node.value }] };
  findUrls({ type: 'root', children: [paragraph] });
  const pieces: PhrasingContent[] = paragraph.children;
  if (!pieces.some((piece) => piece.type === 'link')) return [node];
  let at = startOf(node);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const length = 'value' in piece ? piece.value.length : 0;
    const end = next?.type === 'link' ? placeOf(next, at + length) : endOf(node);
    const start = at;
    at = piece.type === 'link' ? Math.min(at + urlText(piece).length, endOf(node)) : end;
    piece.position = position(start, at);
    if (piece.type === 'link') for (const child of piece.children) child.position = position(start, at);
  }
  return pieces;

  /** Not before `from`. An address that is written with an escape or a reference is not found, but assumed there. */
  function placeOf(link: PhrasingContent, from: number): number {
    const found = text.indexOf(urlText(link), from);
    return found < 0 || found > endOf(node) ? from : found;
  }
}

function urlText(link: PhrasingContent): string {
  const child = 'children' in link ? link.children[0] : undefined;
  return child?.type === 'text' ? child.value : '';
}

const flow = { mdxJsxTextElement: 'mdxJsxFlowElement', mdxTextExpression: 'mdxFlowExpression' } as const;

/** The content of a paragraph that is JSX and expressions alone, as blocks; else the paragraph. */
function unravel(paragraph: Paragraph): Nodes[] {
  const content = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (content.length === 0 || !content.every((child) => child.type in flow)) return [paragraph];
  return content.map((child) => {
    return { ...child, type: flow[child.type as keyof typeof flow] } as Nodes;
  });
}

function startOf(node: Nodes): number {
  return node.position?.start.offset as number;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset as number;
}
