import { codeSpans } from './code-spans.js';
import { list } from './list.js';
import type { Place } from './place.js';
import { table } from './table.js';

/** Every kind of place. */
export const places: readonly Place[] = [list, table, codeSpans];
