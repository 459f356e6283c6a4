import type { Nodes } from 'mdast';
import type { Block, Value } from '../facts.js';
import { spanOf } from '../span-of.js';
import { htmlTerms } from './html-terms.js';
import { leadingValues } from './leading-values.js';
import type { Place } from './place.js';
import { isDefinition, termLines } from './term-lines.js';

type Parent = Extract<Nodes, { children: unknown }>;

const containers = new Set<Nodes['type']>(['root', 'blockquote', 'listItem', 'mdxJsxFlowElement']);

/**
 * The terms of definition lists: the lines before one that begins with a colon, or a paragraph before one that
 * does, as GitHub shows them; and the `<dt>` of HTML and of MDX.
 */
export const definitions: Place = {
  form: 'definitions',
  name: 'definition list',
  whole: false,
  onlyAsked: true,
  read(node, source) {
    if (node.type === 'mdxJsxTextElement' && node.name === 'dt') return blocks(leadingValues(node, source));
    if (!('children' in node)) return [];
    if (node.type === 'mdxJsxFlowElement' && node.name === 'dt') return blocks(termOf(node, source));
    return containers.has(node.type) ? blocks(termsIn(node, source)) : [];
  },
};

function blocks(values: Iterable<Value>): Block[] {
  return [...values].map((value) => ({
    form: 'definitions',
    span: value.span,
    columns: [{ values: [value] }],
  }));
}

function termOf(node: Parent, source: string): Value[] {
  const [first] = node.children;
  return leadingValues(first?.type === 'paragraph' ? first : node, source);
}

/** The terms that stand right in a parent: tags of HTML and paragraphs come one after another. */
function* termsIn({ children }: Parent, source: string): Generator<Value> {
  let isOpen = false;
  for (const [index, child] of children.entries()) {
    if (child.type === 'html') {
      const { values, endsOpen } = htmlTerms(source, spanOf(child), isOpen);
      yield* values;
      isOpen = endsOpen;
    }
    if (child.type !== 'paragraph') continue;
    const next = children[index + 1];
    const isTerm = isOpen || (next?.type === 'paragraph' && isDefinition(next));
    yield* isTerm && !isDefinition(child) ? leadingValues(child, source) : termLines(child, source);
    isOpen = false;
  }
}
