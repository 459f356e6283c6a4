import type { Nodes } from 'mdast';

export type NodeType = Nodes['type'];

/** Fields of nodes that are text. */
export type TextField = 'value' | 'url' | 'title' | 'alt' | 'lang' | 'label';

/**
 * The nodes of a page's tree by number, in document order and parents first: 0 is the root, and what is below a node has the
 * numbers behind its own. What most pages are asked is told so without a tree of objects; -1 stands for no node.
 */
export interface PageNodes {
  readonly count: number;
  /** All nodes of these types, in document order. */
  of(types: readonly NodeType[]): readonly number[];
  type(node: number): NodeType;
  /** Offsets into the page's text. */
  start(node: number): number;
  end(node: number): number;
  /** -1 of the root. */
  parent(node: number): number;
  /** -1 where there is none. */
  lastChild(node: number): number;
  /** The number behind those of a node and of all that is below it. */
  after(node: number): number;
  /**
   * What mdast has there; empty where that is nothing, or the node has no such field. To keep it is to keep nothing of
   * the page around it.
   */
  text(node: number, field: TextField): string;
  /** Of a heading. */
  depth(node: number): number;
  /** Whether it is an item of a list with a box to tick. */
  isTask(node: number): boolean;
  /** The node as the tree has it, which is made then. */
  whole(node: number): Nodes;
}
