import type { Nodes } from 'mdast';
import { isWithin, type MarkdownDocument, type PageNodes, walk } from '../../src/rule.js';
import { readComments } from './comment.js';
import { pathOf } from './declarations.js';
import type { Form, PageOption } from './docs-options.js';
import type { Block, Comment, Mistake, PageFacts } from './facts.js';
import { formOf } from './form-of.js';
import { htmlTexts } from './html-texts.js';
import type { Options } from './options.js';
import { holdsText } from './places/holds-text.js';
import { places } from './places/index.js';
import { plainText } from './places/pieces.js';
import { baseOf } from './sets/base-of.js';
import { frontMatterTitle } from './sets/front-matter-title.js';
import { readSummary } from './sets/read-summary.js';
import { spanOf } from './span-of.js';

/** Comments of one page; a page that holds more is up to no good. */
const most = 200;

/** What a page lists and declares; undefined when neither the options nor a comment of its own speak of it. */
export function readPage(document: MarkdownDocument, { lists }: Options): PageFacts | undefined {
  const { path, text, nodes } = document;
  const options = lists.flatMap(({ docs }) => docs);
  const named = options.filter((one) => 'file' in one && pathOf(one.file) === path) as PageOption[];
  const isTitled = options.some(
    (one) => 'pages' in one && one.value === 'title' && isWithin(baseOf(pathOf(one.pages)), path),
  );
  const title = isTitled ? frontMatterTitle(document.tree) : undefined;
  const isSummary = options.some((one) => 'navigation' in one && pathOf(one.navigation) === path);
  const entries = isSummary ? readSummary(document.tree, text) : undefined;
  const comments = commentsOf(nodes, text);
  if (named.length === 0 && comments.length === 0 && title === undefined && !entries) return undefined;
  const others = { ...(title === undefined ? {} : { title }), ...(entries ? { entries } : {}) };
  if (named.length === 0 && comments.length === 0) {
    return { kind: 'page', comments, blocks: [], texts: [], ...others };
  }
  const asked = [...named, ...comments].map((one) => ('mistake' in one ? undefined : formOf(one)));
  const wantsTexts = named.some(({ after }) => after !== undefined);
  return { kind: 'page', comments, ...readPlaces(document.tree, text, asked, wantsTexts), ...others };
}

function commentsOf(nodes: PageNodes, text: string): (Comment | Mistake)[] {
  const comments: (Comment | Mistake)[] = [];
  for (const node of nodes.of(['html', 'mdxFlowExpression', 'mdxTextExpression'])) {
    for (const comment of readComments(text, [nodes.start(node), nodes.end(node)])) {
      if (comments.length < most) comments.push(comment);
      else if (comments.length === most) comments.push(tooMany(comment));
    }
  }
  return comments;
}

/** What can hold values, and what `after` can name, in document order. */
export function readPlaces(
  tree: Nodes,
  text: string,
  asked: readonly (Form | undefined)[],
  wantsTexts: boolean,
): Pick<PageFacts, 'blocks' | 'texts'> {
  const wanted = places.filter(({ form, onlyAsked }) => !onlyAsked || asked.includes(form));
  const blocks: Block[] = [];
  const texts: { text: string; span: readonly [number, number] }[] = [];
  walk(tree, (node) => {
    if (node.type === 'yaml') return false;
    for (const place of wanted) blocks.push(...place.read(node, text));
    if (wantsTexts) for (const found of textsOf(node)) texts.push({ text: found, span: spanOf(node) });
    return true;
  });
  return { blocks: blocks.sort((a, b) => a.span[0] - b.span[0]), texts };
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
