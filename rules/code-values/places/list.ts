import type { Value } from '../facts.js';
import { spanOf } from '../span-of.js';
import { holdsText } from './holds-text.js';
import { leadingValues } from './leading-values.js';
import type { Place } from './place.js';

/** A list: what its items begin with. Lists inside of its items are lists of their own. */
export const list: Place = {
  form: 'list',
  whole: true,
  read(node) {
    if (node.type !== 'list') return [];
    const values = node.children.flatMap(({ children: [first] }): Value[] =>
      first && holdsText(first) ? leadingValues(first) : [],
    );
    return [{ form: 'list', span: spanOf(node), columns: [{ values }] }];
  },
};
