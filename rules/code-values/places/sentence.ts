import { spanOf } from '../span-of.js';
import { holdsText } from './holds-text.js';
import { pieces, writingOf } from './pieces.js';
import type { Place } from './place.js';

/** A paragraph, a list item's or a cell's text that may name alternatives; which of it they are depends on the place. */
export const sentence: Place = {
  form: 'sentence',
  name: 'sentence with values',
  whole: true,
  onlyAsked: true,
  read(node, source) {
    if (node.type === 'heading' || !holdsText(node)) return [];
    const all = pieces(node).map((piece) => {
      const write = writingOf(piece, node, source);
      return { ...piece, ...(write ? { write } : {}) };
    });
    return [{ form: 'sentence', span: spanOf(node), columns: [], pieces: all }];
  },
};
