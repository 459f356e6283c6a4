import type { Nodes } from 'mdast';
import { type MarkdownDocument, walk } from '../../src/rule.js';
import { readComments } from './comment.js';
import { pathOf } from './declarations.js';
import type { Block, Comment, Mistake, PageFacts } from './facts.js';
import { htmlTexts } from './html-texts.js';
import type { Options } from './options.js';
import { holdsText } from './places/holds-text.js';
import { places } from './places/index.js';
import { plainText } from './places/pieces.js';
import { spanOf } from './span-of.js';

/** Comments of one page; a page that holds more is up to no good. */
const most = 200;

/** What a page lists and declares; undefined when neither the options nor a comment of its own speak of it. */
export function readPage({ path, text, tree }: MarkdownDocument, { lists }: Options): PageFacts | undefined {
  const named = lists.flatMap(({ docs }) => docs).filter(({ file }) => pathOf(file) === path);
  if (named.length === 0 && !text.includes('docs-lint-')) return undefined;
  const comments: (Comment | Mistake)[] = [];
  const blocks: Block[] = [];
  const texts: { text: string; span: readonly [number, number] }[] = [];
  const wantsTexts = named.some(({ after }) => after !== undefined);
  walk(tree, (node) => {
    if (node.type === 'code' || node.type === 'yaml') return false;
    for (const comment of readComments(node, text)) {
      if (comments.length < most) comments.push(comment);
      else if (comments.length === most) comments.push(tooMany(comment));
    }
    for (const place of places) blocks.push(...place.read(node));
    if (wantsTexts) for (const text of textsOf(node)) texts.push({ text, span: spanOf(node) });
    return true;
  });
  if (named.length === 0 && comments.length === 0) return undefined;
  return { kind: 'page', comments, blocks, texts };
}

function tooMany({ span }: Comment | Mistake): Mistake {
  const mistake = `This page declares more than ${most} lists. This one and those behind it are not checked.`;
  return { code: 'nothing-found', span, mistake };
}

/** The texts of a block that holds no other blocks; raw HTML may hold several. */
function textsOf(node: Nodes): readonly string[] {
  if (node.type === 'html') return htmlTexts(node.value);
  return holdsText(node) ? [plainText(node)] : [];
}
