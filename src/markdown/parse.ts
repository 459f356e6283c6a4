import type { Root } from 'mdast';
import type { PageNodes } from '../page-nodes.js';
import { parseMdx } from './parse-mdx.js';
import { wellFormed } from './parse-well-formed.js';
import { treeNodes } from './tree-nodes.js';

declare module 'mdast' {
  interface RootData {
    /** Why a page is no MDX, and where; its tree is then the one of the page as Markdown. */
    mdxError?: { readonly message: string; readonly line: number; readonly column: number };
  }
}

export type Syntax = 'md' | 'mdx';

/**
 * Text, without a byte order mark, to mdast: GFM, YAML and TOML front matter, and MDX where the syntax says so.
 * Every node has a position, whose offsets are the ones of `text`. Throws a UserError, whose place has
 * no path, for a page that would take too long, or whose tree has more than 500 levels: whoever walks a tree
 * may do so by recursion.
 *
 * In MDX an HTML comment is an `html` node, as it is in Markdown, and `{#id}` is text. A page that is not
 * valid MDX is parsed as Markdown, in which `data.mdxError` of the root says why; a `{/* comment *\/}`
 * on such a page is an `html` node too.
 */
export interface Parser {
  readonly name: 'satteri' | 'mdast';
  parse(text: string, syntax: Syntax): Root;
  /** The same, for who may do without the tree. */
  read(text: string, syntax: Syntax): Parsed;
}

/** A page's tree, and its nodes by number. */
export interface Parsed {
  /** Made when it is first asked for, where `nodes` are read without it. */
  readonly tree: Root;
  readonly nodes: PageNodes;
}

/** One of the two parsers beneath: strict MDX, and errors as that parser throws them. */
export type Engine = (text: string, syntax: Syntax) => Root;

/**
 * satteri, which is fast and native; where it cannot be loaded, or when `DOCS_LINT_PARSER` is `mdast`,
 * mdast-util-from-markdown, which gives the same tree more slowly.
 */
export async function loadParser(): Promise<Parser> {
  if (process.env.DOCS_LINT_PARSER !== 'mdast') {
    const satteri = await import('./parse-satteri.js').catch(() => undefined);
    if (satteri) return parser('satteri', satteri.parseSatteri, satteri.readSatteri);
  }
  const { loadMdast } = await import('./parse-mdast.js');
  return parser('mdast', await loadMdast());
}

function parser(name: Parser['name'], engine: Engine, readMarkdown?: (text: string) => Parsed): Parser {
  const read = (text: string, syntax: Syntax): Parsed => {
    const clean = wellFormed(text);
    if (syntax === 'md' && readMarkdown) return readMarkdown(clean);
    const tree = syntax === 'mdx' ? parseMdx(clean, engine) : engine(clean, 'md');
    return { tree, nodes: treeNodes(tree) };
  };
  return { name, read, parse: (text, syntax) => read(text, syntax).tree };
}
