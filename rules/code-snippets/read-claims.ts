import { type MarkdownDocument, nearest, type PageNodes, type Span } from '../../src/rule.js';
import { commentsIn } from './comments-in.js';
import { endOfLine } from './end-of-line.js';
import type { Block, Claim, Mistake } from './facts.js';
import { inside, keepBlock } from './keep-block.js';
import { type Parsed, sourceInComment, sourceInInfo } from './parse-source.js';
import { readBlock } from './read-block.js';

/** Claims of one page; a page that holds more is up to no good. */
const most = 2000;

type Pending = Pick<Claim, 'by' | 'span'> & { readonly parsed: Parsed };

/** What a reader sees between a comment and a block behind it. */
const content: ReadonlySet<string> = new Set([
  'inlineCode',
  'image',
  'imageReference',
  'thematicBreak',
  'table',
  'definition',
]);

/** The code blocks of a page that say where they come from, and comments that say it of none. */
export function readClaims({ text, nodes }: MarkdownDocument): (Claim | Mistake)[] {
  const found: (Claim | Mistake)[] = [];
  let pending: Pending | undefined;
  let ignored = false;

  function give(claim: Claim | Mistake): void {
    if (found.length < most) found.push(claim);
    else if (found.length === most) found.push(tooMany(claim));
  }

  function drop(): void {
    if (pending?.by === 'comment') give(noBlock(pending));
    pending = undefined;
    ignored = false;
  }

  let before = 0;
  for (const node of nodes.of(['code', 'html', 'mdxFlowExpression', 'mdxTextExpression'])) {
    if ((pending || ignored) && hasContent(nodes, before, node)) drop();
    before = node;
    const span: Span = [nodes.start(node), nodes.end(node)];
    if (nodes.type(node) === 'code') {
      const claim = ignored ? undefined : claimOf(nodes, node, text, pending);
      pending = undefined;
      ignored = false;
      if (claim) give(claim);
      continue;
    }
    for (const comment of commentsIn(text, span)) {
      if (/^\s*embedme-ignore-next\s*$/.test(comment.content)) ignored = true;
      const next = pendingOf(comment);
      if (next && 'mistake' in next) give(next);
      else if (next) {
        drop();
        pending = next;
      }
    }
  }
  drop();
  return found;
}

/** Whether a reader sees something between two nodes. */
function hasContent(nodes: PageNodes, from: number, to: number): boolean {
  for (let node = from + 1; node < to; node++) {
    const type = nodes.type(node);
    if (content.has(type) || (type === 'text' && nodes.text(node, 'value').trim() !== '')) return true;
  }
  return false;
}

function pendingOf({
  content,
  offset,
  span,
}: {
  content: string;
  offset: number;
  span: Span;
}): Pending | Mistake | undefined {
  const own = /^\s*docs-lint-([\w-]+)/.exec(content);
  if (own?.[1] === 'snippet') {
    const behind = own[0].length;
    return { by: 'comment', span, parsed: sourceInComment(content.slice(behind), offset + behind) };
  }
  if (own && nearest(own[1] as string, ['snippet']) !== undefined) {
    return {
      span,
      mistake: `\`docs-lint-${own[1]}\` is no comment of docs-lint. Did you mean \`docs-lint-snippet\`?`,
    };
  }
  const embedme = /^\s*embedme\s+(?=\S+\s*$)/.exec(content);
  if (!embedme) return undefined;
  const behind = embedme[0].length;
  return { by: 'embedme', span, parsed: sourceInComment(content.slice(behind), offset + behind) };
}

function tooMany({ span }: Claim | Mistake): Mistake {
  const mistake = `This page says of more than ${most} blocks where they come from. This one and those behind it are not checked.`;
  return { span, mistake };
}

function noBlock({ span, parsed }: Pending): Mistake {
  if ('mistake' in parsed) return { span, mistake: parsed.mistake };
  return {
    span,
    mistake: 'No code block follows this comment. Put it right before the block, or remove it.',
  };
}

function claimOf(
  nodes: PageNodes,
  node: number,
  text: string,
  pending: Pending | undefined,
): Claim | Mistake | undefined {
  const start = nodes.start(node);
  const end = nodes.end(node);
  const block = (): Block => keepBlock(text, [start, end], nodes.text(node, 'value'));
  if (pending) {
    const { by, span, parsed } = pending;
    return 'mistake' in parsed
      ? { span, mistake: parsed.mistake }
      : { by, span, source: parsed.source, block: block() };
  }
  if (nodes.text(node, 'lang') === 'diff') return undefined;
  const opening = text.slice(start, Math.min(endOfLine(text, start), end));
  const span: Span = [start, start + opening.length];
  const fence = /^[ \t]*(?:`{3,}|~{3,})/.exec(opening)?.[0].length;
  const parsed = fence === undefined ? undefined : sourceInInfo(opening.slice(fence), start + fence);
  if (parsed && 'mistake' in parsed && parsed.sure) return { span, mistake: parsed.mistake };
  if (parsed && 'source' in parsed) return { by: 'info', span, source: parsed.source, block: block() };
  return fence === undefined || mayHoldPath(text, span[1]) ? firstLineClaim(block(), span) : undefined;
}

/** A path as a comment on the first line. */
const pathInComment =
  /^[^\S\r\n]*(?:\/\/|#|--|\/\*|<!--|;|%)[^\S\r\n]*([^\s#]{1,300}\.\w{1,12}(?:#L\d+(?:-L?\d+)?)?)[^\S\r\n]*(?:\*\/|-->)?(?:[\r\n]|$)/;

/** What such a comment begins with, behind the marks of quotes. */
const opensComment = /(?:\r\n|\r|\n)[^\S\r\n>]*(?:>[^\S\r\n>]*)*[/#\-<;%]/y;

/** Whether the line behind the opening fence may be one: so told, few blocks are read. */
function mayHoldPath(text: string, lineEnd: number): boolean {
  opensComment.lastIndex = lineEnd;
  return opensComment.test(text);
}

/** embedme's own: the path as a comment on the first line of the block. */
function firstLineClaim(block: Block, span: Span): Claim | undefined {
  const match = pathInComment.exec(block.value ?? inside(block.written));
  if (!match) return undefined;
  const { lines, spans } = readBlock(block, 'first-line');
  const [line = ''] = lines;
  const at = spans[0]?.[0];
  if (at === undefined) return undefined;
  const written = match[1] as string;
  const parsed = sourceInComment(written, at + line.indexOf(written));
  if ('mistake' in parsed) return undefined;
  return { by: 'first-line', span, source: parsed.source, block };
}
