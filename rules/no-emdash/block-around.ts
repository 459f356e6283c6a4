import type { PageNodes, Span } from '../../src/rule.js';

/** A run of text that begins and ends by itself. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'item';
  readonly span: Span;
  /** What it begins with, before any word: a term, a link, a name in code; the start of the text where there is none. */
  readonly lead: Span;
}

const marked: ReadonlySet<string> = new Set(['strong', 'emphasis', 'link', 'linkReference', 'inlineCode']);

/** The nearest block around a node: always the same one for all that is in it. */
export function blockAround(nodes: PageNodes): (node: number) => Block | undefined {
  const known = new Map<number, Block>();
  return (inner) => {
    for (let node = inner; node >= 0; node = nodes.parent(node)) {
      const kind = kindOf(nodes, node);
      if (!kind) continue;
      const block = known.get(node) ?? blockOf(nodes, node, kind);
      known.set(node, block);
      return block;
    }
    return undefined;
  };
}

function kindOf(nodes: PageNodes, node: number): Block['kind'] | undefined {
  switch (nodes.type(node)) {
    case 'heading':
      return 'heading';
    case 'tableCell':
      return 'cell';
    case 'paragraph': {
      const parent = nodes.parent(node);
      return parent === node - 1 && nodes.type(parent) === 'listItem' ? 'item' : 'paragraph';
    }
    default:
      return undefined;
  }
}

function blockOf(nodes: PageNodes, node: number, kind: Block['kind']): Block {
  const span: Span = [nodes.start(node), nodes.end(node)];
  const after = nodes.after(node);
  let lead = span[0];
  for (let child = node + 1; child < after && marked.has(nodes.type(child)); child = nodes.after(child))
    lead = nodes.end(child);
  return { kind, span, lead: [span[0], lead] };
}
