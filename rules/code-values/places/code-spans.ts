import { holdsText } from './holds-text.js';
import { codePieces } from './pieces.js';
import type { Place } from './place.js';

/** The code spans of a part of a page, wherever they stand in it. */
export const codeSpans: Place = {
  form: 'code',
  whole: false,
  read(node) {
    if (!holdsText(node)) return [];
    return codePieces(node).map((value) => ({
      form: 'code',
      span: value.span,
      columns: [{ values: [value] }],
    }));
  },
};
