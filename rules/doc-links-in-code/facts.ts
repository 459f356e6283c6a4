import type { Span } from '../../src/rule.js';

/** Something in a source file that may point at a page. */
export type Mention = {
  readonly kind: 'url' | 'path';
  /** As it is written. */
  readonly text: string;
  readonly span: Span;
  /** `text` is neither, as in a language that is not known. */
  readonly in: 'comment' | 'string' | 'text';
  /** Whether it is all that a string says, so that a program may use it for whatever it likes. */
  readonly alone?: true;
  /** Whether the words before it send a reader there: `see`, `read`, `documented in`. */
  readonly pointed?: true;
  /** Whether the words around it call it an example. */
  readonly example?: true;
};

export type SourceFacts = {
  readonly mentions: readonly Mention[];
  /** Whether the file holds more than are kept. */
  readonly isCut?: true;
};
