import type { Span } from '../../../src/rule.js';
import type { Block } from '../block-around.js';

/** A dash on a page. */
export interface Dash {
  /** The character, or the entity. */
  readonly written: string;
  readonly isEn: boolean;
  readonly span: Span;
  /** The text that it is in; undefined in what is no running text, such as the alternative of an image. */
  readonly block: Block | undefined;
}
