import type { Code, Nodes } from 'mdast';
import { type MarkdownDocument, nearest, type Span, walk } from '../../src/rule.js';
import { commentsIn } from './comments-in.js';
import type { Block, Claim, Mistake, Source } from './facts.js';
import { type Parsed, sourceInComment, sourceInInfo } from './parse-source.js';
import { readBlock } from './read-block.js';

/** Claims of one page; a page that holds more is up to no good. */
const most = 2000;

type Pending = Pick<Claim, 'by' | 'span'> & { readonly parsed: Parsed };

/** What of a page may be told quickly: that nothing on it says where it comes from. */
const signs = ['docs-lint-', 'embedme', 'file='];
/** A comment that may be a path, at the beginning of a line. */
const pathInComment = /[ \t>]*(?:\/\/|#|--|\/\*|<!--|;|%)[ \t]*\S+\.\w/y;

/** The code blocks of a page that say where they come from, and comments that say it of none. */
export function readClaims({ text, tree }: MarkdownDocument): (Claim | Mistake)[] {
  const found: (Claim | Mistake)[] = [];
  if (!signs.some((sign) => text.includes(sign)) && !hasPathInComment(text)) return found;
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

  walk(tree, (node) => {
    if (node.type === 'code') {
      const claim = ignored ? undefined : claimOf(node, text, pending);
      pending = undefined;
      ignored = false;
      if (claim) give(claim);
      return false;
    }
    for (const comment of commentsIn(node, text)) {
      if (/^\s*embedme-ignore-next\s*$/.test(comment.content)) ignored = true;
      const next = pendingOf(comment);
      if (next && 'mistake' in next) give(next);
      else if (next) {
        drop();
        pending = next;
      }
    }
    if (isContent(node)) drop();
    return node.type !== 'yaml';
  });
  drop();
  return found;
}

function hasPathInComment(text: string): boolean {
  if (/\r(?!\n)/.test(text)) return true;
  for (let at = 0; ; ) {
    pathInComment.lastIndex = at;
    if (pathInComment.test(text)) return true;
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
}

/** Whether a reader sees something between a comment and a block behind it. */
function isContent(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return ['inlineCode', 'image', 'imageReference', 'thematicBreak', 'table', 'definition'].includes(
    node.type,
  );
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

function claimOf(node: Code, text: string, pending: Pending | undefined): Claim | Mistake | undefined {
  const block = readBlock(node, text);
  if (pending) {
    const { by, span, parsed } = pending;
    return 'mistake' in parsed
      ? { span, mistake: parsed.mistake }
      : { by, span, source: parsed.source, block };
  }
  const [start, end] = block.span;
  if (node.lang === 'diff') return undefined;
  const opening = text.slice(start, end);
  const fence = /^[ \t]*(?:`{3,}|~{3,})/.exec(opening)?.[0].length;
  const parsed = fence === undefined ? undefined : sourceInInfo(opening.slice(fence), start + fence);
  if (parsed && 'mistake' in parsed && parsed.sure) return { span: block.span, mistake: parsed.mistake };
  if (parsed && 'source' in parsed) return { by: 'info', span: block.span, source: parsed.source, block };
  return firstLineClaim(block);
}

/** embedme's own: the path as a comment on the first line of the block. */
function firstLineClaim(block: Block): Claim | undefined {
  const [line = ''] = block.lines;
  const match =
    /^\s*(?:\/\/|#|--|\/\*|<!--|;|%)\s*([^\s#]{1,300}\.\w{1,12}(?:#L\d+(?:-L?\d+)?)?)\s*(?:\*\/|-->)?$/.exec(
      line,
    );
  const at = block.spans[0]?.[0];
  if (!match || at === undefined) return undefined;
  const written = match[1] as string;
  const parsed = sourceInComment(written, at + line.indexOf(written));
  if ('mistake' in parsed) return undefined;
  const source: Source = parsed.source;
  const blank = block.lines.findIndex((other, index) => index > 0 && other.trim() !== '');
  const lead = blank < 0 ? block.lines.length : blank;
  return { by: 'first-line', span: block.span, source, block: { ...block, lead } };
}
