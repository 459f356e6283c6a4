import type { Root } from 'mdast';
import {
  createMdastHandle,
  dropHandle,
  MdastReader,
  markdownToMdast,
  materializeMdastTree,
  mdxToMdast,
  serializeHandle,
} from 'satteri';
import { once } from '../once.js';
import type { PageNodes } from '../page-nodes.js';
import type { Parsed, Syntax } from './parse.js';
import { attempt, maxDepth } from './parse-bounded.js';
import { reveal } from './parse-conceal.js';
import { guard } from './parse-guard.js';
import { type Slip, settle, slipsOf } from './parse-inspect.js';
import { satteriNodes } from './parse-satteri-nodes.js';
import { hide, revive } from './parse-satteri-repair.js';
import { treeNodes } from './tree-nodes.js';

const features = { gfm: true, frontmatter: true };

/** satteri, with its slips mended. */
export function parseSatteri(text: string, syntax: Syntax): Root {
  if (syntax === 'md') return readSatteri(text).tree;
  guardNative(text);
  const root = settle(native(text, syntax), text);
  return mended(root, text, syntax, slipsOf(treeNodes(root), text));
}

/** The same of a page of Markdown, whose nodes are read where satteri has them; a tree is made when it is asked for. */
export function readSatteri(text: string): Parsed {
  guardNative(text);
  const bytes = attempt(text, 'md', () => serialized(text));
  const tree = once(() => settle(materializeMdastTree(new MdastReader(bytes)) as Root, text));
  const numbered = once(() => treeNodes(tree()));
  const nodes = satteriNodes(bytes, maxDepth, (node) => numbered().whole(node)) ?? numbered();
  const slips = slipsOf(nodes, text);
  if (slips.length > 0) {
    const root = mended(tree(), text, 'md', slips);
    return { tree: root, nodes: treeNodes(root) };
  }
  return new Untreed(nodes, tree);
}

/**
 * A class, since V8 keeps a getter that stands in an object literal, and all of the page with it, until it looks for
 * garbage in the whole of the memory.
 */
class Untreed implements Parsed {
  readonly nodes: PageNodes;
  readonly #tree: () => Root;

  constructor(nodes: PageNodes, tree: () => Root) {
    this.nodes = nodes;
    this.#tree = tree;
  }

  get tree(): Root {
    return this.#tree();
  }
}

function guardNative(text: string): void {
  guard(text, (skeleton) => native(skeleton, 'md'));
}

function serialized(text: string): Uint8Array {
  const handle = createMdastHandle(text, features);
  try {
    return serializeHandle(handle);
  } finally {
    dropHandle(handle);
  }
}

function native(text: string, syntax: Syntax): Root {
  const parse = syntax === 'mdx' ? mdxToMdast : markdownToMdast;
  return attempt(text, syntax, () => parse(text, { features }) as Root);
}

function mended(root: Root, text: string, syntax: Syntax, slips: readonly Slip[]): Root {
  const hidden = slips.length === 0 ? undefined : hide(text, slips);
  if (!hidden) return root;
  const again = settle(native(hidden.text, syntax), text);
  revive(again, hidden, (fragment) => native(fragment, 'md'));
  reveal(again, hidden.originals);
  return again;
}
