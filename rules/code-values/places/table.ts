import { spanOf } from '../span-of.js';
import { leadingValues } from './leading-values.js';
import { plainText } from './pieces.js';
import type { Place } from './place.js';

/** A table: what the cells of a column begin with, its header left out. */
export const table: Place = {
  form: 'table',
  whole: true,
  read(node) {
    if (node.type !== 'table') return [];
    const [header, ...rows] = node.children;
    const columns = (header?.children ?? []).map((cell, index) => ({
      name: plainText(cell),
      values: rows.flatMap(({ children }) => {
        const cell = children[index];
        return cell ? leadingValues(cell) : [];
      }),
    }));
    return [{ form: 'table', span: spanOf(node), columns }];
  },
};
