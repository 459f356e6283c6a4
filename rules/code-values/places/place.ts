import type { Nodes } from 'mdast';
import type { Block } from '../facts.js';

/** A kind of place in the docs that can hold values. A place is one file of this folder. */
export interface Place {
  readonly form: Block['form'];
  /** What messages call one of these. */
  readonly name: string;
  /** Whether one block holds all values; otherwise every block of its part of the page adds some. */
  readonly whole: boolean;
  /** Whether it is read only where a declaration asks for it by `as`. */
  readonly onlyAsked?: true;
  /** The blocks that a node is, not those of its children. `source` is the text of the page. */
  read(node: Nodes, source: string): readonly Block[];
}
