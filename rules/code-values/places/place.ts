import type { Nodes } from 'mdast';
import type { Block } from '../facts.js';

/** A kind of place in the docs that can hold values. A place is one file of this folder. */
export interface Place {
  readonly form: Block['form'];
  /** Whether one block holds all values; otherwise every block of its part of the page adds some. */
  readonly whole: boolean;
  /** The blocks that a node is, not those of its children. */
  read(node: Nodes): readonly Block[];
}
