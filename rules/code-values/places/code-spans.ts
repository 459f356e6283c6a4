import { holdsText } from './holds-text.js';
import { codeValue } from './leading-values.js';
import { pieces } from './pieces.js';
import type { Place } from './place.js';

/** The code spans of a part of a page, wherever they stand in it. */
export const codeSpans: Place = {
  form: 'code',
  name: 'code span',
  whole: false,
  read(node, source) {
    if (!holdsText(node)) return [];
    return pieces(node)
      .filter(({ kind }) => kind === 'code')
      .map((piece) => ({
        form: 'code',
        span: piece.span,
        columns: [{ values: [codeValue(piece, node, source)] }],
      }));
  },
};
