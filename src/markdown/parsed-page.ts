import type { Root } from 'mdast';
import type { MarkdownDocument, PageNodes, Path } from '../model.js';
import type { Parsed } from './parse.js';

/** A page with what a parser made of it; its tree is made when it is first asked for. */
export function parsedPage(
  page: Pick<MarkdownDocument, 'path' | 'text' | 'syntax'>,
  parsed: Parsed,
): MarkdownDocument {
  return new ParsedPage(page, parsed);
}

/** A class, as what the parser returns is one: a getter in an object literal outlives the page. */
class ParsedPage implements MarkdownDocument {
  readonly kind = 'markdown';
  readonly path: Path;
  readonly text: string;
  readonly syntax: 'md' | 'mdx';
  readonly nodes: PageNodes;
  readonly #parsed: Parsed;

  constructor({ path, text, syntax }: Pick<MarkdownDocument, 'path' | 'text' | 'syntax'>, parsed: Parsed) {
    this.path = path;
    this.text = text;
    this.syntax = syntax;
    this.nodes = parsed.nodes;
    this.#parsed = parsed;
  }

  get tree(): Root {
    return this.#parsed.tree;
  }
}
