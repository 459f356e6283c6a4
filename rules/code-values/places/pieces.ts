import type { Nodes } from 'mdast';
import { type Span, textOf } from '../../../src/rule.js';
import type { Piece, Writing } from '../facts.js';
import { spanOf } from '../span-of.js';

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How a text may have been written down: as it reads, or with the backticks of its code spans. */
export function readings(text: string): readonly string[] {
  const folded = foldSpace(text);
  return [folded, foldSpace(folded.replaceAll('`', ''))].filter((reading) => reading !== '');
}

/** The text of a block as a reader sees it, HTML tags left out and white space folded. */
export function plainText(block: Nodes): string {
  return foldSpace(
    pieces(block)
      .map(({ text }) => text)
      .join(''),
  );
}

/** The inline content of a paragraph, a heading or a table cell, in order; prose, and code spans or `<code>` elements. */
export function pieces(block: Nodes): Piece[] {
  const found: Piece[] = [];
  let open: { start: number; text: string } | undefined;
  visit(block);
  if (open) add('text', open.text, [open.start, open.start]);
  return found;

  function visit(node: Nodes): void {
    if ('children' in node && !isCodeElement(node)) for (const child of node.children) visit(child);
    else if (node.type === 'html') visitTag(node.value, spanOf(node));
    else if (open) open.text += textOf(node);
    else if (node.type === 'inlineCode' || isCodeElement(node)) add('code', textOf(node), spanOf(node));
    else if (node.type !== 'mdxTextExpression') add('text', textOf(node), spanOf(node));
  }

  function visitTag(tag: string, span: Span): void {
    if (/^<br[\s/>]/i.test(tag)) add('text', ' ', span);
    else if (!open && /^<code[\s>]/i.test(tag)) open = { start: span[0], text: '' };
    else if (open && /^<\/code[\s>]/i.test(tag)) {
      add('code', foldSpace(open.text), [open.start, span[1]]);
      open = undefined;
    }
  }

  function add(kind: Piece['kind'], text: string, span: Span): void {
    if (text !== '') found.push({ kind, text, span });
  }
}

/** How a piece is written, where another text can be written in its place. */
export function writingOf({ kind, text, span }: Piece, block: Nodes, source: string): Writing | undefined {
  const written = source.slice(...span);
  if (kind === 'text') return written === text ? 'text' : undefined;
  if (written.startsWith('`')) return block.type === 'tableCell' ? 'cell' : 'code';
  return written === `<code>${text}</code>` ? 'html' : undefined;
}

function isCodeElement(node: Nodes): boolean {
  const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
  return isElement && node.name === 'code';
}
